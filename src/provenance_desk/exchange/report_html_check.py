"""The last part of the page: feeds, heads, how to check the bundle, what a trail can't promise."""

from collections.abc import Sequence
from html import escape

from provenance_desk.audit.keys import fingerprint, key_name
from provenance_desk.exchange.commands import (
    hash_commands,
    own_signer_commands,
    program_command,
    unpack_commands,
)
from provenance_desk.exchange.renderer import RENDERER
from provenance_desk.exchange.report_html_parts import dashes, own
from provenance_desk.exchange.report_model import Report
from provenance_desk.exchange.report_words import NOT_PROMISED
from provenance_desk.exchange.review import ReviewHead
from provenance_desk.exchange.scope import BundleFacts

DERIVED = (
    "This page is derived from the entries of the review and is for reading. What counts are the "
    "files beside it in the bundle. You need unzip, sha256sum and ssh-keygen; nothing is sent "
    "anywhere."
)
ALONE = (
    "This page was made for reading and can’t be checked by itself. Ask for the bundle: "
    "it holds the signed entries, and commands that check them without this program."
)
HASHES = (
    "Every line must end in “OK”. On a Mac write <code>shasum -a 256 -c</code> instead. Files "
    "that are in the folder and in neither list do not belong to the bundle."
)
RECOMPUTED = (
    "Recomputes every entry and head, opens every checkpoint, compares every quote with its "
    "document, renders this page again and compares it byte for byte."
)


def check_section(report: Report, bundle: BundleFacts | None) -> str:
    """The technical part."""
    title = "How to check this bundle" if bundle else "How this page can be checked"
    steps = _steps(bundle) if bundle else ""
    return (
        '<section class="page" id="check" aria-labelledby="h-chk">\n'
        f'<h2 id="h-chk">{title}</h2>\n<p>{DERIVED if bundle else ALONE}</p>\n'
        f'<div class="box">\n{steps}<h3>Feeds and their heads</h3>\n'
        f"{''.join(_feed(report, head) for head in report.heads)}"
        "<p>An entry is named by the SHA-256 of its line and names the entry before it; the head "
        "is the last. Each head is signed in the feed’s <code>checkpoint.note</code>.</p>\n"
        "<h3>What is not promised</h3>\n"
        f'<ul class="dash">{dashes(NOT_PROMISED)}</ul>\n'
        f'<p class="eyebrow">Rendered by {escape(RENDERER)}</p>\n</div>\n</section>\n'
    )


def _steps(bundle: BundleFacts) -> str:
    expected = f'Good "provenance-desk-bundle" signature for {key_name(bundle.exporter)}'
    return (
        "<h3>1. No file was changed after the export</h3>\n"
        f"{_commands((*unpack_commands(bundle), *hash_commands()))}<p>{HASHES}</p>\n"
        "<h3>2. The list of files was signed with this key</h3>\n"
        f"{_commands(own_signer_commands(bundle))}"
        f"<p>Expected: <code>{escape(expected)} with ED25519 key "
        f"{fingerprint(bundle.exporter)}</code>. The key stands in the bundle itself, so this "
        "shows one key, not who holds it: compare the twelve words under "
        '<a href="#reviewers">Reviewers</a> with the reviewer by another way.</p>\n'
        "<h3>3. Every entry, quote and derived file</h3>\n"
        f"{_commands((program_command(bundle),))}<p>{RECOMPUTED}</p>\n"
    )


def _commands(lines: Sequence[str]) -> str:
    return f"<pre>{escape(chr(10).join(lines), quote=False)}</pre>\n"


def _feed(report: Report, head: ReviewHead) -> str:
    rows = (
        ("Reviewer", own(report.names[head.author])),
        ("Feed", f"<code>{head.feed}</code>"),
        ("Entries", f"{head.size:,}"),
        ("Head", f"<code>{head.head}</code>"),
        ("Public key", f"<code>{head.author}</code>"),
    )
    body = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows)
    return f"<table><tbody>{body}</tbody></table>\n"
