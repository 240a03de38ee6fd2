"""Bad bundles that an author signed: forks and gaps, chains, references, quotes, authority."""

from collections.abc import Callable
from typing import Any

from provenance_desk.audit.checkpoints import FeedHead
from provenance_desk.audit.notes import sign_note
from provenance_desk.audit.verify_index import SeenHead
from tests.integration.bad_case import Cases
from tests.integration.bundle_maker import (
    ANNA,
    BEN,
    PASSAGE,
    TEXT,
    Document,
    Feed,
    Files,
    Good,
    sha,
)

CASES = Cases()
A, B = "data/feeds/" + "a" * 32, "data/feeds/" + "b" * 32
LAST = f"{A}/events.jsonl line 8"
OTHER = "f" * 64


def good_with(change: Callable[[Good], object]) -> Files:
    """A good bundle, its feeds changed by their own authors before they were sealed."""
    good = Good()
    change(good)
    return good.files()


# heads


@CASES.case("fork-seen-by-other-team", "F-FORK/4", f"{B}/events.jsonl line 5")
def _() -> Files:
    good = Good()
    other = Good().anna
    other.lines.pop()
    other.head = sha(other.lines[-1])
    other.clock -= 1
    other.add("claim.added", {"wording": "Another history.", "kind": "fact"})
    good.ben.see(other)
    return good.files()


@CASES.case("rollback-seen-by-other-team", "F-ROLLBACK/4", f"{B}/events.jsonl line 3")
def _() -> Files:
    good = Good()
    good.anna.lines.pop()
    good.anna.head = sha(good.anna.lines[-1])
    return good.files()


@CASES.case("feed-withheld-but-seen", "F-FEEDGONE/4", f"{B}/events.jsonl line 3")
def _() -> Files:
    good = Good(exporter=BEN)
    payload = {path: data for path, data in good.payload().items() if not path.startswith(A)}
    return good.signed(payload, feeds=good.note(b"").feeds[1:])


@CASES.case("fork-vs-own-records", "F-FORK/4", "own records", (SeenHead("a" * 32, 7, OTHER),))
def _() -> Files:
    return Good().files()


@CASES.case(
    "rollback-vs-own-records", "F-ROLLBACK/4", "own records", (SeenHead("a" * 32, 9, OTHER),)
)
def _() -> Files:
    return Good().files()


def forked(resolve: Callable[[Good, Feed], object]) -> Files:
    """A good bundle with a second tail of Anna's feed beside the first."""
    good = Good()
    tail = Feed(ANNA, "a" * 32)
    tail.lines, tail.head = good.anna.lines[:6], sha(good.anna.lines[5])
    tail.clock = 6
    tail.add("claim.added", {"wording": "Another history.", "kind": "fact"})
    tail.seal()
    tail.lines, tail.attachments = tail.lines[6:], []
    resolve(good, tail)
    fork = tail.files(f"data/forks/{tail.id}-{tail.head}")
    return good.signed(good.payload() | fork)


def seen_by_ben(good: Good, tail: Feed) -> None:
    head = {"feed": tail.id, "size": 7, "head": tail.head}
    good.ben.add("heads.seen", {"heads": [head]}, clock=good.ben.clock + 1)


@CASES.case("fork-unresolved", "F-FORK/4", "data/forks/")
def _() -> Files:
    return forked(lambda good, tail: None)


@CASES.case("fork-resolved-by-another", "OK/0")
def _() -> Files:
    def resolve(good: Good, tail: Feed) -> None:
        seen_by_ben(good, tail)
        good.ben.add("fork.resolved", {"feed": tail.id, "keep": good.anna.head})

    return forked(resolve)


def bens_fork(continue_it: Callable[[Good, Feed], object], at: int = 3) -> Files:
    """A good bundle with a resolved fork of Ben's feed, which goes on from its entry `at`."""
    good = Good()
    tail = Feed(BEN, "b" * 32)
    tail.lines, tail.head = good.ben.lines[:at], sha(good.ben.lines[at - 1])
    tail.clock = good.anna.clock + at - 2
    continue_it(good, tail)
    tail.seal()
    tail.lines, size = tail.lines[at:], tail.size
    clock = max(tail.clock, good.ben.clock) + 1
    heads = [{"feed": tail.id, "size": size, "head": tail.head}]
    heads += [{"feed": tail.id, "size": good.ben.size, "head": good.ben.head}]
    good.anna.add("heads.seen", {"heads": heads}, clock=clock)
    good.anna.add("fork.resolved", {"feed": tail.id, "keep": good.bens_link})
    return good.signed(good.payload() | tail.files(f"data/forks/{tail.id}-{tail.head}"))


@CASES.case("fork-that-uses-what-its-feed-had-seen", "OK/0")
def _() -> Files:
    return bens_fork(lambda good, tail: tail.add("link.made", good.link_body(tail, zone="caption")))


@CASES.case("fork-that-uses-the-other-history", "C-CLOCK/1", "data/forks/")
def _() -> Files:
    def use_it(good: Good, tail: Feed) -> None:
        tail.add("link.retracted", {"link": good.bens_link, "reason": "slip"})

    return bens_fork(use_it)


@CASES.case("fork-resolved-without-having-seen-it", "F-FORK/4", "data/forks/")
def _() -> Files:
    return forked(
        lambda good, tail: good.ben.add("fork.resolved", {"feed": tail.id, "keep": good.anna.head})
    )


@CASES.case("fork-resolved-by-its-author", "F-FORK/4", "data/forks/")
def _() -> Files:
    return forked(
        lambda good, tail: good.anna.add("fork.resolved", {"feed": tail.id, "keep": good.link})
    )


# checkpoints


def sealed_with(*, instead_of: str, put: str) -> Files:
    good = Good()
    text = good.anna.checkpoint().text
    assert instead_of in text
    good.anna.sealed = sign_note(text.replace(instead_of, put), ANNA)
    return good.files()


@CASES.case("checkpoint-root-lie", "T-HEAD/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_with(instead_of=Good().anna.head, put=OTHER)


@CASES.case("checkpoint-size-leading-zero", "T-SIZE/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_with(instead_of="\n7\n", put="\n07\n")


@CASES.case("checkpoint-size-arabic-digit", "T-SIZE/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_with(instead_of="\n7\n", put="\n\u0667\n")


@CASES.case("checkpoint-extension-line", "T-ORIGIN/1", f"{A}/checkpoint.note")
def _() -> Files:
    head = Good().anna.head
    return sealed_with(instead_of=head, put=f"{head}\nmore")


# the chain


def last_event(**changed: Any) -> Files:
    """A good bundle whose author ended the feed with an event of a changed envelope."""
    claim = {"wording": "One more.", "kind": "fact"}
    return good_with(lambda good: good.anna.add("claim.added", claim, **changed))


@CASES.case("event-after-key-retired", "K-RETIRED/1", f"{A}/events.jsonl line 9")
def _() -> Files:
    def retire(good: Good) -> None:
        good.anna.add("key.retired", {"reason": "lost"})
        good.anna.add("claim.added", {"wording": "Too late.", "kind": "fact"})

    return good_with(retire)


@CASES.case("event-after-key-retired-in-another-feed", "K-RETIRED/1", "line 4")
def _() -> Files:
    good = Good()
    second = Feed(ANNA, "c" * 32)
    second.add("feed.opened", {"app": "test"})
    second.add("claim.added", {"wording": "In time.", "kind": "fact"})
    good.anna.add("key.retired", {"reason": "lost"})
    second.see(good.anna)
    second.add("claim.added", {"wording": "Too late.", "kind": "fact"})
    heads = sorted(
        [*good.note(b"").feeds, FeedHead(second.id, second.size, second.head)],
        key=lambda head: head.feed,
    )
    return good.signed(good.payload() | second.files(), feeds=tuple(heads))


@CASES.case("seq-gap", "C-SEQ/1", LAST)
def _() -> Files:
    return last_event(seq=9)


@CASES.case("seq-negative", "C-SEQ/1", LAST)
def _() -> Files:
    return last_event(seq=-1)


@CASES.case("seq-is-true", "E-FIELD/1", LAST)
def _() -> Files:
    return last_event(seq=True)


@CASES.case("step-ahead", "C-STEP/1", LAST)
def _() -> Files:
    return last_event(step=8)


@CASES.case("clock-goes-back", "C-CLOCK/1", LAST)
def _() -> Files:
    return last_event(clock=3)


@CASES.case("clock-poisoned", "C-CLOCK/1", LAST)
def _() -> Files:
    return last_event(clock=2**40)


@CASES.case("clock-poisoned-by-heads-seen", "C-CLOCK/1", f"{B}/events.jsonl line 5")
def _() -> Files:
    return good_with(lambda good: good.ben.see(good.anna, clock=2**40))


@CASES.case("foreign-id-before-heads-seen", "C-CLOCK/1", f"{B}/events.jsonl line 3")
def _() -> Files:
    good = Good()
    good.ben = Feed(BEN, "b" * 32)
    good.ben.add("feed.opened", {"app": "test"})
    good.ben.add("document.added", good.document.added())
    good.ben.add("claim.retired", {"claim": good.claim, "reason": good.ben.attach(text="Done.")})
    return good.files()


@CASES.case("other-project-event", "C-PROJECT/1", LAST)
def _() -> Files:
    return last_event(project="9" * 32)


@CASES.case("bundle-of-other-project", "C-PROJECT/1", f"{A}/events.jsonl line 1")
def _() -> Files:
    good = Good()
    return good.signed(good.payload(), project="9" * 32)


@CASES.case("second-feed-open", "C-OPEN/1", LAST)
def _() -> Files:
    return good_with(lambda good: good.anna.add("feed.opened", {"app": "test"}))


@CASES.case("second-project-created", "C-OPEN/1", LAST)
def _() -> Files:
    body = {"title": "Another", "format": "provdesk/1"}
    return good_with(lambda good: good.anna.add("project.created", body))


# what events name


@CASES.case("link-to-missing-claim", "Q-DANGLING/1", LAST)
def _() -> Files:
    return good_with(
        lambda good: good.anna.add("link.made", good.link_body(good.anna, claim=OTHER))
    )


@CASES.case("link-to-an-origin-as-claim", "Q-DANGLING/1", LAST)
def _() -> Files:
    return good_with(
        lambda good: good.anna.add("link.made", good.link_body(good.anna, claim=good.origin))
    )


@CASES.case("document-that-nobody-added", "Q-DANGLING/1", LAST)
def _() -> Files:
    return good_with(
        lambda good: good.anna.add("document.marked", {"document": OTHER, "handling": "share"})
    )


def linked(start: int, end: int, **parts: str) -> Files:
    """A good bundle with a link whose passage and quote say what they are told to say."""

    def link(good: Good) -> None:
        quote = {"exact": TEXT[start:end], "prefix": TEXT[max(0, start - 40) : start]}
        quote["suffix"] = TEXT[end : end + 40]
        body = good.link_body(good.anna, start=start, end=end)
        good.anna.attachments.pop(-2)
        body["quote"] = good.anna.attach(**quote | parts)
        good.anna.add("link.made", body)

    return good_with(link)


START = TEXT.index(PASSAGE)
END = START + len(PASSAGE)


@CASES.case("quote-not-in-source", "Q-QUOTE/1", LAST)
def _() -> Files:
    return linked(START, END, exact="Officials said the bridge was not hit now.")


@CASES.case("quote-offset-utf16", "Q-QUOTE/1", LAST)
def _() -> Files:
    parts = {"exact": PASSAGE, "prefix": TEXT[START - 40 : START], "suffix": TEXT[END : END + 40]}
    return linked(START + 1, END + 1, **parts)


@CASES.case("quote-nfc-vs-nfd", "Q-QUOTE/1", LAST)
def _() -> Files:
    at = TEXT.index("cafe\u0301")
    return linked(at, at + 5, exact="caf\u00e9")


@CASES.case("quote-offset-huge", "Q-QUOTE/1", "line")
def _() -> Files:
    return linked(10**12, 10**12 + len(PASSAGE), exact=PASSAGE)


@CASES.case("quote-of-nothing", "Q-QUOTE/1", LAST)
def _() -> Files:
    return linked(START, START)


@CASES.case("quote-beyond-a-text-that-is-not-here", "Q-QUOTE/1", "line")
def _() -> Files:
    files = linked(10**6, 10**6 + len(PASSAGE), exact=PASSAGE)
    good = Good()
    kept = {p: d for p, d in files.items() if p.startswith("data/") and Document().id not in p}
    good.anna.lines.append(b"")
    good.anna.head = sha(files[f"{A}/events.jsonl"].split(b"\n")[7])
    return good.signed(kept)


# authority


def by_ben(name: str, body: Callable[[Good], dict[str, Any]]) -> Files:
    return good_with(lambda good: good.ben.add(name, body(good)))


BENS_LAST = f"{B}/events.jsonl line 5"


@CASES.case("revise-other-reviewers-link", "A-FOREIGN/1", BENS_LAST)
def _() -> Files:
    def body(good: Good) -> dict[str, Any]:
        made = good.link_body(good.ben)
        kept = {key: made[key] for key in ("claim_version", "judgement", "rationale")}
        good.ben.attachments.pop(-2)
        return kept | {"link": good.link, "reason": "slip"}

    return by_ben("link.revised", body)


@CASES.case("retract-other-reviewers-link", "A-FOREIGN/1", BENS_LAST)
def _() -> Files:
    return by_ben("link.retracted", lambda good: {"link": good.link, "reason": "slip"})


@CASES.case("undo-other-reviewers-event", "A-FOREIGN/1", BENS_LAST)
def _() -> Files:
    return by_ben("event.undone", lambda good: {"events": [good.claim]})


@CASES.case("undo-of-an-export", "A-UNDO/1", f"{A}/events.jsonl line 9")
def _() -> Files:
    def undo(good: Good) -> None:
        exported = good.anna.add("bundle.exported", {"manifest": OTHER, "scope": "whole"})
        good.anna.add("event.undone", {"events": [exported]})

    return good_with(undo)


@CASES.case("settlement-changes-stance", "E-BODY/1", BENS_LAST)
def _() -> Files:
    return by_ben(
        "disagreement.settled",
        lambda good: {
            "judgements": [good.link, good.bens_link],
            "outcome": "chosen",
            "status": "alleged",
            "stance": "contradicts",
            "reason": good.ben.attach(text="Agreed by phone."),
        },
    )
