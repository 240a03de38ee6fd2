"""Bad bundles whose author signed a line that is no event: its fields, its body, its very bytes."""

import json
import random
from collections.abc import Callable
from typing import Any

from tests.integration.bad_case import Cases
from tests.integration.bundle_maker import TIME, Files, Good

CASES = Cases()
A = "data/feeds/" + "a" * 32
LAST = f"{A}/events.jsonl line 8"
_NOISE = random.Random(7).randbytes(1_000_000)
CLAIM = {"wording": "One more.", "kind": "fact"}


def plain(value: object) -> bytes:
    """JSON with sorted keys and no spaces, whatever it holds."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def ended_by(line: Callable[[Good], bytes]) -> Files:
    """A good bundle whose feed ends with this line, signed as all others are."""
    good = Good()
    good.anna.add_line(line(good))
    return good.files()


def envelope(name: str, expected: str, **changed: Any) -> None:
    """A claim with a changed envelope; a field set to `...` is left out."""

    def line(good: Good) -> bytes:
        fields = good.anna.fields("claim.added", CLAIM, **changed)
        return plain({key: value for key, value in fields.items() if value is not ...})

    CASES.case(name, expected, LAST)(lambda: ended_by(line))


def body(name: str, expected: str, **changed: Any) -> None:
    """A link with a changed judgement."""

    def line(good: Good) -> bytes:
        made = good.link_body(good.anna)
        made["judgement"] = made["judgement"] | changed
        return plain(good.anna.fields("link.made", made))

    CASES.case(name, expected, LAST)(lambda: ended_by(line))


def written(name: str, expected: str, edit: Callable[[bytes], bytes]) -> None:
    """A claim whose line is written otherwise."""

    def line(good: Good) -> bytes:
        before = plain(good.anna.fields("claim.added", CLAIM))
        after = edit(before)
        assert after != before
        return after

    CASES.case(name, expected, LAST)(lambda: ended_by(line))


def replaced(name: str, expected: str, old: bytes, new: bytes) -> None:
    written(name, expected, lambda line: line.replace(old, new, 1))


envelope("time-no-millis", "E-TIME/1", time="2026-11-21T21:13:52Z")
envelope("time-offset", "E-TIME/1", time="2026-11-21T21:13:52.123+00:00")
envelope("time-feb-30", "E-TIME/1", time="2026-02-30T21:13:52.123Z")
envelope("time-leap-60", "E-TIME/1", time="2026-11-21T21:13:60.123Z")
envelope("time-hour-24", "E-TIME/1", time="2026-11-21T24:00:00.000Z")
envelope("time-arabic-digits", "E-TIME/1", time=TIME.replace("52", "\u0665\u0662"))
envelope("time-empty", "E-TIME/1", time="")
envelope("time-is-number", "E-TIME/1", time=1795295632)
envelope("unknown-core-type", "V-TYPE/5", type="link.blessed")
envelope("newer-event-format", "V-NEWER/5", format="provdesk/2")
envelope("bad-format-name", "E-FORMAT/1", format="provdesk/one")
envelope("extra-field", "E-FIELDS/1", extra="more")
envelope("missing-field", "E-FIELDS/1", step=...)
envelope("body-extra-field", "E-BODY/1", body=CLAIM | {"extra": "more"})
envelope("body-missing-field", "E-BODY/1", body={"kind": "fact"})
envelope("body-wrong-type", "E-BODY/1", body=CLAIM | {"wording": 7})
envelope("body-not-object", "E-FIELD/1", body=[])
envelope("wording-too-long", "E-VALUE/1", body=CLAIM | {"wording": "x" * 2001})
envelope("author-uppercase-hex", "E-FIELD/1", author="A" * 64)
envelope("extension-without-name", "E-FIELD/1", type="x.acme")

body("confidence-101", "E-VALUE/1", confidence="101")
body("confidence-true", "E-BODY/1", confidence=True)
body("confidence-float", "E-FLOAT/1", confidence=0.5)
body("status-unknown", "E-VALUE/1", status="proven")

replaced("json-duplicate-key", "E-DUPKEY/1", b'{"kind":"fact",', b'{"kind":"fact","kind":"fact",')
replaced("json-whitespace", "E-NONCANON/1", b'","body"', b'", "body"')
replaced("json-key-order", "E-NONCANON/1", b'"kind":"fact","wording":"One more."',
         b'"wording":"One more.","kind":"fact"')  # fmt: skip
replaced("json-escaped-ascii", "E-NONCANON/1", b"One more", b"One\\u0020more")
replaced("json-escaped-slash", "E-NONCANON/1", b"provdesk/1", b"provdesk\\/1")
replaced("json-minus-zero", "E-NONCANON/1", b'"seq":7', b'"seq":-0')
replaced("json-nan", "E-FLOAT/1", b'"seq":7', b'"seq":NaN')
replaced("json-exp-number", "E-FLOAT/1", b'"seq":7', b'"seq":7e0')
replaced("json-inf-1e400", "E-FLOAT/1", b'"seq":7', b'"seq":1e400')
replaced("json-int-2-53", "E-INT/1", b'"seq":7', b'"seq":9007199254740992')
replaced("json-int-5000-digits", "E-JSON/1", b'"seq":7', b'"seq":' + b"9" * 5000)
replaced("json-null-value", "E-NULL/1", b'"kind":"fact"', b'"kind":null')
replaced("json-lone-surrogate", "E-UNICODE/1", b"One more", b"One \\ud800 more")
replaced("json-noncharacter", "E-UNICODE/1", b"One more", "One \ufffe more".encode())
replaced("json-nul-char", "E-CONTROL/1", b"One more", b"One \\u0000 more")
replaced("json-ansi-escape", "E-CONTROL/1", b"One more", b"One \\u001b[31m more")
replaced("json-c1-control", "E-CONTROL/1", b"One more", "One \u009b more".encode())
replaced("json-invalid-utf8", "E-UTF8/1", b"One more", b"One \xff more")
replaced("json-overlong-utf8", "E-UTF8/1", b"One more", b"One \xc0\xaf more")
replaced("json-cesu8-surrogates", "E-UTF8/1", b"One more", b"One \xed\xa0\xbd\xed\xb8\x80 more")
written("json-bom", "E-JSON/1", lambda line: b"\xef\xbb\xbf" + line)
replaced("json-deep-nesting", "E-DEPTH/1", b'"fact"', b"[" * 9 + b"]" * 9)
replaced("json-deep-nesting-20k", "E-DEPTH/1", b'"fact"', b"[" * 20_000 + b"]" * 20_000)
replaced("json-huge-line", "E-TOOLONG/1", b"One more", b"x" * 70_000)
replaced("json-huge-line-of-2-mb", "E-TOOLONG/1", b"One more", _NOISE.hex().encode())
written("json-array-not-object", "E-JSON/1", lambda line: b"[" + line + b"]")
written("json-trailing-garbage", "E-JSON/1", lambda line: line + b"{}")
replaced("json-non-ascii-key", "E-KEY/1", b'"wording"', '"w\u00f6rding"'.encode())
written("json-empty-line", "E-JSON/1", lambda line: b"")
written("json-not-json", "E-JSON/1", lambda line: b"hello")
written("json-truncated-json", "E-JSON/1", lambda line: line[:-10])


def events_written(edit: Callable[[bytes], bytes]) -> Files:
    good = Good()
    payload = good.payload()
    events = f"{A}/events.jsonl"
    return good.signed(payload | {events: edit(payload[events])})


@CASES.case("lines-crlf", "E-LINES/1", f"{A}/events.jsonl line 1")
def _() -> Files:
    return events_written(lambda data: data.replace(b"\n", b"\r\n"))


@CASES.case("lines-no-final-newline", "E-LINES/1", f"{A}/events.jsonl line 7")
def _() -> Files:
    return events_written(lambda data: data[:-1])


@CASES.case("events-empty", "E-LINES/1", f"{A}/events.jsonl line 1")
def _() -> Files:
    return events_written(lambda data: b"")
