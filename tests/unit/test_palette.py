"""What the palette finds: commands, claims, documents and sentences, in this order."""

from dataclasses import dataclass, field, replace

import pytest

from provenance_desk.domain.records import Claim, Document
from provenance_desk.domain.words import ClaimKind, Handling
from provenance_desk.gui.palette.presenter import CommandChoice, PalettePresenter, around

CLAIM = Claim(
    id="c1",
    clock=1,
    author="",
    time="",
    wording="Mizintsev was dismissed",
    kind=ClaimKind.FACT,
    actor=None,
    dates=(),
    version="",
    versions=1,
    retired=False,
    withdrawn=False,
)
DOCUMENT = Document(
    id="d1",
    added="",
    clock=1,
    author="",
    time="",
    original="",
    name="dismissal.txt",
    media_type="",
    bytes=0,
    length=0,
    reader="",
    encoding="",
    replaced=0,
    table="",
    segmenter="",
    card=None,
    handling=Handling.SHARE,
    withdrawn=False,
)


@dataclass(frozen=True)
class Place:
    document: str = "d1"
    start: int = 6
    end: int = 24


@dataclass
class Project:
    found: list[Claim] = field(default_factory=lambda: [CLAIM])
    held: list[Document] = field(default_factory=lambda: [DOCUMENT])
    sought: list[str] = field(default_factory=list)

    def claims(self) -> list[Claim]:
        return self.found

    def documents(self) -> list[Document]:
        return self.held

    def text(self, document: str, /) -> str | None:
        return "First. He was\ndismissed."

    def search(self, words: str, limit: int, /) -> list[Place]:
        self.sought.append(words)
        return [Place()]


class Fixture:
    def __init__(self, project: Project | None) -> None:
        self.went: list[tuple[object, ...]] = []
        commands = [
            CommandChoice("Dismiss the message", "Go", "Esc", lambda: self.went.append(("run",))),
            CommandChoice("New project", "Project", "Ctrl N", lambda: self.went.append(("new",))),
            CommandChoice("About projects", "Help", "", lambda: self.went.append(("about",))),
        ]
        self.palette = PalettePresenter(
            commands,
            project,
            lambda *place: self.went.append(place),
            lambda claim: self.went.append((claim,)),
        )


@pytest.fixture
def shown() -> Fixture:
    return Fixture(Project())


def test_before_anything_is_typed_every_command_is_there(shown: Fixture) -> None:
    assert [row.text for row in shown.palette.rows("")] == [
        "Dismiss the message",
        "New project",
        "About projects",
    ]


def test_words_are_sought_everywhere(shown: Fixture) -> None:
    rows = shown.palette.rows("dismiss")
    assert [(row.kind, row.text) for row in rows] == [
        ("command", "Dismiss the message"),
        ("claim", "Mizintsev was dismissed"),
        ("document", "dismissal.txt"),
        ("sentence", "He was dismissed."),
    ]
    assert rows[-1].detail == "dismissal.txt"


def test_every_word_must_be_there_in_whichever_order(shown: Fixture) -> None:
    assert [row.kind for row in shown.palette.rows("DISMISSED mizin")][:1] == ["claim"]


def test_a_command_that_begins_as_typed_comes_first(shown: Fixture) -> None:
    found = [row.text for row in shown.palette.rows("pro") if row.kind == "command"]
    assert found == ["New project", "About projects"]


def test_choosing_leads_to_what_was_found(shown: Fixture) -> None:
    for row in shown.palette.rows("dismiss"):
        row.choose()
    assert shown.went == [("run",), ("c1",), ("d1", 0, 0), ("d1", 6, 24)]


def test_one_letter_is_not_sought_in_texts() -> None:
    project = Project()
    Fixture(project).palette.rows("d")
    assert project.sought == []


def test_what_was_withdrawn_is_not_found() -> None:
    project = Project([replace(CLAIM, withdrawn=True)], [replace(DOCUMENT, withdrawn=True)])
    kinds = {row.kind for row in Fixture(project).palette.rows("dismiss")}
    assert kinds == {"command", "sentence"}


def test_a_retired_claim_says_so() -> None:
    project = Project([replace(CLAIM, retired=True)])
    row = next(r for r in Fixture(project).palette.rows("mizintsev") if r.kind == "claim")
    assert row.detail == "retired"


def test_without_a_project_only_commands_are_found() -> None:
    assert [row.kind for row in Fixture(None).palette.rows("dismiss")] == ["command"]


def test_a_word_far_behind_in_a_sentence_is_brought_into_sight() -> None:
    sentence = "It was said for a very long time and by very many people that he was dismissed."
    assert around(sentence, "said") == sentence
    assert around(sentence, "dismissed") == "…by very many people that he was dismissed."
