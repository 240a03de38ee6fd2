"""Bad bundles that somebody without the authors' keys bagged and signed anew, for their own."""

import base64

from provenance_desk.audit import notes
from provenance_desk.audit.keys import key_name
from tests.integration.bad_bags import EVENTS, TEXT_PATH, A, edited, without
from tests.integration.bad_case import Cases
from tests.integration.bundle_maker import ANNA, MALLORY, Feed, Files, Good, sha

CASES = Cases()


def resigned(payload: Files, good: Good | None = None) -> Files:
    """The payload bagged and signed by somebody else, with the heads that its files have."""
    good = good or Good()
    good.exporter = MALLORY
    return good.signed(payload)


@CASES.case("reexport-source-edit", "Q-SOURCEHASH/1", TEXT_PATH)
def _() -> Files:
    return resigned(edited(Good().payload(), TEXT_PATH, b"nobody", b"somebody"))


@CASES.case("reexport-source-swap-renamed", "K-UNKNOWN/3")
def _() -> Files:
    payload = Good().payload()
    text = payload.pop(TEXT_PATH).replace(b"nobody", b"somebody")
    return resigned(payload | {f"data/texts/{sha(text)}.txt": text})


def lines_changed(feed: str, *lines: bytes) -> Files:
    """A good payload in which a feed has other lines."""
    return Good().payload() | {f"{feed}/events.jsonl": b"".join(line + b"\n" for line in lines)}


@CASES.case("reexport-event-edit", "C-PREV/1", f"{EVENTS} line 6")
def _() -> Files:
    return resigned(edited(Good().payload(), EVENTS, b"The bridge was hit.", b"It was hit."))


@CASES.case("reexport-last-event-edit", "T-HEAD/1", f"{A}/checkpoint.note")
def _() -> Files:
    return resigned(edited(Good().payload(), EVENTS, b'"alleged"', b'"confirmed"'))


@CASES.case("truncate-last-event", "T-SIZE/1", "was signed with 7 events, this file has 6")
def _() -> Files:
    return resigned(lines_changed(A, *Good().anna.lines[:-1]))


@CASES.case("delete-middle-event", "C-SEQ/1", f"{EVENTS} line 4")
def _() -> Files:
    lines = Good().anna.lines
    return resigned(lines_changed(A, *lines[:3], *lines[4:]))


@CASES.case("swap-two-events", "C-SEQ/1", f"{EVENTS} line 5")
def _() -> Files:
    lines = Good().anna.lines
    return resigned(lines_changed(A, *lines[:4], lines[5], lines[4], lines[6]))


@CASES.case("duplicate-event", "C-SEQ/1", f"{EVENTS} line 6")
def _() -> Files:
    lines = Good().anna.lines
    return resigned(lines_changed(A, *lines[:5], lines[4], *lines[5:]))


@CASES.case("insert-foreign-event", "C-FEED/1", f"{EVENTS} line 4")
def _() -> Files:
    lines = Good().anna.lines
    return resigned(lines_changed(A, *lines[:3], Good().ben.lines[3], *lines[3:]))


@CASES.case("drop-first-event", "C-OPEN/1", f"{EVENTS} line 1")
def _() -> Files:
    return resigned(lines_changed(A, *Good().anna.lines[1:]))


@CASES.case("append-unsigned-event", "T-SIZE/1", "was signed with 7 events, this file has 8")
def _() -> Files:
    good = Good()
    good.anna.seal()
    good.anna.add("claim.added", {"wording": "More.", "kind": "fact"})
    return resigned(good.payload(), good)


def sealed_by(seal: bytes) -> Files:
    """A good payload in which Anna's feed has another checkpoint."""
    return resigned(Good().payload() | {f"{A}/checkpoint.note": seal})


@CASES.case("checkpoint-signed-by-mallory", "T-NOKEY/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_by(notes.sign_note(Good().anna.checkpoint().text, MALLORY))


@CASES.case("checkpoint-bitflip-sig", "T-SIGNATURE/1", f"{A}/checkpoint.note")
def _() -> Files:
    anna = Good().anna
    text = anna.checkpoint().text
    signed = bytearray(ANNA.sign(text.encode()))
    signed[20] ^= 1
    return sealed_by(note_of(text, key_name(ANNA.public), ANNA.public, bytes(signed)))


def note_of(text: str, name: str, public: str, signature: bytes) -> bytes:
    """A signed note put together by hand."""
    packed = base64.b64encode(notes.key_id(name, public) + signature).decode()
    return f"{text}\n— {name} {packed}\n".encode()


@CASES.case("checkpoint-noncanonical-base64", "T-NOTE/1", f"{A}/checkpoint.note")
def _() -> Files:
    seal = Good().anna.seal().decode()
    last = seal[-3]
    other = chr(ord(last) + 1)
    return sealed_by((seal[:-3] + other + seal[-2:]).encode())


@CASES.case("checkpoint-crlf", "T-NOTE/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_by(Good().anna.seal().replace(b"\n", b"\r\n"))


@CASES.case("checkpoint-no-signature", "T-NOTE/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_by(Good().anna.checkpoint().text.encode())


@CASES.case("checkpoint-17-signatures", "T-NOTE/1", f"{A}/checkpoint.note")
def _() -> Files:
    text = Good().anna.checkpoint().text
    lines = (notes.sign_note(text, ANNA, f"k{n}").split(b"\n\n")[1] for n in range(17))
    return sealed_by(text.encode() + b"\n" + b"".join(lines))


@CASES.case("checkpoint-from-other-feed", "T-NOKEY/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_by(Good().ben.seal())


@CASES.case("checkpoint-same-key-other-feed", "T-ORIGIN/1", f"{A}/checkpoint.note")
def _() -> Files:
    return sealed_by(Good().anna.seal(feed="c" * 32))


@CASES.case("checkpoint-old-smaller-size", "T-SIZE/1", "was signed with 6 events")
def _() -> Files:
    anna = Good().anna
    return sealed_by(anna.seal(size=6, head=sha(anna.lines[5])))


@CASES.case("checkpoint-missing", "C-MISSING/1", f"{A}/checkpoint.note")
def _() -> Files:
    return resigned(without(Good().payload(), f"{A}/checkpoint.note"))


@CASES.case("author-field-replaced", "C-AUTHOR/1", f"{EVENTS} line 5")
def _() -> Files:
    lines = Good().anna.lines
    taken = lines[4].replace(ANNA.public.encode(), MALLORY.public.encode())
    return resigned(lines_changed(A, *lines[:4], taken, *lines[5:]))


@CASES.case("steal-whole-feed-under-own-key", "K-UNKNOWN/3")
def _() -> Files:
    good = Good(with_ben=False)
    good.anna = Feed(MALLORY, "a" * 32)
    good.write_anna()
    return resigned(good.payload(), good)


@CASES.case("small-order-author-key", "T-SIGNATURE/1", "/checkpoint.note")
def _() -> Files:
    weak = "01" + "00" * 31
    good = Good()
    feed = Feed(MALLORY, "c" * 32, author=weak)
    feed.add("feed.opened", {"app": "test"})
    signature = bytes.fromhex(weak) + bytes(32)
    feed.sealed = note_of(feed.checkpoint().text, key_name(weak), weak, signature)
    return resigned(good.payload() | feed.files(), good)
