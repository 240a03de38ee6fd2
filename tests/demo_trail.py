"""The demo review as a trail: the three seed documents, its claims and their links."""

import json
from pathlib import Path
from typing import Any

from provenance_desk.domain.document_events import Published
from provenance_desk.domain.words import ClaimKind, OriginKind, Precision
from tests.trail import Trail

CARDS: dict[str, dict[str, Any]] = {
    "000": {
        "title": "Putin fires ‘The Butcher of Mariupol’ months after he was put in charge of war "
        "logistics",
        "published": Published("2023-04-27", Precision.DAY),
        "family": "news site of 000",
    },
    "002": {
        "title": "Mikhail Mizintsev",
        "published": Published("2023-05-07", Precision.NOT_BEFORE),
        "reference_work": True,
        "family": "encyclopaedia",
    },
    "003": {
        "title": "Bulgakov to be replaced by Mizintsev",
        "published": Published("2022-09-24", Precision.DAY),
        "family": "news site of 003",
        "upstream": "Names the BBC three times",
    },
}


def demo_trail(seeds: Path, key: Path) -> Trail:
    """The claims and links of `demo_key.json` on the seeds."""
    trail = Trail()
    documents = {}
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        documents[path.name] = trail.document(path.name, text, **CARDS[path.name[:3]])
    origins: dict[str, str] = {}
    for entry in json.loads(key.read_text(encoding="utf-8")):
        if entry["id"] != "K8b":
            _claim(trail, entry, documents, origins)
    return trail


def _claim(
    trail: Trail, entry: dict[str, Any], documents: dict[str, str], origins: dict[str, str]
) -> None:
    for name in [entry.get("actor"), *(link["origin"] for link in entry["links"])]:
        if name and name not in origins:
            origins[name] = trail.origin(name, OriginKind.BODY)
    actor = origins.get(entry.get("actor") or "")
    claim = trail.claim(entry["claim"], ClaimKind(entry["kind"]), actor)
    for link in entry["links"]:
        careful = link["status"] != "alleged" or link["confidence"] == "low"
        trail.link(
            claim,
            documents[link["document"]],
            link["start"],
            link["end"],
            rationale=f"“{link['wording']}” is what the words do; the *original* would change "
            "my mind."
            if careful
            else None,
            origin=origins.get(link["origin"]),
            **{k: link[k] for k in ("stance", "status", "confidence", "wording", "access")},
        )
