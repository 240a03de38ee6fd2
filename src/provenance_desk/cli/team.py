"""`rules`, `name`, `note`, `person`, `answer`, `override`, `settle`: what reviewers record."""

import argparse

from provenance_desk.cli.acting import (
    act,
    action_arguments,
    claim_argument,
    done,
    reason_argument,
    word_argument,
)
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import print_json
from provenance_desk.cli.session import (
    as_argument,
    json_argument,
    project_argument,
    reading,
    writing,
)
from provenance_desk.domain.project_events import RulesChosen
from provenance_desk.domain.words import (
    Access,
    Confidence,
    HouseRule,
    Outcome,
    PersonFlag,
    Standing,
    Status,
)

SETTLE = (
    "settle strike.provdesk 9b1c55 04d7aa --outcome chosen --status alleged --confidence moderate"
    ' --reason "Agreed on a call: no record was seen"'
)


def choose_rules(args: argparse.Namespace) -> int:
    """Choose rules where any is given, else show them."""
    given = {"house_rule": args.rule, "blind": args.blind, "suggestions": args.suggestions}
    given = {key: value for key, value in given.items() if value is not None}
    if not given:
        with reading(args) as reader:
            return _show_rules(args, reader.rules())
    with writing(args) as project:
        return done(
            args, project, {"type": "rules.chosen", **_rules(project.store.rules()), **given}
        )


def set_name(args: argparse.Namespace) -> int:
    """Go by another pseudonym in this project."""
    return act(args, {"type": "profile.set", "name": args.name})


def add_note(args: argparse.Namespace) -> int:
    """Add a note."""
    place = {"document": args.document, "start": args.start, "end": args.end}
    return act(args, {"type": "note.added", "text": args.text, "about": args.about, **place})


def flag_person(args: argparse.Namespace) -> int:
    """Say how a person's name is treated in reports."""
    return act(args, {"type": "person.flagged", "name": args.name, "flag": args.flag})


def answer_contradiction(args: argparse.Namespace) -> int:
    """Record why a contradiction is outweighed."""
    why = {"judgement": args.judgement, "reason": args.reason}
    return act(args, {"type": "contradiction.answered", **why})


def override_standing(args: argparse.Namespace) -> int:
    """Put another standing beside the computed one."""
    why = {"claim": args.claim, "standing": args.standing, "reason": args.reason}
    return act(args, {"type": "standing.overridden", **why})


def settle_disagreement(args: argparse.Namespace) -> int:
    """Record how different judgements of one passage were settled."""
    chosen = {
        "status": args.status,
        "confidence": args.confidence,
        "access": args.access,
        "origin": args.origin,
    }
    said = {"judgements": args.judgement, "outcome": args.outcome, "reason": args.reason}
    return act(args, {"type": "disagreement.settled", **said, **chosen})


def _rules(rules: RulesChosen) -> dict[str, object]:
    return {
        "house_rule": rules.house_rule.value,
        "blind": rules.blind,
        "suggestions": rules.suggestions,
    }


def _show_rules(args: argparse.Namespace, rules: RulesChosen) -> int:
    if args.json:
        print_json({"rules": _rules(rules)})
    else:
        print(f"house rule   {rules.house_rule}")
        print(f"blind        {'yes' if rules.blind else 'no'}")
        print(f"suggestions  {'yes' if rules.suggestions else 'no'}")
    return 0


def _rules_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    as_argument(parser)
    word_argument(parser, "--rule", HouseRule)
    yes_no = argparse.BooleanOptionalAction
    parser.add_argument("--blind", action=yes_no, help="reviewers do not see each other's links")
    parser.add_argument("--suggestions", action=yes_no, help="the text's cues are suggested")
    json_argument(parser)


def _name_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("name", metavar="NAME", help="your pseudonym in this project")


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("text", metavar="TEXT", help="the note")
    parser.add_argument("--about", metavar="ENTRY", help="an entry's id: a claim, a link …")
    parser.add_argument("--document", metavar="DOCUMENT", help="id or file name")
    parser.add_argument("--start", type=int, metavar="N", help="first code point of the passage")
    parser.add_argument("--end", type=int, metavar="N", help="code point after its last")


def _person_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("name", metavar="NAME", help="the name as the documents write it")
    word_argument(parser, "flag", PersonFlag)


def _answer_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument("judgement", metavar="JUDGEMENT", help="id of the link, or of its revision")
    reason_argument(parser)


def _override_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    claim_argument(parser)
    word_argument(parser, "standing", Standing)
    reason_argument(parser)


def _settle_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    parser.add_argument(
        "judgement", metavar="JUDGEMENT", nargs="+", help="ids of the links, or of their revisions"
    )
    word_argument(parser, "--outcome", Outcome)
    word_argument(parser, "--status", Status)
    word_argument(parser, "--confidence", Confidence)
    word_argument(parser, "--access", Access)
    parser.add_argument("--origin", metavar="ORIGIN", help="the origin chosen; none: not named")
    reason_argument(parser)


COMMANDS = (
    Command(
        "rules",
        "Show the rules of a project, or choose others.",
        ["rules strike.provdesk", "rules strike.provdesk --rule strict --no-suggestions"],
        choose_rules,
        _rules_arguments,
    ),
    Command(
        "name",
        "Go by another pseudonym in a project.",
        ['name strike.provdesk "Reviewer B"'],
        set_name,
        _name_arguments,
    ),
    Command(
        "note",
        "Add a note, on an entry or a passage if you say which.",
        ['note strike.provdesk "Ask the archive for the first edition" --document article.txt'],
        add_note,
        _note_arguments,
    ),
    Command(
        "person",
        "Say how a person's name is treated in reports.",
        ['person strike.provdesk "Jane Roe" private'],
        flag_person,
        _person_arguments,
        "Names flagged private, victim or minor are “[name withheld]” in reports.",
    ),
    Command(
        "answer",
        "Record why a contradicting judgement is outweighed.",
        ['answer strike.provdesk 9b1c55 --reason "The ministry corrected itself a day later"'],
        answer_contradiction,
        _answer_arguments,
    ),
    Command(
        "override",
        "Put another standing beside the computed one; both are shown.",
        ['override strike.provdesk 3f2a91 alleged --reason "Both papers print one release"'],
        override_standing,
        _override_arguments,
    ),
    Command(
        "settle",
        "Record how different judgements of one passage were settled.",
        [
            SETTLE,
        ],
        settle_disagreement,
        _settle_arguments,
        "Name exactly the passage's current judgements. A stance is never replaced.",
    ),
)
