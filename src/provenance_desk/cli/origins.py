"""`origin …` and `origins`."""

import argparse
from collections import Counter

from provenance_desk.cli.acting import act, action_arguments, word_argument
from provenance_desk.cli.command import Command, Group
from provenance_desk.cli.output import SHORT, count, print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, reading
from provenance_desk.cli.shapes import origin_shape
from provenance_desk.domain.words import OriginKind, OriginRelation


def add_origin(args: argparse.Namespace) -> int:
    """Add an origin, or find the one of that kind and name."""
    return act(args, {"type": "origin.added", "name": args.name, "kind": args.kind})


def relate_origins(args: argparse.Namespace) -> int:
    """Record what is known about a pair of origins."""
    ends = {"from": args.origin, "to": args.other_origin}
    return act(args, {"type": "origins.related", **ends, "relation": args.relation})


def list_origins(args: argparse.Namespace) -> int:
    """Every origin of a project."""
    with reading(args) as reader:
        origins = reader.origins()
        current = [link for link in reader.links() if not link.retracted]
        links = Counter(link.judgement.origin for link in current)
    if args.json:
        print_json({"origins": [origin_shape(one, links[one.id]) for one in origins]})
    else:
        rows = [
            (one.id[:SHORT], one.kind.value, count(links[one.id], "link"), one.name)
            for one in origins
        ]
        print_rows(rows, "No origins yet.")
    return 0


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("name", metavar="NAME", help="who or what could know first-hand")
    word_argument(parser, "--kind", OriginKind)
    parser.set_defaults(kind=OriginKind.PERSON.value)


def _relate_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("origin", metavar="ORIGIN", help="id, its first digits, or the name")
    word_argument(parser, "relation", OriginRelation)
    parser.add_argument("other_origin", metavar="OTHER-ORIGIN", help="the other one")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    json_argument(parser)


COMMANDS = (
    Group(
        "origin",
        "Add origins, and record how they hang together.",
        (
            Command(
                "add",
                "Add the far end of a speaker chain; prints its id.",
                ['origin add strike.provdesk "Ministry of Health" --kind body'],
                add_origin,
                _add_arguments,
                "The same kind and name is the same origin: its id is printed, nothing is added.",
            ),
            Command(
                "relate",
                "Record what is known about a pair of origins.",
                ['origin relate strike.provdesk "Jane Roe" independent "Ministry of Health"'],
                relate_origins,
                _relate_arguments,
                "What nobody recorded counts as not independent.",
            ),
        ),
    ),
    Command(
        "origins",
        "List the origins of a project.",
        ["origins strike.provdesk --json"],
        list_origins,
        _list_arguments,
    ),
)
