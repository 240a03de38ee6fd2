"""`prov.json`: provenance as W3C PROV-JSON."""

import json
from typing import Any

import pytest

from provenance_desk.exchange.prov import prov_json
from provenance_desk.exchange.renderer import RENDERER
from tests.trail import Trail

TEXT = "One sentence. Another sentence.\n"


@pytest.fixture
def trail() -> Trail:
    made = Trail()
    document = made.document("a.txt", TEXT, title="A document")
    made.link(made.claim("A claim"), document, 0, 13)
    made.join_in("Second")
    made.see()
    made.link(next(iter(made.review().state.claims)), document, 0, 13)
    return made


def records(trail: Trail) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(prov_json(trail.review()))
    return found


def test_every_name_has_a_declared_prefix(trail: Trail) -> None:
    found = records(trail)
    names = [n for kind, its in found.items() if kind != "prefix" for n in its]
    assert {name.split(":")[0] for name in names} <= {*found["prefix"], "_"}


def test_relations_lead_to_things_that_are_there(trail: Trail) -> None:
    found = records(trail)
    things = {*found["entity"], *found["activity"], *found["agent"]}
    for kind, its in found.items():
        if kind not in ("prefix", "entity", "activity", "agent"):
            for relation in its.values():
                ends = [
                    v for k, v in relation.items() if k.startswith("prov:") and k != "prov:type"
                ]
                assert set(ends) <= things


def test_a_passage_is_a_quotation_of_its_text_once(trail: Trail) -> None:
    quotations = [
        r for r in records(trail)["wasDerivedFrom"].values()
        if r.get("prov:type", {}).get("$") == "prov:Quotation"
    ]  # fmt: skip
    document = next(iter(trail.review().state.documents))
    assert [r["prov:usedEntity"] for r in quotations] == [f"text:{document}"]


def test_each_judgement_is_attributed_to_its_reviewer(trail: Trail) -> None:
    found = records(trail)
    judgements = {n for n, e in found["entity"].items()
                  if e.get("prov:type", {}).get("$") == "pd:Judgement"}  # fmt: skip
    by = {
        r["prov:entity"]: r["prov:agent"] for r in found["wasAttributedTo"].values()
        if r["prov:entity"] in judgements
    }  # fmt: skip
    assert len(by) == 2
    assert {found["agent"][agent]["prov:label"] for agent in by.values()} == {"Demo", "Second"}


def test_the_renderer_is_named(trail: Trail) -> None:
    assert records(trail)["agent"]["pd:renderer"]["prov:label"] == RENDERER
