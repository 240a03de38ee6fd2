"""`link …` and `links`."""

import argparse
from typing import Any

from provenance_desk.audit.schemas import fields_of
from provenance_desk.audit.verify_refs import Want
from provenance_desk.cli.acting import (
    act,
    action_arguments,
    date_arguments,
    dates_of,
    done,
    link_argument,
    word_argument,
)
from provenance_desk.cli.command import Command, Group
from provenance_desk.cli.output import SHORT, print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, reading, writing
from provenance_desk.cli.shapes import Texts, link_shape
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.domain.records import Link
from provenance_desk.domain.words import (
    Access,
    ChangeReason,
    ClaimKind,
    Confidence,
    OriginKind,
    Stance,
    Status,
    Wording,
    Zone,
)
from provenance_desk.project.apply_names import Names
from provenance_desk.store.reader import Reader

NEW = "the new claim"

MAKE_FROM_QUOTE = (
    'link make strike.provdesk --document article.txt --exact "The plant closed." --claim 3f2a91'
    " --status alleged --confidence high"
)
MAKE_FROM_OFFSETS = (
    "link make strike.provdesk --document article.txt --start 120 --end 180 --new-claim"
    ' "The plant closed on 4 March 2022" --status alleged --confidence moderate'
    " --speaker 'the mayor:role:quoted'"
)
REVISE = (
    "link revise strike.provdesk 9b1c55 --status confirmed --reason rereading"
    ' --rationale "Because the ministry is quoted word for word"'
)


def make_link(args: argparse.Namespace) -> int:
    """Link a passage to a claim, or to a new one."""
    place = {
        "document": args.document,
        "start": args.start,
        "end": args.end,
        "exact": args.exact,
        "zone": args.zone,
        "claim": NEW if args.new_claim else args.claim,
    }
    link = {"type": "link.made", **place, **_judged(args), "rationale": args.rationale}
    if not args.new_claim:
        return act(args, link)
    claim = {"type": "claim.added", "as": NEW, "wording": args.new_claim, "kind": args.kind}
    return act(args, claim, link)


def revise_link(args: argparse.Namespace) -> int:
    """Judge an own link anew; what is not given stays as it was."""
    with writing(args) as project:
        wanted = Names(project.store).id(Want.LINK, args.link)
        link = project.store.link(wanted)
        before = fields_of(link.judgement) if link else {}
        given = {key: value for key, value in _judged(args).items() if value is not None}
        why = {"reason": args.reason, "rationale": args.rationale}
        line = {"type": "link.revised", "link": wanted, **before, **given, **why}
        return done(args, project, {**line, **dict.fromkeys(args.clear)})


def retract_link(args: argparse.Namespace) -> int:
    """Take an own link back."""
    why = {"reason": args.reason, "rationale": args.rationale}
    return act(args, {"type": "link.retracted", "link": args.link, **why})


def list_links(args: argparse.Namespace) -> int:
    """The links of a project, all of them or those of a claim or a document."""
    with reading(args) as reader:
        links = _chosen(args, reader)
        texts = _texts(reader, links)
        claims = {claim.id: claim for claim in reader.claims()}
        names, documents = reader.names(), {d.id: d.name for d in reader.documents()}
    if args.json:
        shapes = [link_shape(one, claims.get(one.claim), texts, names) for one in links]
        print_json({"links": shapes})
    else:
        rows = [_row(link, documents.get(link.document, ""), texts) for link in links]
        print_rows(rows, "No links.")
    return 0


def _chosen(args: argparse.Namespace, reader: Reader) -> list[Link]:
    names = Names(reader)
    claim = names.id(Want.CLAIM, args.claim) if args.claim else None
    document = names.id(Want.DOCUMENT, args.document) if args.document else None
    links = reader.links(document=document) if document else reader.links(claim=claim)
    return [link for link in links if claim in (None, link.claim)]


def _texts(reader: Reader, links: list[Link]) -> Texts:
    hashes = [name for link in links for name in (link.quote, link.rationale) if name]
    return reader.attachments_by_hash(list(dict.fromkeys(hashes)))


def _row(link: Link, document: str, texts: Texts) -> tuple[object, ...]:
    judgement = link.judgement
    said = "retracted" if link.retracted else f"{judgement.status}, {judgement.confidence}"
    place = f"{document} {link.start}–{link.end}"
    quote = texts.get(link.quote, {}).get("exact", "(withheld)")
    short = quote if len(quote) <= 90 else quote[:89] + "…"
    return (link.id[:SHORT], link.claim[:SHORT], judgement.stance.value, said, place, f"“{short}”")


def _judged(args: argparse.Namespace) -> dict[str, Any]:
    return {
        "stance": args.stance,
        "status": args.status,
        "confidence": args.confidence,
        "wording": args.wording,
        "speakers": [_speaker(said) for said in args.speaker] or None,
        "origin": args.origin,
        "origin_kind": args.origin_kind,
        "access": args.access,
        "dates": dates_of(args),
    }


def _speaker(said: str) -> dict[str, str]:
    """`NAME:naming:mode`, as in `Mary Smith:named:quoted`; the name may be empty."""
    name, _, rest = said.rpartition(":")
    if not name and not rest:
        raise InvalidValue("A speaker is NAME:naming:mode, such as “the minister:role:quoted”.")
    name, _, naming = name.rpartition(":")
    return {"name": name, "naming": naming, "mode": rest}


def _judgement_arguments(parser: argparse.ArgumentParser) -> None:
    for name, words in (
        ("--stance", Stance),
        ("--status", Status),
        ("--confidence", Confidence),
        ("--wording", Wording),
        ("--access", Access),
    ):
        word_argument(parser, name, words)
    parser.add_argument("--origin", metavar="ORIGIN", help="the far end: an origin's id or name")
    word_argument(parser, "--origin-kind", OriginKind)
    parser.add_argument(
        "--speaker",
        metavar="NAME:NAMING:MODE",
        action="append",
        default=[],
        help="who says so, nearest first: named, role or unnamed; quoted, paraphrased or implied",
    )
    date_arguments(parser)
    parser.add_argument(
        "--rationale",
        metavar="TEXT",
        default="",
        help="because …; required for confirmed, disputed, any low, any change",
    )


def _make_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    claim = parser.add_mutually_exclusive_group(required=True)
    claim.add_argument("--claim", metavar="CLAIM", help="id, its first digits, or the wording")
    claim.add_argument("--new-claim", metavar="WORDING", help="add this claim in the same step")
    word_argument(parser, "--kind", ClaimKind)
    parser.add_argument("--document", required=True, metavar="DOCUMENT", help="id or file name")
    parser.add_argument("--exact", metavar="TEXT", help="the quote, letter by letter")
    parser.add_argument("--start", type=int, metavar="N", help="first code point, from 0")
    parser.add_argument("--end", type=int, metavar="N", help="code point after the last")
    word_argument(parser, "--zone", Zone)
    _judgement_arguments(parser)
    parser.set_defaults(stance=Stance.SUPPORTS.value, kind=ClaimKind.FACT.value)


def _revise_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    link_argument(parser)
    _judgement_arguments(parser)
    word_argument(parser, "--reason", ChangeReason)
    parser.add_argument(
        "--clear",
        action="append",
        default=[],
        choices=["wording", "speakers", "origin", "access", "dates"],
        help="leave this field empty",
    )


def _retract_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    link_argument(parser)
    word_argument(parser, "--reason", ChangeReason)
    parser.add_argument("--rationale", metavar="TEXT", default="", help="a sentence, if you like")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("--claim", metavar="CLAIM", help="only links on this claim")
    parser.add_argument("--document", metavar="DOCUMENT", help="only links in this document")
    json_argument(parser)


COMMANDS = (
    Group(
        "link",
        "Link passages to claims, and change your links.",
        (
            Command(
                "make",
                "Link a passage to a claim; prints the link's id.",
                [
                    MAKE_FROM_QUOTE,
                    MAKE_FROM_OFFSETS,
                ],
                make_link,
                _make_arguments,
                "The passage is named by its quote, or by --start and --end in code points; a\n"
                "quote that stands twice needs --start. Status and confidence are yours to choose.",
            ),
            Command(
                "revise",
                "Judge one of your links anew, with a reason and a rationale.",
                [
                    REVISE,
                ],
                revise_link,
                _revise_arguments,
                "What is not given stays as it was; --clear empties a field.",
            ),
            Command(
                "retract",
                "Take one of your links back; it stays in the history.",
                ["link retract strike.provdesk 9b1c55 --reason slip"],
                retract_link,
                _retract_arguments,
            ),
        ),
    ),
    Command(
        "links",
        "List the links of a project with their judgements.",
        ["links strike.provdesk --json", "links strike.provdesk --claim 3f2a91"],
        list_links,
        _list_arguments,
    ),
)
