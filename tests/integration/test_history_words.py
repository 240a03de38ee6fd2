"""The history in words: verbs, what was taken back, and words found in it."""

from pathlib import Path

import pytest

from provenance_desk.audit.identity import create_identity
from provenance_desk.domain.judgements import Judgement
from provenance_desk.domain.words import ChangeReason, Confidence, Stance, Status
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.demo import make_demo
from provenance_desk.project.history import Told, tell
from provenance_desk.project.history_search import matching, searched_texts
from provenance_desk.project.progress import Cancelled, Progress
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Reader


@pytest.fixture
def demo(tmp_path: Path, home: Path) -> Path:
    return make_demo(tmp_path, home)


@pytest.fixture
def project(demo: Path, home: Path) -> Project:
    return Project.open(demo, create_identity(home, "Reviewer A"), home)


def _link(project: Project) -> str:
    document, claim = project.store.documents()[0], project.store.claims()[0]
    judged = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.MODERATE)
    return project.make_link(LinkDraft(claim.id, document.id, 90, 259, judged))


def _told(path: Path) -> list[Told]:
    with Reader(path) as reader:
        return list(tell(reader))


def test_every_entry_begins_with_its_verb(demo: Path) -> None:
    for told in _told(demo):
        assert told.words.verb
        if not told.words.quote:
            assert told.words.text.startswith(told.words.verb)


def test_the_newest_rows_end_like_all_of_them(demo: Path) -> None:
    with Reader(demo) as reader:
        rows = reader.entry_rows()
        assert reader.entry_rows(5) == rows[-5:]
        assert [row[0] for row in rows] == reader.event_ids()
        events = list(reader.events())
        assert [(row[1], row[3]) for row in rows] == [(e.type, e.time) for e in events]
        assert sum(reader.type_counts().values()) == len(rows)


def test_a_link_keeps_the_wording_it_was_judged_against(project: Project, demo: Path) -> None:
    with project:
        _link(project)
        claim = project.store.claims()[0]
        project.reword_claim(claim.id, ClaimDraft("Another wording of 2022", claim.kind), "Shorter")
    made = [told.words for told in _told(demo) if told.words.verb == "linked"][-1]
    assert made.claim == claim.wording
    assert "Another wording" not in made.text


def test_an_undo_says_what_it_took_back(project: Project, demo: Path) -> None:
    with project:
        _link(project)
        project.undo()
        project.redo()
    undo, redo = _told(demo)[-2:]
    assert undo.words.text.startswith("took back: linked a passage to “")
    assert redo.words.text.startswith("did again: linked a passage to “")
    assert undo.words.quote == redo.words.quote != ""


def test_words_are_found_whatever_their_case(demo: Path) -> None:
    with Reader(demo) as reader:
        places = matching(searched_texts(reader, Progress()), "RESIGNATION sladkov")
        told = list(tell(reader))
    assert places
    for place in places:
        words = told[place].words
        assert "resignation" in f"{words.quote} {words.reason}".casefold()


def test_a_change_is_found_by_the_quote_of_its_link(project: Project, demo: Path) -> None:
    with project:
        link = _link(project)
        quote = _told(demo)[-1].words.quote
        judged = Judgement(Stance.SUPPORTS, Status.ALLEGED, Confidence.HIGH)
        project.revise_link(link, judged, ChangeReason.REREADING, "Read again.")
    with Reader(demo) as reader:
        found = matching(searched_texts(reader, Progress()), f"link.revised {quote}")
        assert found == [reader.count_events() - 1]


def test_a_search_can_be_given_up(demo: Path) -> None:
    progress = Progress()
    progress.cancel()
    with Reader(demo) as reader, pytest.raises(Cancelled):
        searched_texts(reader, progress)
