"""`check`, `stats`, `verify`: proofs, counts, and bundles from others."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from provenance_desk.audit.findings import Findings
from provenance_desk.audit.high_water import HighWater
from provenance_desk.audit.home import desk_home
from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.trust import TrustBook
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, project_path, reading
from provenance_desk.exchange.verify import verify_bundle
from provenance_desk.project.check import check_project
from provenance_desk.project.stats import stats_of

EXITS = """\
exits:
  0  verified, and everybody who wrote is known here
  1  altered or damaged
  2  usage, file not found
  3  intact, but somebody is not known here
  4  conflicting histories
  5  made by a newer version
  6  refused for safety, not looked at"""


def check(args: argparse.Namespace) -> int:
    """Prove that a project's log holds and that what it shows is what the log adds up to."""
    found = check_project(project_path(args.project), desk_home())
    if args.json:
        print_json(found.to_json())
    else:
        _print(found.first_line, found.findings, found.notes)
    return int(found.exit)


def verify(args: argparse.Namespace) -> int:
    """Verify a bundle; changes nothing, not even whom this computer trusts."""
    home = desk_home()
    found = verify_bundle(
        Path(args.bundle),
        trust=TrustBook(home),
        marks=HighWater(home),
        signer=args.signer,
        render=args.render,
    )
    if args.json:
        print_json(found.to_json())
    else:
        _print(found.first_line, found.findings, found.notes)
    return int(found.exit)


def show_stats(args: argparse.Namespace) -> int:
    """Count what a project holds."""
    with reading(args) as reader:
        stats = stats_of(reader)
    if args.json:
        print_json(stats.to_json())
        return 0
    rows = [("title", stats.title), ("project", stats.project)]
    rows += [(name.replace("_", " "), f"{number:,}") for name, number in stats.counts.items()]
    rows += [(name, f"{number:,}") for name, number in stats.by_status.items()]
    rows += [(name, f"{number:,}") for name, number in stats.by_stance.items()]
    rows += [("state id", stats.state_id), ("in words", " ".join(stats.state_words))]
    print_rows(rows, "")
    return 0


def _print(first_line: str, findings: Findings, notes: Sequence[str]) -> None:
    print(shown(first_line, 1000))
    for finding in findings:
        if str(finding) not in first_line:
            print(f"  {shown(str(finding), 1000)}")
    for code, number in findings.left_out.items():
        print(f"  {code}: {number} more")
    for note in notes:
        print(f"  {shown(note, 1000)}")


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    json_argument(parser)


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "bundle", metavar="FILE|FOLDER", help="an .audit.zip, or the folder it was unpacked into"
    )
    parser.add_argument(
        "--signer", metavar="FINGERPRINT", default="", help="the key that must have exported it"
    )
    parser.add_argument(
        "--no-render",
        dest="render",
        action="store_false",
        help="do not make the report and the other derived files again to compare them",
    )
    json_argument(parser)


COMMANDS = (
    Command(
        "check",
        "Prove that a project's log holds and that what it shows is what the log adds up to.",
        ["check strike.provdesk"],
        check,
        _check_arguments,
        EXITS,
    ),
    Command(
        "stats",
        "Count what a project holds, and name the state it is in.",
        ["stats strike.provdesk --json"],
        show_stats,
        _check_arguments,
        "Who holds the same entries has the same state id, and the same twelve words.",
    ),
    Command(
        "verify",
        "Verify a bundle that somebody exported; nothing is changed, not even whom you trust.",
        ["verify strike.audit.zip", "verify strike.audit.zip --signer SHA256:Jx0…"],
        verify,
        _verify_arguments,
        EXITS,
    ),
)
