"""The derived files of a bundle: made from the review alone, so they can be made again."""

from collections.abc import Callable, Iterator

from provenance_desk.exchange.annotations import annotations_jsonld
from provenance_desk.exchange.links_csv import links_csv
from provenance_desk.exchange.method_txt import method_txt
from provenance_desk.exchange.prov import prov_json
from provenance_desk.exchange.readme_txt import readme_txt
from provenance_desk.exchange.report_html import report_html
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.scope import BundleFacts

Render = Callable[[Review, BundleFacts], str | bytes]

DERIVED: dict[str, Render] = {
    "README.txt": readme_txt,
    "METHOD.txt": lambda review, _: method_txt(review),
    "report.html": report_html,
    "links.csv": lambda review, _: links_csv(review),
    "annotations.jsonld": lambda review, _: annotations_jsonld(review),
    "prov.json": lambda review, _: prov_json(review),
}


def derived_files(review: Review, bundle: BundleFacts) -> Iterator[tuple[str, bytes]]:
    """Path below `data/` and bytes of each derived file, one rendered at a time."""
    for path, render in DERIVED.items():
        made = render(review, bundle)
        yield path, made.encode() if isinstance(made, str) else made
