"""Which files a bundle has, and where; every other file is unexpected."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

BAGIT: Final = "bagit.txt"
BAG_INFO: Final = "bag-info.txt"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
NOTE: Final = "export.note"
SSHSIG: Final = "export.sshsig"
SIGNERS: Final = "allowed_signers"
TAGS: Final = (BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, NOTE, SSHSIG, SIGNERS)
"""The files at the top of every bundle; all but the last manifest are listed in that manifest."""

DERIVED: Final = tuple(
    f"data/{name}"
    for name in (
        "README.txt", "METHOD.txt", "report.html", "links.csv", "annotations.jsonld", "prov.json",
    )
)  # fmt: skip
"""The files for people and for other programs, rendered from the feeds and documents."""

DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LOG = r"(?:events\.jsonl|attachments\.jsonl|checkpoint\.note)"
_FEED: Final = re.compile(rf"data/feeds/([0-9a-f]{{32}})/{_LOG}")
_FORK: Final = re.compile(rf"data/forks/([0-9a-f]{{32}})-([0-9a-f]{{64}})/{_LOG}")
_STORED: Final = re.compile(
    r"data/(?:originals/([0-9a-f]{64})\.[a-z0-9]{1,8}"
    r"|texts/([0-9a-f]{64})\.txt|tables/([0-9a-f]{64})\.json)"
)


def is_known(path: str) -> bool:
    """Whether a bundle may have a file of that path."""
    if path in TAGS or path in DERIVED:
        return True
    return any(shape.fullmatch(path) for shape in (_FEED, _FORK, _STORED))


def is_log(path: str) -> bool:
    """Whether the file is a part of a feed or of a tail of one."""
    return path.startswith(("data/feeds/", "data/forks/"))


def feeds_in(paths: Iterable[str]) -> list[str]:
    """The ids of the feeds, sorted."""
    return sorted({found[1] for path in paths if (found := _FEED.fullmatch(path))})


def forks_in(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Feed and head of every tail of a forked feed, sorted."""
    return sorted({(found[1], found[2]) for path in paths if (found := _FORK.fullmatch(path))})


def named_by_hash(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file that goes by its own hash, with that hash."""
    for path in paths:
        if found := _STORED.fullmatch(path):
            yield path, found[1] or found[2] or found[3]
