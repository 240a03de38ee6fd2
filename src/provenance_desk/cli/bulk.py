"""`apply`: every user action in bulk."""

import argparse
import sys
from pathlib import Path

from provenance_desk.cli.acting import action_arguments
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import count, print_json, say
from provenance_desk.cli.session import writing
from provenance_desk.project.apply import Applied, ApplyRefused, apply_lines
from provenance_desk.project.apply_reading import read_bulk
from provenance_desk.project.progress import Progress

MOST_WARNINGS = 20

MORE = """\
A .jsonl line is one action: an event type with the fields of its body, texts in place of
attachments, and "as" to name what it makes for later lines. Ids may be such names, ids or their
first digits; a document may be its file name, a claim its wording, an origin its name.

  {"type":"origin.added","as":"o1","name":"Jane Roe","kind":"person"}
  {"type":"claim.added","as":"c1","wording":"The plant closed on 4 March 2022","kind":"fact"}
  {"type":"link.made","claim":"c1","document":"article.txt","exact":"The plant closed.",
   "stance":"supports","status":"alleged","confidence":"high","origin":"o1","access":"relayed"}
  (one line each)

A .csv is a table of claims (wording, kind, actor, actor_kind) or of links with their quotes
(document, quote, start, claim, stance, status, confidence, wording, speaker, naming, mode, origin,
origin_kind, access, rationale). All or nothing: every bad line is named, and nothing is written."""


def apply_bulk(args: argparse.Namespace) -> int:
    """Do a file of actions in one step."""
    lines = read_bulk(Path(args.file))
    with writing(args) as project:
        try:
            applied = apply_lines(project, lines, _progress(args))
        except ApplyRefused as refused:
            if args.json:
                print_json({"applied": False, "errors": _errors(refused)})
            raise
    if args.json:
        shape = {"applied": True, "lines": applied.lines, "types": dict(applied.types)}
        print_json({**shape, "ids": dict(applied.given), "warnings": _warned(applied)})
        return 0
    done = ", ".join(f"{number:,} {name}" for name, number in applied.types.items())
    print(f"{count(applied.lines, 'line')} applied in one step: {done}.")
    for warning in applied.warnings[:MOST_WARNINGS]:
        say(f"Note: {warning}")
    return 0


def _errors(refused: ApplyRefused) -> list[dict[str, object]]:
    return [{"line": error.line, "message": error.message} for error in refused.errors]


def _warned(applied: Applied) -> list[dict[str, object]]:
    return [{"line": warning.line, "message": warning.message} for warning in applied.warnings]


def _progress(args: argparse.Namespace) -> Progress:
    if args.json or not sys.stderr.isatty():
        return Progress()
    return Progress(lambda done, total: print(f"\r{done} of {total}\r", end="", file=sys.stderr))


def _arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("file", metavar="FILE", help=".jsonl or .csv, in UTF-8")


COMMANDS = (
    Command(
        "apply",
        "Do every line of a file in one step, or none of it.",
        ["apply strike.provdesk links.jsonl", "apply strike.provdesk claims.csv"],
        apply_bulk,
        _arguments,
        MORE,
    ),
)
