"""Projects to test with, and what a reviewer may do in one, chosen by whoever plays."""

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Protocol, TypeVar

from provenance_desk.audit.identity import Identity, create_identity, has_identity, load_identity
from provenance_desk.domain.document_events import DocumentDescribed, Published
from provenance_desk.domain.events import Event
from provenance_desk.domain.judgements import Judgement, Speaker
from provenance_desk.domain.project_events import RulesChosen
from provenance_desk.domain.records import Claim, Document, Link, Origin
from provenance_desk.domain.replay import replay
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    ClaimRelation,
    Confidence,
    DocumentRelation,
    Handling,
    HouseRule,
    Mode,
    Naming,
    OriginKind,
    OriginRelation,
    PersonFlag,
    Precision,
    Reliability,
    Stance,
    Standing,
    Status,
    Wording,
    Zone,
)
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.media_types import MediaType
from provenance_desk.project.actions import links as link_actions
from provenance_desk.project.actions.claims import ClaimDraft
from provenance_desk.project.actions.documents import PreparedDocument, prepare_document
from provenance_desk.project.actions.links import LinkDraft
from provenance_desk.project.errors import ActionRefused, AlreadyHere
from provenance_desk.project.project import Project
from provenance_desk.store.reader import Queries

T = TypeVar("T")

TEXTS = (
    "The minister was dismissed on 27 April. Nobody said why.\n\nHe denied it on Friday.",
    "Генерал уволен. По данным источника, приказ подписан в среду.\nОн это отрицает.",
    "Ré\u0301sumé of the affair 🙂. Two brigades were withdrawn. Two brigades were withdrawn.",
    "One sentence only.",
)
WORDINGS = ("The minister was dismissed", "He denied it", "Two brigades were withdrawn")
NAMES = ("Reuters", "the Defence Ministry", "Anna Boris", "REUTERS")


def identity(home: Path, name: str = "Reviewer A") -> Identity:
    """The key of that home, made where there is none."""
    return load_identity(home) if has_identity(home) else create_identity(home, name)


def create(path: Path, home: Path, name: str = "Reviewer A") -> Project:
    """A new project of the reviewer with that home."""
    return Project.create(path, "Test", identity(home, name), home)


def open_again(path: Path, home: Path, name: str = "Reviewer A", wait: float = 0) -> Project:
    """An existing project, opened by the reviewer with that home."""
    return Project.open(path, identity(home, name), home, wait=wait)


def prepared(text: str, name: str = "a.txt") -> PreparedDocument:
    """A document with that text."""
    extracted = Extracted(text, MediaType.TEXT, "text/1", "utf-8")
    return prepare_document(name, text.encode(), extracted)


def judgement(
    status: Status = Status.ALLEGED,
    confidence: Confidence = Confidence.HIGH,
    stance: Stance = Stance.SUPPORTS,
    origin: str | None = None,
) -> Judgement:
    """A judgement; the usual one where nothing is said."""
    return Judgement(stance, status, confidence, origin=origin)


def linked(project: Project, count: int = 1) -> tuple[str, str, list[str]]:
    """A document, a claim and links between them; their ids."""
    document = project.add_document(prepared(TEXTS[0]))
    claim = project.add_claim(ClaimDraft(WORDINGS[0]))
    drafts = [LinkDraft(claim, document, n, n + 20, judgement()) for n in range(count)]
    return document, claim, [project.make_link(draft) for draft in drafts]


Projections = Mapping[str, object]


def projections(queries: Queries) -> Projections:
    """What the file says of the review."""
    documents = queries.documents()
    passages = {d.id: [e.id for e in queries.passage_events(d.id)] for d in documents}
    return {
        "documents": _by_id(documents),
        "passages": {name: ids for name, ids in passages.items() if ids},
        "claims": _by_id(queries.claims()),
        "joins": queries.joins(),
        "links": _by_id(queries.links()),
        "origins": _by_id(queries.origins()),
    }


def replayed(events: Iterable[Event]) -> Projections:
    """What a replay of events says of the review."""
    state = replay(events)
    return {
        "documents": dict(state.documents),
        "passages": {
            name: [event.id for event in events]
            for name, events in state.passages.items()
            if name in state.documents
        },
        "claims": dict(state.claims),
        "joins": dict(state.joins),
        "links": dict(state.links),
        "origins": dict(state.origins),
    }


def _by_id(records: Iterable[Document | Claim | Link | Origin]) -> dict[str, object]:
    return {record.id: record for record in records}


class Player(Protocol):
    """Whoever decides what the reviewer does."""

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        ...

    def number(self, least: int, most: int) -> int:
        """A number from least to most."""
        ...


class Dice:
    """Decides by chance."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self._random.choice(options)

    def number(self, least: int, most: int) -> int:
        """A number from least to most."""
        return self._random.randint(least, most)


Action = Callable[[Project, Player], object]


def act(project: Project, player: Player, name: str) -> bool:
    """Do something; False where the method did not allow it, or there was nothing to do it to."""
    try:
        ACTIONS[name](project, player)
    except (ActionRefused, AlreadyHere, Nothing):
        return False
    return True


class Nothing(Exception):
    """There is nothing to do that to."""


def _some(player: Player, options: Sequence[T]) -> T:
    if not options:
        raise Nothing
    return player.pick(options)


def _document(project: Project, player: Player) -> Document:
    return _some(player, [d for d in project.store.documents() if not d.withdrawn])


def _claim(project: Project, player: Player) -> str:
    return _some(player, [c.id for c in project.store.claims()])


def _link(project: Project, player: Player) -> str:
    return _some(player, [k.id for k in project.store.links()])


def _origin(project: Project, player: Player) -> str | None:
    return player.pick([None, *(o.id for o in project.store.origins() if not o.withdrawn)])


def _span(document: Document, player: Player) -> tuple[int, int]:
    start = player.number(0, document.length - 1)
    return start, player.number(start + 1, document.length)


def _judged(project: Project, player: Player) -> Judgement:
    speakers = (Speaker("a spokesman", Naming.ROLE, Mode.PARAPHRASED),)
    return Judgement(
        stance=player.pick(list(Stance)),
        status=player.pick(list(Status)),
        confidence=player.pick(list(Confidence)),
        wording=player.pick([None, *Wording]),
        speakers=player.pick([(), speakers]),
        origin=_origin(project, player),
        access=player.pick([None, *Access]),
    )


def _draft(project: Project, player: Player) -> ClaimDraft:
    kind = player.pick(list(ClaimKind))
    return ClaimDraft(player.pick(WORDINGS), kind, _origin(project, player))


def _link_draft(project: Project, player: Player, claim: str) -> LinkDraft:
    document = _document(project, player)
    start, end = _span(document, player)
    return LinkDraft(claim, document.id, start, end, _judged(project, player), "because")


def _card(document: str, player: Player) -> DocumentDescribed:
    return DocumentDescribed(
        document=document,
        title=player.pick(WORDINGS),
        publisher=player.pick(NAMES),
        language="en",
        translated=False,
        family="",
        reference_work=False,
        reliability=player.pick(list(Reliability)),
        published=Published("2023-04", Precision.MONTH),
    )


def _pair(project: Project, player: Player) -> tuple[str, str]:
    return _claim(project, player), _claim(project, player)


def _add_document(project: Project, player: Player) -> None:
    project.add_document(prepared(player.pick(TEXTS), player.pick(["a.txt", "b.txt"])))


def _describe(project: Project, player: Player) -> None:
    project.describe_document(_card(_document(project, player).id, player), "by post")


def _mark(project: Project, player: Player) -> None:
    project.mark_document(_document(project, player).id, player.pick(list(Handling)), "ask first")


def _withdraw(project: Project, player: Player) -> None:
    if player.number(0, 3) == 0:
        project.withdraw_document(_document(project, player).id, "a forgery")


def _relate_documents(project: Project, player: Player) -> None:
    first, second = _document(project, player).id, _document(project, player).id
    project.relate_documents(first, second, player.pick(list(DocumentRelation)))


def _zone(project: Project, player: Player) -> None:
    document = _document(project, player)
    project.zone_passage(document.id, *_span(document, player), player.pick(list(Zone)))


def _same_as(project: Project, player: Player) -> None:
    document = _document(project, player)
    project.mark_same_as(document.id, _span(document, player), _span(document, player))


def _skip(project: Project, player: Player) -> None:
    document = _document(project, player)
    project.skip_passage(document.id, *_span(document, player))


def _split(project: Project, player: Player) -> None:
    document = _document(project, player)
    project.split_sentence(document.id, player.number(1, document.length - 1))


def _join(project: Project, player: Player) -> None:
    document = _document(project, player)
    project.join_sentences(document.id, *_span(document, player))


def _add_claim(project: Project, player: Player) -> None:
    project.add_claim(_draft(project, player))


def _reword(project: Project, player: Player) -> None:
    project.reword_claim(_claim(project, player), _draft(project, player), "clearer")


def _retire(project: Project, player: Player) -> None:
    project.retire_claim(_claim(project, player), "not pursued")


def _restore(project: Project, player: Player) -> None:
    project.restore_claim(_claim(project, player), "pursued again")


def _make_link(project: Project, player: Player) -> None:
    project.make_link(_link_draft(project, player, _claim(project, player)))


def _link_new_claim(project: Project, player: Player) -> None:
    draft = _link_draft(project, player, "")
    project.make_link_to_new_claim(_draft(project, player), draft)


def _revise(project: Project, player: Player) -> None:
    link, judged = _link(project, player), _judged(project, player)
    project.revise_link(link, judged, player.pick(list(ChangeReason)), "read again")


def _retract(project: Project, player: Player) -> None:
    project.retract_link(_link(project, player), ChangeReason.SLIP)


def _add_origin(project: Project, player: Player) -> None:
    project.add_origin(player.pick(NAMES), player.pick(list(OriginKind)))


def _relate_origins(project: Project, player: Player) -> None:
    known = [o.id for o in project.store.origins()]
    first, second = _some(player, known), _some(player, known)
    project.relate_origins(first, second, player.pick(list(OriginRelation)))


def _answer(project: Project, player: Player) -> None:
    project.answer_contradiction(_link(project, player), "outweighed")


def _rules(project: Project, player: Player) -> None:
    flags = (True, False)
    rule = player.pick(list(HouseRule))
    project.choose_rules(RulesChosen(rule, player.pick(flags), player.pick(flags)))


def _bulk(project: Project, player: Player) -> None:
    """Several links and changes of them in one step."""
    claim = _claim(project, player)
    drafts = [_link_draft(project, player, claim) for _ in range(player.number(2, 6))]
    changed = _judged(project, player)
    with project.step() as work:
        made = [link_actions.make_link(work, draft) for draft in drafts]
        with contextlib.suppress(ActionRefused):
            link_actions.revise_link(work, made[0], changed, ChangeReason.SLIP, "at once")
        link_actions.retract_link(work, made[1], ChangeReason.REREADING)


ACTIONS: Mapping[str, Action] = {
    "add document": _add_document,
    "describe document": _describe,
    "mark document": _mark,
    "withdraw document": _withdraw,
    "relate documents": _relate_documents,
    "zone passage": _zone,
    "mark same as": _same_as,
    "skip passage": _skip,
    "split sentence": _split,
    "join sentences": _join,
    "add claim": _add_claim,
    "reword claim": _reword,
    "retire claim": _retire,
    "restore claim": _restore,
    "join claims": lambda project, player: project.join_claims(*_pair(project, player), "same"),
    "separate claims": lambda project, player: project.separate_claims(
        *_pair(project, player), "not the same"
    ),
    "relate claims": lambda project, player: project.relate_claims(
        *_pair(project, player), player.pick(list(ClaimRelation))
    ),
    "override standing": lambda project, player: project.override_standing(
        _claim(project, player), player.pick(list(Standing)), "seen"
    ),
    "make link": _make_link,
    "link new claim": _link_new_claim,
    "revise link": _revise,
    "retract link": _retract,
    "add origin": _add_origin,
    "relate origins": _relate_origins,
    "answer contradiction": _answer,
    "choose rules": _rules,
    "set name": lambda project, player: project.set_name(player.pick(NAMES)),
    "add note": lambda project, player: project.add_note("a note"),
    "flag person": lambda project, player: project.flag_person(
        player.pick(NAMES), player.pick(list(PersonFlag))
    ),
    "bulk": _bulk,
    "undo": lambda project, player: project.undo(),
    "redo": lambda project, player: project.redo(),
}
