"""`new`, `add`, `documents`: a project and the files in it."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from provenance_desk.audit.home import desk_home
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import SHORT, count, print_json, print_rows, say
from provenance_desk.cli.session import (
    as_argument,
    json_argument,
    project_argument,
    reading,
    reviewer,
    writing,
    writing_arguments,
)
from provenance_desk.cli.shapes import document_shape
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.records import Document
from provenance_desk.domain.words import HouseRule
from provenance_desk.project.importing import Imported, import_files
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project
from provenance_desk.store.database import SUFFIX, require_new


def new_project(args: argparse.Namespace) -> int:
    """Make a project file; refuses a name that is taken."""
    path = _new_path(args.project)
    require_new(path)
    home = desk_home()
    title = args.title if args.title is not None else path.stem
    identity = reviewer(home, args.pseudonym)
    rule = HouseRule(args.rule)
    with Project.create(path, title, identity, home, house_rule=rule) as project:
        made = {"project": project.id, "path": str(path), "title": project.store.title()}
    if args.json:
        print_json(made)
    else:
        print(f"{path}: a new project, “{made['title']}”.")
    return 0


def _new_path(name: str) -> Path:
    path = Path(name)
    if not path.name:
        raise InvalidValue("A project needs a file name, such as strike.provdesk.")
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def add_files(args: argparse.Namespace) -> int:
    """Add files; 2 where any could not be added, though the others were."""
    with writing(args) as project:
        found = import_files(project, [Path(name) for name in args.file], _shown_progress(args))
    if args.json:
        print_json({"documents": [_imported_shape(one) for one in found]})
    else:
        _print_imported(found)
    for one in found:
        if one.error:
            say(one.error)
    return 2 if any(one.error for one in found) else 0


def list_documents(args: argparse.Namespace) -> int:
    """Every document of a project."""
    with reading(args) as reader:
        documents = reader.documents()
        links: Counter[str] = Counter()
        for _, document, _, number in reader.link_counts():
            links[document] += number
    if args.json:
        print_json({"documents": [document_shape(d, links[d.id]) for d in documents]})
    else:
        rows = [_row(document, links[document.id]) for document in documents]
        print_rows(rows, "No documents yet. Add some: provenance-desk add PROJECT FILE…")
    return 0


def _row(document: Document, links: int) -> tuple[object, ...]:
    remark = " (withdrawn)" if document.withdrawn else ""
    title = f"{document.title}{remark}"
    length = f"{document.length:,} characters"
    return (document.id[:SHORT], document.name, length, count(links, "link"), title)


def _imported_shape(one: Imported) -> dict[str, object]:
    status = "error" if one.error else "already here" if one.already_here else "added"
    return {
        "path": str(one.path),
        "id": one.document or None,
        "status": status,
        "notes": list(one.notes),
        "error": one.error or None,
    }


def _print_imported(found: list[Imported]) -> None:
    for one in found:
        if one.added:
            print(f"{one.document[:SHORT]}  {one.path.name}")
        for note in one.notes:
            print(f"  {note}" if one.added else note)
    added = sum(one.added for one in found)
    print(f"{count(added, 'document')} added.")


def _shown_progress(args: argparse.Namespace) -> Progress:
    """Progress on the terminal, where there is one to see it."""
    if args.json or not sys.stderr.isatty():
        return Progress()
    return Progress(lambda done, total: print(f"\r{done} of {total}\r", end="", file=sys.stderr))


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project", metavar="PROJECT", help=f"the file to make; {SUFFIX} is added to a bare name"
    )
    parser.add_argument("--title", metavar="T", help="title of the review (default: the name)")
    parser.add_argument(
        "--rule",
        choices=[rule.value for rule in HouseRule],
        default=HouseRule.NEWSROOM.value,
        help="house rule for standings (default: newsroom)",
    )
    as_argument(parser)
    json_argument(parser)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    writing_arguments(parser)
    parser.add_argument("file", metavar="FILE", nargs="+", help=".txt .md .pdf .docx .html")
    json_argument(parser)


def _documents_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    json_argument(parser)


COMMANDS = (
    Command(
        "new",
        "Make a new project file.",
        ['new strike.provdesk --title "The strike of 24 September"'],
        new_project,
        _new_arguments,
        "The first command that writes also makes your key, known by a pseudonym (--as NAME).",
    ),
    Command(
        "add",
        "Add files to a project as documents.",
        ["add strike.provdesk article.html report.pdf"],
        add_files,
        _add_arguments,
        "A file that can't be added is named, and the others still come in; the exit is then 2.\n"
        "What a file says about itself (title, author, date, site) becomes its document card.",
    ),
    Command(
        "documents",
        "List the documents of a project.",
        ["documents strike.provdesk --json"],
        list_documents,
        _documents_arguments,
    ),
)
