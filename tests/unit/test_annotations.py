"""`annotations.jsonld`: links as W3C Web Annotations."""

import json
from typing import Any

import pytest

from provenance_desk.domain.document_events import DocumentMarked
from provenance_desk.domain.words import Handling
from provenance_desk.exchange.annotations import annotations_jsonld
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.scope import Scope, scoped
from tests.trail import Trail

TEXT = "Ein 😀 Satz. Noch ein Satz.\n"


@pytest.fixture
def trail() -> Trail:
    made = Trail("Review")
    document = made.document("a.txt", TEXT)
    made.link(made.claim("A claim"), document, 0, 11, rationale="because")
    return made


def collection(trail: Trail) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(annotations_jsonld(trail.review()))
    return found


def test_the_collection_names_its_renderer_and_counts_its_items(trail: Trail) -> None:
    found = collection(trail)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    assert found["generator"]["name"] == RENDERER
    assert found["total"] == len(found["first"]["items"]) == 1


def test_a_link_has_a_quote_and_a_position_in_code_points(trail: Trail) -> None:
    target = collection(trail)["first"]["items"][0]["target"]
    quote, position = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert quote["exact"] == TEXT[:11]
    assert (position["start"], position["end"]) == (0, 11)
    assert TEXT[position["start"] : position["end"]] == quote["exact"]


def test_a_link_says_its_claim_judgement_and_reason(trail: Trail) -> None:
    about, judged, reason = collection(trail)["first"]["items"][0]["body"]
    assert (about["purpose"], about["value"]) == ("identifying", "A claim")
    assert judged["provdesk:status"] == "alleged"
    assert (reason["purpose"], reason["value"]) == ("describing", "because")


def test_a_withheld_quote_leaves_the_position(trail: Trail) -> None:
    document = next(iter(trail.review().state.documents))
    trail.write(DocumentMarked(document, Handling.PRIVATE))
    made = json.loads(annotations_jsonld(scoped(trail.review(), Scope.WHOLE)))
    kinds = [s["type"] for s in made["first"]["items"][0]["target"]["selector"]]
    assert kinds == ["TextPositionSelector"]


def test_a_review_without_links_is_an_empty_collection() -> None:
    found = collection(Trail())
    assert (found["total"], found["first"]["items"]) == (0, [])
