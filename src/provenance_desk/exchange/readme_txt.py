"""`README.txt` of a bundle: what is in it, and the exact commands that check it."""

import textwrap
from collections.abc import Iterable

from provenance_desk.audit.keys import fingerprint, key_name, words
from provenance_desk.audit.sshsig import NAMESPACE
from provenance_desk.exchange.commands import (
    hash_commands,
    program_command,
    signature_commands,
    unpack_commands,
)
from provenance_desk.exchange.persons import veil_of
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_words import NOT_PROMISED, count
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.scope import BundleFacts, Scope, known_documents

WIDTH = 88
FEEDS = (
    "the entries of each reviewer, one a line, each naming the one before it; beside them the "
    "free texts and quotes (attachments) and the signed head (checkpoint)"
)
TEXTS = "the text that was read, UTF-8, named by its SHA-256; offsets count its code points"
LINKS = (
    "every current link as a table; a cell that a spreadsheet could take for a formula begins "
    "with an apostrophe"
)
FILES = (
    ("report.html", "for people: every claim with its quotes, judgements and denials"),
    ("METHOD.txt", "what the words mean: the rules that were used"),
    ("feeds/", FEEDS),
    ("originals/", "the documents as they came in, named by their SHA-256"),
    ("texts/", TEXTS),
    ("tables/", "the sentences of each text as they were proposed when it came in"),
    ("links.csv", LINKS),
    ("annotations.jsonld", "every current link as a W3C Web Annotation"),
    ("prov.json", "where everything came from, as W3C PROV-JSON"),
)
HASHED = (
    'Every line must end in "OK". On a Mac write "shasum -a 256 -c" instead of "sha256sum -c". '
    "Files that are in the folder and in neither list do not belong to the bundle."
)
TRUST = (
    "The first command shows that some key signed the list, the second that it was the key in "
    "allowed_signers. That file came with the bundle: to know whose key it is, have its owner "
    "read these words to you over a channel you trust:"
)
BEYOND = (
    "The program checks more: every entry, head and checkpoint, every quote against its text, "
    "and that these derived files can be made again byte for byte from the entries:"
)


def readme_txt(review: Review, bundle: BundleFacts) -> str:
    """What is in this bundle and how a stranger checks it."""
    signer = f"{key_name(bundle.exporter)}, {fingerprint(bundle.exporter)}"
    blocks = [
        f"{bundle.name}: an audit trail of a document review",
        _wrap(_contents(review, bundle)),
        "WHAT IS HERE (below data/)",
        "\n".join(_entry(name, what) for name, what in FILES if _goes_in(name, bundle)),
        "CHECK THAT NOTHING WAS CHANGED (unzip, sha256sum)",
        _commands((*unpack_commands(bundle), *hash_commands())),
        _wrap(HASHED),
        "CHECK WHO SIGNED IT (ssh-keygen of OpenSSH 8.2 or later), in the same folder",
        _commands(signature_commands(bundle)),
        _wrap(f'Both must begin with: Good "{NAMESPACE}" signature'),
        _wrap(TRUST),
        textwrap.indent(f"{signer}\n{_wrap(' '.join(words(bundle.exporter)))}", "    "),
        "CHECK THE REVIEW ITSELF, beside the zip",
        _wrap(BEYOND),
        _commands((program_command(bundle),)),
        "WHAT IS NOT PROMISED",
        "\n".join(f"- {sentence}" for sentence in NOT_PROMISED),
        f"Rendered by {RENDERER}",
    ]
    return "\n\n".join(blocks) + "\n"


def _contents(review: Review, bundle: BundleFacts) -> str:
    documents = known_documents(review)
    links = sum(not link.retracted for link in review.state.links.values())
    whole = (
        "Documents marked “do not share” are left out with their quotes."
        if bundle.scope is Scope.WHOLE
        else "Originals and texts are left out: quotes only."
    )
    return (
        f"“{veil_of(review)(review.title)}”: {count(len(documents), 'document')}, "
        f"{count(len(review.state.claims), 'claim')}, {count(links, 'link')}, "
        f"{count(len(review.events), 'entry', 'entries')} in {count(len(review.heads), 'feed')}. "
        f"{whole} The report does not say names flagged private, victim or minor; the entries "
        "and tables beside it can hold them."
    )


def _goes_in(name: str, bundle: BundleFacts) -> bool:
    return bundle.scope is Scope.WHOLE or name not in ("originals/", "texts/", "tables/")


def _wrap(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_on_hyphens=False)


def _entry(name: str, what: str) -> str:
    return textwrap.fill(f"{name:<20}{what}", WIDTH, subsequent_indent=" " * 20)


def _commands(lines: Iterable[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)
