"""`standing`: what the links on each claim add up to, and by which rule."""

import argparse

from provenance_desk.cli.command import Command
from provenance_desk.cli.output import SHORT, print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, reading
from provenance_desk.domain.records import Claim
from provenance_desk.domain.standing import Assessment
from provenance_desk.domain.standing_words import rule_words, source_words
from provenance_desk.domain.words import HouseRule
from provenance_desk.project.standings import standings_of


def show_standings(args: argparse.Namespace) -> int:
    """The standing of every claim that is not withdrawn or has links."""
    rule = HouseRule(args.rules) if args.rules else None
    with reading(args) as reader:
        found = standings_of(reader, rule)
        claims = {claim.id: claim for claim in reader.claims()}
    if args.json:
        print_json([_shape(one) for one in found.values()])
    else:
        rows = [_row(one, claims) for one in found.values()]
        print_rows(rows, "No claims yet.")
    return 0


def _shape(found: Assessment) -> dict[str, object]:
    return {
        "claim": found.claim,
        "standing": found.standing,
        "rule": found.rule,
        "origins": found.origins,
        "documents": found.documents,
        "families": found.families,
        "because": list(found.because),
        "contradicting": list(found.contradicting),
        "answered": list(found.answered),
        "overrides": [{"author": one.author, "standing": one.standing} for one in found.overrides],
        "words": rule_words(found),
    }


def _row(found: Assessment, claims: dict[str, Claim]) -> tuple[object, ...]:
    claim = claims.get(found.claim)
    return (
        found.claim[:SHORT],
        found.standing,
        found.rule,
        source_words(found),
        claim.wording if claim else "",
    )


def _arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument(
        "--rules",
        choices=[rule.value for rule in HouseRule],
        help="another house rule than the project's",
    )
    json_argument(parser)


COMMANDS = (
    Command(
        "standing",
        "Show what the links on each claim add up to, and by which rule.",
        ["standing strike.provdesk --rules strict"],
        show_standings,
        _arguments,
        "Support is counted in independent origins; what nobody recorded is not independent.",
    ),
)
