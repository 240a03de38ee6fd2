"""The wording lint of claims (METHOD.md section 6): it warns and explains, it never blocks."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from provenance_desk.domain.words import ClaimKind
from provenance_desk.locations import packaged

TWO_IN_ONE = re.compile(
    r";|,? and (?:he|she|it|they|then|later|also|was|were|has|had|is|will)\b|, but\b|, while\b"
)
NAME = re.compile(r"\b[^\W\d_a-zà-öø-ÿа-яё][^\W\d_]+(?:[ -][^\W\d_a-zà-öø-ÿа-яё][^\W\d_]+)*")
DATE = re.compile(
    r"\b(?:[12][0-9]{3}|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no longer|didn[’']t|wasn[’']t|isn[’']t)\b", re.IGNORECASE)
QUESTION = re.compile(r"\?\s*$")


class Fault(StrEnum):
    """What a claim's wording may lack or carry."""

    LOADED = "loaded word"
    TWO_CLAIMS = "two claims in one"
    NO_ACTOR = "no actor"
    NO_DATE = "no date"
    LEGAL = "legal conclusion"
    RESPONSIBILITY = "a person and wrongdoing"
    NEGATED = "negation"
    QUESTION = "question"
    NOT_NEUTRAL = "verb that takes sides"


@dataclass(frozen=True, slots=True)
class WordingWarning:
    """One warning: what kind, a sentence that explains it, and the words it is about."""

    fault: Fault
    sentence: str
    words: str = ""


def lint_claim(
    wording: str, kind: ClaimKind, *, dated: bool = False, acted: bool = False
) -> tuple[WordingWarning, ...]:
    """The warnings for a claim's wording; `dated` and `acted` say its fields already hold these."""
    found = [
        *_loaded(wording),
        *_shape(wording),
        *_actor_and_date(wording, kind, dated=dated, acted=acted),
        *_legal(wording, kind),
        *_responsibility(wording, kind),
    ]
    return tuple(found)


@cache
def _lists() -> dict[str, Any]:
    path = packaged("resources") / "wording" / "claims-en.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def _any_of(name: str) -> re.Pattern[str]:
    words = sorted(_lists()[name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def _loaded(wording: str) -> list[WordingWarning]:
    found = [
        WordingWarning(
            Fault.LOADED,
            f"“{hit[0]}” judges. Word the claim so that both sides could sign it.",
            hit[0],
        )
        for hit in _any_of("loaded").finditer(wording)
    ]
    for hit in _any_of("neutral_for").finditer(wording):
        better = _lists()["neutral_for"][hit[0].lower()]
        sentence = f"“{hit[0]}” takes sides; “{better}” does not."
        found.append(WordingWarning(Fault.NOT_NEUTRAL, sentence, hit[0]))
    return found


def _shape(wording: str) -> list[WordingWarning]:
    found = []
    double = TWO_IN_ONE.search(wording)
    if double:
        said = "This may be two claims. One sentence, one proposition: a link judges only one."
        found.append(WordingWarning(Fault.TWO_CLAIMS, said, double[0].strip()))
    negated = NEGATION.search(wording)
    if negated:
        said = (
            "Word the claim as it is asserted, not its negation; a denial is a contradicting link."
        )
        found.append(WordingWarning(Fault.NEGATED, said, negated[0]))
    if QUESTION.search(wording):
        said = "This is a question. Word the claim as somebody asserts it."
        found.append(WordingWarning(Fault.QUESTION, said, "?"))
    return found


def _actor_and_date(
    wording: str, kind: ClaimKind, *, dated: bool, acted: bool
) -> list[WordingWarning]:
    found = []
    named = acted or any(not DATE.fullmatch(hit[0]) for hit in NAME.finditer(wording))
    if kind in (ClaimKind.ACT, ClaimKind.RESPONSIBILITY) and not named:
        said = "Nobody is named. Say whose act it is."
        found.append(WordingWarning(Fault.NO_ACTOR, said))
    if kind is ClaimKind.ACT and not dated and not DATE.search(wording):
        said = "No date: another act of the same kind would fit too. Say when, if it is known."
        found.append(WordingWarning(Fault.NO_DATE, said))
    return found


def _legal(wording: str, kind: ClaimKind) -> list[WordingWarning]:
    hit = _any_of("legal").search(wording)
    if hit is None or kind is ClaimKind.LABEL or _any_of("says").search(wording):
        return []
    said = f"“{hit[0]}” is a legal conclusion. Say who says so: “X says …”, or name the act."
    return [WordingWarning(Fault.LEGAL, said, hit[0])]


def _responsibility(wording: str, kind: ClaimKind) -> list[WordingWarning]:
    hit = _any_of("wrongdoing").search(wording)
    if hit is None or kind in (ClaimKind.RESPONSIBILITY, ClaimKind.LABEL):
        return []
    before = NAME.search(wording[: hit.start()])
    if before is None or before[0].split()[-1].lower() in _lists()["not_a_person"]:
        return []
    if before.start() == 0 and before[0].lower() in {"the", "a", "an"}:
        return []
    said = (
        f"“{before[0]}” and “{hit[0]}”: if this says who is responsible, choose the kind"
        " “responsibility”, which asks for more before it counts as confirmed."
    )
    return [WordingWarning(Fault.RESPONSIBILITY, said, hit[0])]
