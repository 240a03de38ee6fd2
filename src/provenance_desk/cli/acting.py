"""What commands that write have in common: a line done, its id told, doubts said aloud."""

import argparse
from collections.abc import Iterable, Mapping
from enum import StrEnum

from provenance_desk.analysis.claim_wording import lint_claim
from provenance_desk.cli.output import print_json, say
from provenance_desk.cli.session import json_argument, writing, writing_arguments
from provenance_desk.domain.judgements import warnings_for
from provenance_desk.project.apply import apply_together
from provenance_desk.project.project import Project

Line = Mapping[str, object]


def act(args: argparse.Namespace, *lines: Line) -> int:
    """Do these lines in one step and print the id of what the last one made."""
    with writing(args) as project:
        return done(args, project, *lines)


def done(args: argparse.Namespace, project: Project, *lines: Line) -> int:
    """Do these lines in the open project; say what METHOD.md warns of."""
    made = apply_together(project, *lines)
    if args.json:
        print_json({"id": made[-1]})
    else:
        print(made[-1])
    for warning in _warnings(project, made):
        say(f"Note: {warning}")
    return 0


def _warnings(project: Project, made: Iterable[str]) -> list[str]:
    said: list[str] = []
    for name in made:
        link, claim = project.store.link(name), project.store.claim(name)
        if link is not None:
            said += warnings_for(link.judgement)
        if claim is not None:
            dated, acted = bool(claim.dates), claim.actor is not None
            found = lint_claim(claim.wording, claim.kind, dated=dated, acted=acted)
            said += [warning.sentence for warning in found]
    return said


def action_arguments(parser: argparse.ArgumentParser) -> None:
    """`PROJECT`, `--as` and `--json`."""
    writing_arguments(parser)
    json_argument(parser)


def claim_argument(parser: argparse.ArgumentParser, name: str = "claim") -> None:
    """A claim by id, the beginning of it, or its wording."""
    help_ = "id, the first digits of it, or the exact wording"
    parser.add_argument(name, metavar=name.upper().replace("_", "-"), help=help_)


def document_argument(parser: argparse.ArgumentParser, name: str = "document") -> None:
    """A document by id, the beginning of it, or its file name."""
    help_ = "id, the first digits of it, or the file name"
    parser.add_argument(name, metavar=name.upper().replace("_", "-"), help=help_)


def link_argument(parser: argparse.ArgumentParser) -> None:
    """A link by id or the beginning of it."""
    parser.add_argument("link", metavar="LINK", help="id, or the first digits of it")


def reason_argument(parser: argparse.ArgumentParser) -> None:
    """`--reason`, a sentence that the method requires."""
    parser.add_argument("--reason", metavar="TEXT", default="", help="why: a sentence (required)")


def word_argument(parser: argparse.ArgumentParser, name: str, words: type[StrEnum]) -> None:
    """A word of the method, as an option or as an argument."""
    choices = [word.value for word in words]
    parser.add_argument(name, choices=choices, metavar=_metavar(name, choices), help=_or(choices))


def span_arguments(parser: argparse.ArgumentParser) -> None:
    """`START END`, in code points."""
    parser.add_argument("start", type=int, metavar="START", help="first code point, from 0")
    parser.add_argument("end", type=int, metavar="END", help="code point after the last")


def dates_of(args: argparse.Namespace) -> list[dict[str, str]] | None:
    """The dates of `--date` and `--report-date`, each as exact as it was written."""
    said = [(value, "event") for value in args.date] + [
        (value, "report") for value in args.report_date
    ]
    if not said:
        return None
    return [{"value": value, "precision": _precision(value), "of": of} for value, of in said]


def date_arguments(parser: argparse.ArgumentParser) -> None:
    """`--date` and `--report-date`."""
    parser.add_argument(
        "--date",
        metavar="DATE",
        action="append",
        default=[],
        help="when it happened, such as 2022, 2022-09 or 2022-09-24",
    )
    parser.add_argument(
        "--report-date", metavar="DATE", action="append", default=[], help="when it was reported"
    )


def _precision(value: str) -> str:
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "time")


def _metavar(name: str, choices: list[str]) -> str:
    return name.lstrip("-").upper().replace("-", "_")


def _or(choices: list[str]) -> str:
    return ", ".join(choices[:-1]) + f" or {choices[-1]}"
