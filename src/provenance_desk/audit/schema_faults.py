"""Why a parsed line is no event of this format: the code of the finding and a sentence.

Codes as in BAD-BUNDLES.md: E-FIELDS, E-FIELD, E-FORMAT, E-TIME, E-BODY, E-VALUE, V-NEWER, V-TYPE.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any, assert_never

from provenance_desk.audit.shapes import Listed, Record, Shape, Truth, Word, record_shape
from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import FORMAT
from provenance_desk.domain.fields import Hexadecimal, Pattern, Text, Whole

ENVELOPE = frozenset(
    {"author", "body", "clock", "feed", "format", "prev", "project", "seq", "step", "time", "type"}
)
HEX = {digits: re.compile(f"[0-9a-f]{{{digits}}}") for digits in (32, 64)}
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_EXTENSION = re.compile(r"x\.[a-z0-9_-]{1,40}\.[a-z0-9_.-]{1,60}")
_FORMATS = re.compile(r"provdesk/([1-9][0-9]{0,3})")
_LINE_BREAKS = re.compile(r"[\n\t]")


class Misfit(DeskError):
    """A line that no schema of this format allows; `code` names the finding."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_line(line: Mapping[str, object]) -> None:
    """Raise `Misfit` unless the line is an event of this format, or an extension."""
    _check_format(line.get("format"))
    if line.keys() != ENVELOPE:
        odd = sorted(set(line) ^ ENVELOPE)
        raise Misfit("E-FIELDS", f"Fields missing or unknown: {', '.join(odd)[:200]}.")
    for key, digits in (("author", 64), ("prev", 64), ("feed", 32), ("project", 32)):
        _check_hexadecimal(digits, line[key], key, "E-FIELD")
    for key in ("seq", "step", "clock"):
        if type(line[key]) is not int:
            raise Misfit("E-FIELD", f"{key} is not a whole number.")
    if not isinstance(line["type"], str) or not isinstance(line["body"], dict):
        raise Misfit("E-FIELD", "type must be a text and body an object.")
    check_time(line["time"])
    _check_body(line["type"], line["body"])


def check_time(value: object) -> None:
    """Raise `Misfit` E-TIME unless `value` is UTC with milliseconds, such as …T21:13:52.123Z."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise Misfit("E-TIME", "time is not of the form 2026-11-21T21:13:52.123Z.")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Misfit("E-TIME", f"There is no such time: {value}.") from None
    if value[11:13] == "24":  # the end of a day to newer Pythons
        raise Misfit("E-TIME", f"There is no such time: {value}.")


def check_record(cls: Any, value: object, where: str) -> None:
    """Raise `Misfit` E-BODY or E-VALUE unless `value` holds the fields of such a record.

    Texts need not be normalised here: what people type is, on its way into an event.
    """
    _check(record_shape(cls), value, where, normal=False)


def is_normal(text: str) -> bool:
    """Whether a text is NFC, as typed texts are kept."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _check_format(stated: object) -> None:
    if not isinstance(stated, str):
        raise Misfit("E-FORMAT", "The line does not say which format it is in.")
    if stated == FORMAT:
        return
    number = _FORMATS.fullmatch(stated)
    if number and int(number[1]) > 1:
        raise Misfit("V-NEWER", f"The line is in {stated}, newer than this program knows.")
    raise Misfit("E-FORMAT", "The line names a format that does not exist.")


def _check_body(name: str, value: object) -> None:
    known = EVENT_TYPES.get(name)
    if known is not None:
        _check(record_shape(known), value, name, normal=True)
    elif not name.startswith("x."):
        raise Misfit("V-TYPE", f"Events of type {name[:60]!r} are not known to this program.")
    elif not _EXTENSION.fullmatch(name):
        raise Misfit("E-FIELD", "An extension is named x.<vendor>.<name>.")


def _check(shape: Shape, value: object, where: str, *, normal: bool) -> None:
    match shape:
        case Record():
            _check_fields(shape, value, where, normal=normal)
        case Listed():
            _check_list(shape, value, where, normal=normal)
        case Text():
            _check_text(shape, value, where, normal=normal and not shape.verbatim)
        case _:
            _check_plain(shape, value, where)


def _check_plain(
    shape: Hexadecimal | Whole | Pattern | Word | Truth, value: object, where: str
) -> None:
    match shape:
        case Hexadecimal(digits):
            _check_hexadecimal(digits, value, where, "E-BODY")
        case Whole():
            _check_whole(shape, value, where)
        case Pattern():
            if not re.fullmatch(shape.shape, _text(value, where)):
                raise Misfit("E-VALUE", f"{where} must be {shape.says}.")
        case Word(words):
            if _text(value, where) not in set(words):
                raise Misfit("E-VALUE", f"{where} must be one of: {', '.join(words)}.")
        case Truth():
            if type(value) is not bool:
                raise Misfit("E-BODY", f"{where} is neither true nor false.")
        case _:
            assert_never(shape)


def _check_fields(shape: Record, value: object, where: str, *, normal: bool) -> None:
    if not isinstance(value, dict):
        raise Misfit("E-BODY", f"{where} is not an object.")
    needed = {field.key for field in shape.fields if not field.optional}
    odd = sorted((needed - value.keys()) | (value.keys() - {field.key for field in shape.fields}))
    if odd:
        raise Misfit("E-BODY", f"{where}: missing or unknown: {', '.join(odd)[:200]}.")
    for field in shape.fields:
        if field.key in value:
            _check(field.shape, value[field.key], field.key, normal=normal)


def _check_list(shape: Listed, value: object, where: str, *, normal: bool) -> None:
    if not isinstance(value, list):
        raise Misfit("E-BODY", f"{where} is not a list.")
    least, most = shape.items.least, shape.items.most
    if not least <= len(value) <= most:
        raise Misfit("E-VALUE", f"{where} must have {least} to {most} entries.")
    for item in value:
        _check(shape.each, item, where, normal=normal)


def _check_text(rule: Text, value: object, where: str, *, normal: bool) -> None:
    text = _text(value, where)
    if not rule.shortest <= len(text) <= rule.longest:
        raise Misfit("E-VALUE", f"{where} must have {rule.shortest} to {rule.longest} characters.")
    if not rule.lines and _LINE_BREAKS.search(text):
        raise Misfit("E-VALUE", f"{where} must be a single line.")
    if normal and not is_normal(text):
        raise Misfit("E-VALUE", f"{where} is not in Unicode's normal form NFC.")


def _check_hexadecimal(digits: int, value: object, where: str, code: str) -> None:
    if not isinstance(value, str) or not HEX[digits].fullmatch(value):
        raise Misfit(code, f"{where} is not {digits} lower-case hexadecimal digits.")


def _check_whole(rule: Whole, value: object, where: str) -> None:
    if type(value) is not int:
        raise Misfit("E-BODY", f"{where} is not a whole number.")
    if not rule.least <= value <= rule.most:
        raise Misfit("E-VALUE", f"{where} must be from {rule.least} to {rule.most}.")


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise Misfit("E-BODY", f"{where} is not a text.")
    return value
