"""The project file: its header, its settings, what it answers and how it is searched."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from provenance_desk.domain.replay import ThingKind
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.store.errors import ProjectDamaged, ProjectFileError
from provenance_desk.store.new_file import new_file
from provenance_desk.store.reader import Reader
from tests.reviewing import TEXTS, create, linked, open_again, prepared

QUESTIONS = (
    "documents",
    "claims",
    "links",
    "origins",
    "joins",
    "feeds",
    "names",
    "rules",
    "title",
    "project_id",
    "link_counts",
    "undone",
    "event_ids",
)


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    with create(tmp_path / "a.provdesk", home) as project:
        linked(project, 3)
        project.add_document(prepared(TEXTS[1], "b.txt"))
    return tmp_path / "a.provdesk"


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    with Reader(path) as reader:
        yield reader


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_header_says_what_the_file_is(path: Path) -> None:
    assert pragma(path, "application_id") == int.from_bytes(b"PdK1", "big")
    assert pragma(path, "user_version") == 1
    assert pragma(path, "journal_mode") == "wal"
    assert pragma(path, "integrity_check") == "ok"


def test_every_reference_inside_the_file_holds(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = connection.execute(
            "SELECT m.name, f.[table] FROM sqlite_master m, pragma_foreign_key_list(m.name) f"
        ).fetchall()
    assert ("event", "feed") in keys


def test_a_file_is_made_under_a_folder_with_any_name(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "Résumé #1 100% & more?"
    folder.mkdir()
    with create(folder / "Дело №1.provdesk", home) as project:
        project.add_claim(ClaimDraft("A claim"))
    with Reader(folder / "Дело №1.provdesk") as reader:
        assert len(reader.claims()) == 1


def test_a_new_file_that_finds_its_place_taken_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.provdesk"
    with (
        pytest.raises(ProjectFileError, match="could not be put in its place"),
        new_file(path, "0" * 32),
    ):
        path.mkdir()
    assert [found.name for found in tmp_path.iterdir()] == ["b.provdesk"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_reader_answers_what_the_writer_answers(name: str, path: Path, home: Path) -> None:
    with open_again(path, home) as project, Reader(path) as reader:
        said = [getattr(queries, name)() for queries in (project.store, reader)]
    assert said[0] == said[1]


def test_lines_and_events_and_ids_are_the_same_log(reader: Reader) -> None:
    (feed,) = reader.feeds()
    events = list(reader.events())
    assert [event.id for event in events] == reader.event_ids()
    assert list(reader.feed_events(feed.feed)) == events
    assert [name for name, _ in reader.named_lines(feed.feed)] == reader.event_ids()
    assert list(reader.lines(feed.feed, 3)) == list(reader.lines(feed.feed))[3:]
    assert [entry.type for entry in reader.feed_entries(feed.feed)] == [e.type for e in events]
    assert reader.newest_event() == events[-1]
    assert reader.count_events() == len(events) == feed.size


def test_events_are_found_by_id_beginning_type_and_thing(reader: Reader) -> None:
    events = list(reader.events())
    some = [events[5], events[2]]
    assert reader.events_by_id([e.id for e in some]) == [events[2], events[5]]
    assert reader.event(events[5].id) == events[5]
    assert reader.event("f" * 64) is None
    assert reader.ids_beginning(events[5].id[:12]) == [events[5].id]
    assert reader.ids_beginning("") == sorted(reader.ids_beginning(""))
    made = reader.events_of_types(["link.made", "unknown"])
    assert made == [e for e in events if e.type == "link.made"]
    assert reader.events_about(ThingKind.LINK, made[0].id) == [made[0]]


def test_links_are_found_by_document_and_claim(reader: Reader) -> None:
    links = reader.links()
    assert reader.links(document=links[0].document) == links
    assert reader.links(claim=links[0].claim) == links
    assert reader.links(document="f" * 64) == []
    assert reader.link_counts() == [(links[0].claim, links[0].document, "alleged", 3)]


def test_attachments_come_with_their_feed_in_the_order_they_were_written(reader: Reader) -> None:
    (feed,) = reader.feeds()
    found = list(reader.attachments(feed.feed))
    assert [name for name, _ in found][1:] == [link.quote for link in reader.links()]
    quote = reader.attachment(found[1][0])
    assert quote
    assert quote["exact"] == TEXTS[0][:20]
    assert reader.attachment("f" * 64) is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("minister", 1),
        ("MINIST", 1),
        ("dismissed april", 1),
        ("генерал", 1),
        ("приказ сред", 1),
        ("nobody knows", 0),
        ("", 0),
        ('" OR text:* NEAR(', 0),
        ("* - ^ ( ) {}", 0),
        ("denied " * 40, 1),
    ],
)
def test_sentences_are_found_by_their_words(words: str, count: int, reader: Reader) -> None:
    hits = reader.search(words)
    assert len(hits) == count
    for hit in hits:
        text = reader.text(hit.document)
        assert text
        assert text[hit.start : hit.end].strip()


def test_a_text_is_in_the_index_once(path: Path, home: Path) -> None:
    with open_again(path, home) as project:
        before = project.store.indexed_sentences()
        document = project.add_document(prepared(TEXTS[3], "c.txt"))
        project.undo()
        project.redo()
        project.undo()
        project.add_document(prepared(TEXTS[3], "c.txt"))
        assert project.store.indexed_sentences() == {**before, document: 1}


@pytest.mark.parametrize(
    "change",
    [
        "feed SET feed = 'zz'", "feed SET author = 'zz'", "feed SET head = x'00'",
        "feed SET clock = 'late'", "setting SET value = 'zz'",
    ],
)  # fmt: skip
def test_rows_that_name_no_feed_or_project_are_damage(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE {change}")
    with Reader(path) as reader, pytest.raises(ProjectDamaged, match="it holds"):
        (reader.project_id(), reader.feeds())


def test_a_checkpoint_and_an_attachment_that_are_no_bytes_are_read_all_the_same(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE checkpoint SET note = 5")
        other.execute("UPDATE attachment SET line = 7")
    with Reader(path) as reader:
        (feed,) = reader.feeds()
        assert reader.checkpoint(feed.feed) == b"5"
        assert {line for _, line in reader.attachments(feed.feed)} == {b"7"}
