"""`document …`: cards, handling, withdrawal, how documents hang together."""

import argparse
from typing import Any

from provenance_desk.audit.schemas import fields_of
from provenance_desk.audit.verify_refs import Want
from provenance_desk.cli.acting import (
    act,
    action_arguments,
    document_argument,
    done,
    reason_argument,
    word_argument,
)
from provenance_desk.cli.command import Command, Group
from provenance_desk.cli.session import writing
from provenance_desk.domain.words import DocumentRelation, Handling, Reliability
from provenance_desk.project.apply_names import Names
from provenance_desk.store.reader import Queries

TEXTS = {
    "title": "title",
    "publisher": "who published it",
    "author": "who wrote it",
    "language": "language, such as en or ru",
    "family": "publisher group; a family counts once",
    "upstream": "known upstream: a wire, a release",
    "url": "where it was published",
    "archive_url": "an archived copy",
    "retrieved": "when it was fetched, such as 2022-09-24",
}


def describe_document(args: argparse.Namespace) -> int:
    """Set fields of a document card; the others stay as they are."""
    with writing(args) as project:
        wanted = Names(project.store).id(Want.DOCUMENT, args.document)
        given = {key: getattr(args, key) for key in (*TEXTS, "translated", "reference_work")}
        given |= {"reliability": args.reliability, "published": _published(args.published)}
        said = {key: value for key, value in given.items() if value is not None}
        line = {"type": "document.described", **_card(project.store, wanted), **said}
        how = args.how_obtained if args.how_obtained is not None else line.get("how_obtained")
        return done(args, project, {**line, "document": wanted, "how_obtained": how})


def mark_document(args: argparse.Namespace) -> int:
    """Say how a document may travel."""
    marked = {"document": args.document, "handling": args.handling, "conditions": args.conditions}
    return act(args, {"type": "document.marked", **marked})


def withdraw_document(args: argparse.Namespace) -> int:
    """Take a document out of the review."""
    why = {"document": args.document, "reason": args.reason}
    return act(args, {"type": "document.withdrawn", **why})


def relate_documents(args: argparse.Namespace) -> int:
    """Record how one document hangs together with another."""
    ends = {"from": args.document, "to": args.other_document}
    return act(args, {"type": "documents.related", **ends, "relation": args.relation})


def _card(queries: Queries, wanted: str) -> dict[str, Any]:
    """The card as it is, its private text in place of the hash; a bare title where none is."""
    document = queries.document(wanted)
    if document is None or document.card is None:
        return {"title": document.title if document else ""}
    card = fields_of(document.card)
    kept = queries.attachment(document.card.how_obtained or "")
    return {**card, "how_obtained": kept["text"] if kept else None}


def _published(value: str | None) -> dict[str, str] | None:
    if value is None:
        return None
    return {"value": value, "precision": {4: "year", 7: "month", 10: "day"}.get(len(value), "time")}


def _describe_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    for name, help_ in TEXTS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", metavar="TEXT", help=help_)
    parser.add_argument("--published", metavar="DATE", help="such as 2022, 2022-09, 2022-09-24")
    yes_no = argparse.BooleanOptionalAction
    parser.add_argument("--translated", action=yes_no, help="whether the text is a translation")
    parser.add_argument("--reference-work", action=yes_no, help="an encyclopaedia or the like")
    word_argument(parser, "--reliability", Reliability)
    parser.add_argument("--how-obtained", metavar="TEXT", help="how and by whom (private)")


def _mark_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    word_argument(parser, "handling", Handling)
    parser.add_argument("--conditions", metavar="TEXT", default="", help="under which conditions")


def _withdraw_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    reason_argument(parser)


def _relate_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    word_argument(parser, "relation", DocumentRelation)
    document_argument(parser, "other_document")


COMMANDS = (
    Group(
        "document",
        "Describe documents, say how they may travel, withdraw and relate them.",
        (
            Command(
                "describe",
                "Set fields of a document's card; what is not given stays as it was.",
                ["document describe strike.provdesk article.txt --publisher Daily --language en"],
                describe_document,
                _describe_arguments,
            ),
            Command(
                "mark",
                "Say how a document may travel; the strictest mark counts.",
                ["document mark strike.provdesk article.txt private"],
                mark_document,
                _mark_arguments,
            ),
            Command(
                "withdraw",
                "Take a document out of the review; its links stay and say so.",
                ['document withdraw strike.provdesk article.txt --reason "Not the final version"'],
                withdraw_document,
                _withdraw_arguments,
            ),
            Command(
                "relate",
                "Record how one document hangs together with another.",
                ["document relate strike.provdesk copy.txt copy_of article.txt"],
                relate_documents,
                _relate_arguments,
            ),
        ),
    ),
)
