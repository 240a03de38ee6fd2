"""`passage …`: zones, same text, nothing to link, sentences split and joined."""

import argparse

from provenance_desk.cli.acting import (
    act,
    action_arguments,
    document_argument,
    span_arguments,
    word_argument,
)
from provenance_desk.cli.command import Command, Group
from provenance_desk.domain.words import Zone


def zone_passage(args: argparse.Namespace) -> int:
    """Say what kind of text a passage is."""
    return act(args, {"type": "passage.zoned", **_span(args), "zone": args.zone})


def mark_same_as(args: argparse.Namespace) -> int:
    """Say that a passage repeats another one."""
    other = {"other_start": args.other_start, "other_end": args.other_end}
    return act(args, {"type": "passage.same_as", **_span(args), **other})


def skip_passage(args: argparse.Namespace) -> int:
    """Say that there is nothing to link in a passage."""
    return act(args, {"type": "passage.skipped", **_span(args)})


def split_sentence(args: argparse.Namespace) -> int:
    """Make two sentences of one."""
    return act(args, {"type": "sentence.split", "document": args.document, "at": args.at})


def join_sentences(args: argparse.Namespace) -> int:
    """Make one sentence of several."""
    return act(args, {"type": "sentences.joined", **_span(args)})


def _span(args: argparse.Namespace) -> dict[str, object]:
    return {"document": args.document, "start": args.start, "end": args.end}


def _span_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    span_arguments(parser)


def _zone_arguments(parser: argparse.ArgumentParser) -> None:
    _span_arguments(parser)
    word_argument(parser, "zone", Zone)


def _same_arguments(parser: argparse.ArgumentParser) -> None:
    _span_arguments(parser)
    parser.add_argument("other_start", type=int, metavar="OTHER-START", help="of the other passage")
    parser.add_argument("other_end", type=int, metavar="OTHER-END", help="of the other passage")


def _split_arguments(parser: argparse.ArgumentParser) -> None:
    action_arguments(parser)
    document_argument(parser)
    parser.add_argument("at", type=int, metavar="AT", help="where the second sentence begins")


COMMANDS = (
    Group(
        "passage",
        "Zones, repeated text, nothing to link, sentences split and joined.",
        (
            Command(
                "zone",
                "Say what kind of text the sentences of a passage are.",
                ["passage zone strike.provdesk article.txt 0 64 headline"],
                zone_passage,
                _zone_arguments,
            ),
            Command(
                "same-as",
                "Say that a passage repeats, or is cut from, another one of the document.",
                ["passage same-as strike.provdesk article.txt 900 960 120 180"],
                mark_same_as,
                _same_arguments,
            ),
            Command(
                "skip",
                "Say that a passage was reviewed and there is nothing to link.",
                ["passage skip strike.provdesk article.txt 300 480"],
                skip_passage,
                _span_arguments,
            ),
            Command(
                "split",
                "Make two sentences of the one around a code point.",
                ["passage split strike.provdesk article.txt 212"],
                split_sentence,
                _split_arguments,
            ),
            Command(
                "join",
                "Make one sentence of those that a passage touches.",
                ["passage join strike.provdesk article.txt 180 260"],
                join_sentences,
                _span_arguments,
            ),
        ),
    ),
)
