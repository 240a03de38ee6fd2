"""`seal`, `export`, `report`: what leaves a project."""

import argparse
from pathlib import Path

from provenance_desk.audit.keys import fingerprint
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import count, print_json
from provenance_desk.cli.session import (
    json_argument,
    project_argument,
    reading,
    writing,
    writing_arguments,
)
from provenance_desk.domain.errors import DeskError, InvalidValue
from provenance_desk.exchange.export_source import exported_review
from provenance_desk.exchange.report_html import report_html
from provenance_desk.exchange.report_md import report_md
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.safe_file import written_whole
from provenance_desk.exchange.scope import Scope
from provenance_desk.project.exporting import export_project


def seal(args: argparse.Namespace) -> int:
    """Sign the head of your feed."""
    with writing(args, unlocked=True) as project:
        before = project.unsealed
        project.seal(whole=args.whole)
        sealed = {"sealed": before, "unsealed": project.unsealed}
    if args.json:
        print_json(sealed)
    else:
        print(f"{count(before, 'entry')} sealed." if before else "Everything was sealed already.")
    return 0


def export(args: argparse.Namespace) -> int:
    """Write the bundle of a project."""
    scope = Scope.QUOTES if args.quotes_only else Scope.WHOLE
    with writing(args, unlocked=True) as project:
        result = export_project(project, Path(args.bundle), scope=scope)
        signer = fingerprint(project.author)
    if args.json:
        made = {"path": str(result.path), "scope": result.scope.value, "manifest": result.manifest}
        print_json({**made, "signer": signer, "counts": dict(result.counts)})
    else:
        print(f"{result.path}: exported, signed by {signer}.")
        print(f"Anybody can check it: provenance-desk verify {result.path.name}")
    return 0


def report(args: argparse.Namespace) -> int:
    """Write the report of a project as a page, as paper, or as Markdown."""
    path = Path(args.out)
    with reading(args) as reader:
        review = exported_review(reader, reader.feeds())
        _write(path, review)
    print(f"{path}: the report of “{review.title}”.")
    return 0


def _write(path: Path, review: Review) -> None:
    match path.suffix.lower():
        case ".html" | ".htm":
            _write_text(path, report_html(review))
        case ".md":
            _write_text(path, report_md(review))
        case ".pdf":
            _write_pdf(path, review)
        case _:
            raise InvalidValue(f"{path.name} must end in .html, .pdf or .md.")


def _write_text(path: Path, text: str) -> None:
    with written_whole(path) as stream:
        stream.write(text.encode("utf-8"))


def _write_pdf(path: Path, review: Review) -> None:
    try:
        from provenance_desk.gui.report.pdf import write_report_pdf
    except ImportError as problem:
        raise DeskError(f"A PDF needs Qt, which can't be loaded here: {problem}.") from problem
    write_report_pdf(review, path)


def _seal_arguments(parser: argparse.ArgumentParser) -> None:
    writing_arguments(parser)
    parser.add_argument("--whole", action="store_true", help="read the whole feed again first")
    json_argument(parser)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    writing_arguments(parser)
    parser.add_argument("bundle", metavar="OUT.audit.zip", help="the bundle to write")
    parser.add_argument(
        "--quotes-only", action="store_true", help="leave originals and texts out, keep the quotes"
    )
    json_argument(parser)


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("out", metavar="OUT.html|.pdf|.md", help="the report to write")


COMMANDS = (
    Command(
        "seal",
        "Sign the head of your feed, after reading it again from the disk.",
        ["seal strike.provdesk"],
        seal,
        _seal_arguments,
        "It is also done on closing, after 256 entries and before every export.",
    ),
    Command(
        "export",
        "Write the bundle that a stranger can check.",
        ["export strike.provdesk strike.audit.zip", "export p.provdesk p.audit.zip --quotes-only"],
        export,
        _export_arguments,
        "A key with a passphrase is asked for it, or takes it from PROVDESK_PASSPHRASE.\n"
        "The bundle is signed, not encrypted.",
    ),
    Command(
        "report",
        "Write the report: a page, a PDF or Markdown.",
        ["report strike.provdesk strike.html"],
        report,
        _report_arguments,
    ),
)
