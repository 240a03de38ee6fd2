"""One line of a bulk file becomes the body of an event, checked by the same closed schemas."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import Any

from provenance_desk.audit.schemas import Misfit, record_from
from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.verify_refs import ATTACHED, ROWS, Want
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.event_types import EVENT_TYPES
from provenance_desk.domain.events import Body
from provenance_desk.domain.judgements import Judgement
from provenance_desk.project.apply_names import Names
from provenance_desk.project.step import line_text

Fields = dict[str, Any]
PLACE = "0" * 64
"""Stands for a hash that only the action can know."""

BREAKS = re.compile(r"[\n\r\t]")
JUDGED = tuple(f.name for f in fields(Judgement))
QUOTE = ("exact", "quote")
FILLED_IN: Mapping[str, Fields] = {
    "link.made": {"claim_version": PLACE, "quote": PLACE, "zone": "body", "blind": False},
    "link.revised": {"claim_version": PLACE},
    "document.described": {
        "publisher": "",
        "language": "",
        "translated": False,
        "family": "",
        "reference_work": False,
        "reliability": "F",
    },
}
"""What a line may leave out although the event holds it: the action knows it, or it is empty."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line understood: the body with ids in place, its texts, and the fields that were given."""

    body: Body
    texts: Mapping[str, str]
    given: Mapping[str, Any]
    exact: str | None


@dataclass(frozen=True, slots=True)
class _Shape:
    keys: frozenset[str]
    needed: frozenset[str]
    texts: tuple[str, ...]
    refs: tuple[tuple[str, Want], ...]
    judged: bool


def said_in(name: str, line: Fields, names: Names) -> Said:
    """What a line of event type `name` says; its ids may be names. Raises `DeskError`."""
    shape = _shape_of(name)
    given = _nested(line) if shape.judged else dict(line)
    exact = _exact(given) if name == "link.made" else None
    texts = {key: _text(given, key) for key in shape.texts}
    try:
        body = _body(name, shape, given, names)
    except Misfit:  # told better than by the schema, which knows nothing of names and defaults
        _check_keys(name, shape, given)
        body = _body(name, shape, _on_one_line(given), names)
    return Said(body, texts, given, exact)


def _body(name: str, shape: _Shape, given: Fields, names: Names) -> Body:
    filled = {**FILLED_IN.get(name, {}), **given}
    for key, want in shape.refs:
        if key in given:
            filled[key] = _ids(names, want, given[key], key)
    if shape.judged:
        _name_origin(filled["judgement"], names)
    for key in shape.texts:
        if key in given or key in shape.needed:
            filled[key] = PLACE
    body: Body = record_from(EVENT_TYPES[name], filled, name)
    return body


@cache
def _shape_of(name: str) -> _Shape:
    cls: Any = EVENT_TYPES[name]
    keys = {f.name.rstrip("_"): f.default is MISSING for f in fields(cls)}
    texts = tuple(key for key in ATTACHED.get(name, ()) if key != "quote")
    return _Shape(
        keys=frozenset(keys),
        needed=frozenset(key for key, needed in keys.items() if needed),
        texts=texts,
        refs=tuple((key, want) for key, want in ROWS.get(name, ()) if key in keys),
        judged="judgement" in keys and name.startswith("link."),
    )


def _nested(line: Fields) -> Fields:
    """The line with its judgement in one place, whether it came flat or nested."""
    flat = {key: line[key] for key in JUDGED if key in line}
    rest = {key: value for key, value in line.items() if key not in flat}
    inner = rest.get("judgement", {})
    if not isinstance(inner, dict):
        raise InvalidValue("judgement is not an object.")
    twice = sorted(flat.keys() & inner.keys())
    if twice:
        raise InvalidValue(f"{twice[0]} is given twice: beside the judgement and in it.")
    rest["judgement"] = {"speakers": [], **inner, **flat}
    return rest


def _exact(given: Fields) -> str | None:
    """The quote that the line gives, under either name; the event itself holds only its hash."""
    quotes = [given.pop(key) for key in QUOTE if key in given]
    if any(not isinstance(quote, str) for quote in quotes):
        raise InvalidValue("exact is not a text.")
    if len(set(quotes)) > 1:
        raise InvalidValue("exact and quote differ; give one of them.")
    return quotes[0] if quotes else None


def _check_keys(name: str, shape: _Shape, given: Fields) -> None:
    _refuse_unknown(given, shape.keys, name)
    may_lack = {*FILLED_IN.get(name, ()), *shape.texts, "judgement"}
    _require(shape.needed - may_lack, given)
    if shape.judged:
        _refuse_unknown(given["judgement"], frozenset(JUDGED), "a judgement")
        _require(frozenset(("stance", "status", "confidence")), given["judgement"])


def _refuse_unknown(given: Fields, known: frozenset[str], where: str) -> None:
    for key in given:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise InvalidValue(f"“{shown(key, 40)}” is no field of {where}.{hint}")


def _require(needed: frozenset[str], given: Fields) -> None:
    lacking = sorted(key for key in needed if given.get(key) is None)
    if lacking:
        verb = "is" if len(lacking) == 1 else "are"
        raise InvalidValue(f"{', '.join(lacking)} {verb} missing.")


def _on_one_line(given: Fields) -> Fields:
    """Fields are kept on one line, as the desk's own are; only texts beside them may have more."""
    return {
        key: line_text(value) if isinstance(value, str) and BREAKS.search(value) else value
        for key, value in given.items()
    }


def _text(given: Fields, key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise InvalidValue(f"{key} is not a text.")
    return value


def _ids(names: Names, want: Want, value: object, key: str) -> object:
    if isinstance(value, list):
        return [_ids(names, want, item, key) for item in value]
    if not isinstance(value, str):
        raise InvalidValue(f"{key} is not a text.")
    return names.id(want, value)


def _name_origin(judgement: Fields, names: Names) -> None:
    if "origin" in judgement:
        judgement["origin"] = _ids(names, Want.ORIGIN, judgement["origin"], "origin")
