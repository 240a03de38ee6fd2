"""A standing in one sentence: the rule in words, and how many sources there are."""

from collections.abc import Mapping
from typing import Final

from provenance_desk.domain.standing import Assessment, Rule

RULE_WORDS: Final[Mapping[Rule, str]] = {
    Rule.R1: "No current link supports or contradicts the claim.",
    Rule.R2: "A passage that contradicts the claim has no recorded answer, or a supporting one is"
    " judged disputed.",
    Rule.R3X: "Reviewers differ on the same passage, and nobody has settled it.",
    Rule.R3: "Two or more independent origins, each confirmed in its own words or record.",
    Rule.R4: "The record of the acting body itself was seen.",
    Rule.R4B: "The acting body is quoted, and a second document family states it too.",
    Rule.R6: "Two or more document families state the act; its origin was not seen.",
    Rule.R5: "Somebody says so; no rule lifts it higher.",
}


def rule_words(found: Assessment) -> str:
    """The rule that fits, in words; under R5 why the claim stands no higher."""
    if found.rule is Rule.R5:
        return f"Alleged: {_why_no_higher(found)}."
    return RULE_WORDS[found.rule]


def source_words(found: Assessment) -> str:
    """How many sources there are: documents, families and independent origins."""
    if not found.origins:
        return f"{place_words(found)}, no origin named"
    return f"{place_words(found)}, {_count(found.origins, 'origin', 'independent origins')}"


def place_words(found: Assessment) -> str:
    """How many documents and document families: `2 documents, 2 families`."""
    documents = _count(found.documents, "document", "documents")
    return f"{documents}, {_count(found.families, 'family', 'families')}"


def origin_words(found: Assessment, named: int) -> str:
    """How many origins, of those that are named: `1 named origin`, `3 named, 1 independent`."""
    if not named:
        return "no named origin"
    if named == 1:
        return "1 named origin"
    if found.origins == named:
        return f"{named} independent origins"
    return f"{named} named origins that count as {found.origins}"


def _why_no_higher(found: Assessment) -> str:
    if not found.origins:
        return "no origin named"
    if found.circular:
        return "the chain of origins is circular"
    if found.origins == 1:
        return "a single origin"
    return "confidence or access too low"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
