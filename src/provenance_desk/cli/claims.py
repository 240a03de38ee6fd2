"""`claim …` and `claims`."""

import argparse
from collections import Counter
from typing import Any

from provenance_desk.audit.schemas import fields_of
from provenance_desk.audit.verify_refs import Want
from provenance_desk.cli.acting import (
    act,
    action_arguments,
    claim_argument,
    date_arguments,
    dates_of,
    done,
    reason_argument,
    word_argument,
)
from provenance_desk.cli.command import Command, Group
from provenance_desk.cli.output import SHORT, count, print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, reading, writing
from provenance_desk.cli.shapes import claim_shape
from provenance_desk.domain.records import Claim
from provenance_desk.domain.words import ClaimKind, ClaimRelation, OriginKind
from provenance_desk.project.apply_names import Names


def add_claim(args: argparse.Namespace) -> int:
    """Add a claim."""
    return act(args, {"type": "claim.added", "kind": args.kind, **_said(args)})


def reword_claim(args: argparse.Namespace) -> int:
    """Reword a claim; what is not given stays as it was."""
    with writing(args) as project:
        wanted = Names(project.store).id(Want.CLAIM, args.claim)
        claim = project.store.claim(wanted)
        before = _worded(claim) if claim else {}
        line = {"type": "claim.reworded", "claim": wanted, "reason": args.reason}
        return done(args, project, {**line, **before, **_said(args)})


def retire_claim(args: argparse.Namespace) -> int:
    """Retire a claim."""
    return act(args, {"type": "claim.retired", "claim": args.claim, "reason": args.reason})


def restore_claim(args: argparse.Namespace) -> int:
    """Pursue a retired claim again."""
    return act(args, {"type": "claim.restored", "claim": args.claim, "reason": args.reason})


def join_claims(args: argparse.Namespace) -> int:
    """Say that two claims say the same."""
    pair = [args.claim, args.other_claim]
    return act(args, {"type": "claims.joined", "claims": pair, "reason": args.reason})


def separate_claims(args: argparse.Namespace) -> int:
    """Say that two claims do not say the same."""
    pair = [args.claim, args.other_claim]
    return act(args, {"type": "claims.separated", "claims": pair, "reason": args.reason})


def relate_claims(args: argparse.Namespace) -> int:
    """Record how one claim hangs together with another."""
    ends = {"from": args.claim, "to": args.other_claim}
    return act(args, {"type": "claims.related", **ends, "relation": args.relation})


def list_claims(args: argparse.Namespace) -> int:
    """Every claim of a project."""
    with reading(args) as reader:
        claims, joins = reader.claims(), reader.joins()
        links: Counter[str] = Counter()
        for claim, _, _, number in reader.link_counts():
            links[claim] += number
    if args.json:
        shapes = [claim_shape(claim, joins.get(claim.id), links[claim.id]) for claim in claims]
        print_json({"claims": shapes})
    else:
        rows = [_row(claim, links[claim.id]) for claim in claims]
        print_rows(rows, "No claims yet. Add one: provenance-desk claim add PROJECT WORDING")
    return 0


def _said(args: argparse.Namespace) -> dict[str, Any]:
    given = {
        "wording": args.wording,
        "kind": args.kind,
        "actor": args.actor,
        "actor_kind": args.actor_kind,
        "dates": dates_of(args),
    }
    return {key: value for key, value in given.items() if value is not None}


def _worded(claim: Claim) -> dict[str, Any]:
    before = {"kind": claim.kind.value, "actor": claim.actor}
    dates = [fields_of(date) for date in claim.dates]
    return {**before, "dates": dates} if dates else before


def _row(claim: Claim, links: int) -> tuple[object, ...]:
    remark = " (retired)" if claim.retired else " (withdrawn)" if claim.withdrawn else ""
    return (claim.id[:SHORT], claim.kind.value, count(links, "link"), claim.wording + remark)


def _wording_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wording", metavar="WORDING", help="one neutral sentence, as asserted")
    word_argument(parser, "--kind", ClaimKind)
    parser.add_argument("--actor", metavar="ORIGIN", help="whose act it is: an origin's id or name")
    word_argument(parser, "--actor-kind", OriginKind)
    date_arguments(parser)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    _wording_arguments(parser)
    parser.set_defaults(kind=ClaimKind.FACT.value)


def _reword_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    claim_argument(parser)
    _wording_arguments(parser)
    reason_argument(parser)


def _one_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    claim_argument(parser)
    reason_argument(parser)


def _pair_arguments(parser: argparse.ArgumentParser) -> None:
    _one_arguments(parser)
    claim_argument(parser, "other_claim")


def _relate_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    claim_argument(parser)
    word_argument(parser, "relation", ClaimRelation)
    claim_argument(parser, "other_claim")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    json_argument(parser)


COMMANDS = (
    Group(
        "claim",
        "Add claims and change them.",
        (
            Command(
                "add",
                "Add a claim, worded as asserted in one neutral sentence; prints its id.",
                ['claim add strike.provdesk "The plant closed on 4 March 2022" --kind fact'],
                add_claim,
                _add_arguments,
                "--actor-kind adds the actor as an origin where there is none of that name yet.",
            ),
            Command(
                "reword",
                "Give a claim another wording; its links show the one they were judged against.",
                ['claim reword strike.provdesk 3f2a91 "The plant closed" --reason "No day known"'],
                reword_claim,
                _reword_arguments,
                "Kind, actor and dates stay as they were where they are not given.",
            ),
            Command(
                "join",
                "Say that two claims say the same.",
                ['claim join strike.provdesk 3f2a91 77c0de --reason "Same act, same day"'],
                join_claims,
                _pair_arguments,
            ),
            Command(
                "separate",
                "Say that two claims do not say the same.",
                ['claim separate strike.provdesk 3f2a91 77c0de --reason "Two plants"'],
                separate_claims,
                _pair_arguments,
            ),
            Command(
                "relate",
                "Record that a claim contradicts or refines another.",
                ["claim relate strike.provdesk 3f2a91 refines 77c0de"],
                relate_claims,
                _relate_arguments,
            ),
            Command(
                "retire",
                "Stop pursuing a claim; it is still computed and shown as retired.",
                ['claim retire strike.provdesk 3f2a91 --reason "Not about this question"'],
                retire_claim,
                _one_arguments,
            ),
            Command(
                "restore",
                "Pursue a retired claim again.",
                ['claim restore strike.provdesk 3f2a91 --reason "It matters after all"'],
                restore_claim,
                _one_arguments,
            ),
        ),
    ),
    Command(
        "claims",
        "List the claims of a project.",
        ["claims strike.provdesk --json"],
        list_claims,
        _list_arguments,
    ),
)
