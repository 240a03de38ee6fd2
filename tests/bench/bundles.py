"""A bundle of very many events, written line by line as the tests write theirs."""

from pathlib import Path

from tests.bench.workload import long_text
from tests.integration.bundle_maker import TEXT, Document, Feed, Good, zipped

_SENTENCES = 2_000


def big_bundle(path: Path, events: int) -> Path:
    """A good bundle with so many events at `path`; half by each of two reviewers."""
    if not path.exists():
        good = Good(document=Document(f"{TEXT}{long_text(_SENTENCES).strip()}\n"))
        _fill(good, good.anna, events // 2)
        good.ben.see(good.anna)
        _fill(good, good.ben, events - events // 2)
        path.write_bytes(zipped(good.files()))
    return path


def _fill(good: Good, feed: Feed, size: int) -> None:
    text = good.document.text
    while feed.size < size:
        start = feed.size * 97 % (len(text) - 200)
        quote = feed.quote(start, start + 90, text)
        feed.add("link.made", good.link_body(feed, start=start, end=start + 90, quote=quote))
