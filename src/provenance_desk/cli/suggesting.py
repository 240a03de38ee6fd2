"""`suggest` and `reuse`: what the text suggests; nothing of it decides or is recorded."""

import argparse
from typing import Any

from provenance_desk.audit.text_rules import shown
from provenance_desk.audit.verify_refs import Want
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import SHORT, print_json, print_rows, say
from provenance_desk.cli.session import json_argument, project_argument, reading
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.project.apply_names import Names
from provenance_desk.project.reuse import Place, Reuse, find_reuse
from provenance_desk.project.suggesting import ClaimSuggestion, SentenceSuggestion, Suggester
from provenance_desk.store.reader import Reader

OFF = "Suggestions are switched off in this project; see `provenance-desk rules`."


def suggest(args: argparse.Namespace) -> int:
    """The sentences that may state a claim, or the claims that a sentence may state."""
    with reading(args) as reader:
        if not reader.rules().suggestions:
            say(OFF)
            found = []
        elif args.claim is not None:
            found = _sentences(reader, args.claim, args.most)
        else:
            found = _claims(reader, args.sentence, args.most)
    if args.json:
        print_json(found)
    else:
        print_rows(map(_row, found), "The text suggests nothing.")
    return 0


def list_reuse(args: argparse.Namespace) -> int:
    """The pairs of sentences that share so many words that one may come from the other."""
    with reading(args) as reader:
        found = find_reuse(reader, possible=args.possible, ignored=args.ignore)
        names = {document.id: document.name for document in reader.documents()}
        shapes = [_pair(one, names) for one in found]
    if args.json:
        print_json(shapes)
        return 0
    rows = [
        (one["shown"], f"{one['words']} words", f"{one['share']:.0%}", *_both(one))
        for one in shapes
    ]
    print_rows(rows, "No text was found twice.")
    return 0


def _sentences(reader: Reader, said: str, most: int) -> list[dict[str, Any]]:
    claim = reader.claim(Names(reader).id(Want.CLAIM, said))
    if claim is None:
        raise InvalidValue(f"The project has no claim {shown(said)}.")
    linked = {(link.document, link.start) for link in reader.links(claim=claim.id)}
    names = {document.id: document.name for document in reader.documents()}
    found = Suggester(reader).sentences_for(claim.wording, most)
    return [_sentence(one, names, reader, linked) for one in found]


def _sentence(
    one: SentenceSuggestion, names: dict[str, str], reader: Reader, linked: set[tuple[str, int]]
) -> dict[str, Any]:
    text = reader.text(one.document) or ""
    return {
        "document": one.document,
        "name": names.get(one.document),
        "sentence": one.row + 1,
        "start": one.start,
        "end": one.end,
        "score": one.score,
        "shown": one.shown.value,
        "linked": (one.document, one.start) in linked,
        "exact": text[one.start : one.end],
    }


def _claims(reader: Reader, said: str, most: int) -> list[dict[str, Any]]:
    name, _, number = said.rpartition(":")
    document = reader.document(Names(reader).id(Want.DOCUMENT, name)) if name else None
    if document is None:
        raise InvalidValue(
            f"“{shown(said)}” names no sentence here. Write DOCUMENT:N, as in article.txt:12; the"
            " numbers are those of `provenance-desk sentences`."
        )
    table = reader.sentences(document)
    if not number.isdecimal() or not 1 <= int(number) <= len(table):
        raise InvalidValue(
            f"{shown(document.name)} has no sentence {shown(number)}, but 1 to {len(table)}."
        )
    found = Suggester(reader).claims_for(document, table, int(number) - 1, most)
    return [_claim(one) for one in found]


def _claim(one: ClaimSuggestion) -> dict[str, Any]:
    return {
        "claim": one.claim.id,
        "wording": one.claim.wording,
        "score": one.score,
        "shown": one.shown.value,
    }


def _row(one: dict[str, Any]) -> tuple[object, ...]:
    head = (f"{one['score']:.2f}", one["shown"])
    if "claim" in one:
        return (*head, one["claim"][:SHORT], one["wording"])
    return (*head, f"{one['name']}:{one['sentence']}", one["exact"])


def _pair(one: Reuse, names: dict[str, str]) -> dict[str, Any]:
    return {
        **_place(one.first, names, ""),
        **_place(one.second, names, "other_"),
        "words": one.words,
        "share": one.share,
        "shown": one.likeness.value,
    }


def _place(place: Place, names: dict[str, str], prefix: str) -> dict[str, Any]:
    fields = {
        "document": place.document,
        "name": names.get(place.document),
        "sentence": place.row + 1,
        "start": place.start,
        "end": place.end,
    }
    return {f"{prefix}{key}": value for key, value in fields.items()}


def _both(one: dict[str, Any]) -> tuple[str, str]:
    first, second = f"{one['name']}:{one['sentence']}", one["other_name"]
    return first, f"{second}:{one['other_sentence']}"


def _suggest_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--claim", metavar="CLAIM", help="suggest sentences for this claim")
    wanted.add_argument(
        "--sentence", metavar="DOCUMENT:N", help="suggest claims for sentence N of this document"
    )
    parser.add_argument(
        "--most", metavar="N", type=int, default=50, help="how many at most (default: 50)"
    )
    json_argument(parser)


def _reuse_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument(
        "--possible", action="store_true", help="also pairs of 6 shared words and 30 %%"
    )
    parser.add_argument(
        "--ignore",
        metavar="SENTENCE",
        action="append",
        default=[],
        help="a sentence of boilerplate to pass over; may be given several times",
    )
    json_argument(parser)


COMMANDS = (
    Command(
        "suggest",
        "Suggest sentences that may state a claim, or claims that a sentence may state.",
        ["suggest strike.provdesk --claim 3f2a91", "suggest strike.provdesk --sentence a.txt:12"],
        suggest,
        _suggest_arguments,
        "Ranked by the share of the claim's words that the sentence says, rare words weighing\n"
        "more: from 0.40 strong, from 0.25 folded. Nothing is decided and nothing recorded.",
    ),
    Command(
        "reuse",
        "Find sentences that share so many words that one may be copied from the other.",
        ["reuse strike.provdesk --possible --json"],
        list_reuse,
        _reuse_arguments,
        "Copied: at least 8 words in common runs, and half of the shorter sentence. Only what a\n"
        "reviewer records about two documents counts towards independence.",
    ),
)
