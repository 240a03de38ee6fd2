"""`history`, `undo`, `redo`, `search`: what happened, taken back and done again; words found."""

import argparse
from typing import Any

from provenance_desk.audit.text_rules import shown
from provenance_desk.cli.acting import action_arguments
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import print_json, print_rows
from provenance_desk.cli.session import json_argument, project_argument, reading, writing
from provenance_desk.project.history import Teller, Told
from provenance_desk.project.project import Project
from provenance_desk.project.undo import OwnStep
from provenance_desk.store.reader import Reader


def show_history(args: argparse.Namespace) -> int:
    """Every entry in merged order, in words."""
    with reading(args) as reader:
        told = _last(reader, args.last)
    if args.json:
        print_json({"entries": [_shape(entry) for entry in told]})
        return 0
    for entry in told:
        _print(entry)
    return 0


def undo(args: argparse.Namespace) -> int:
    """Take back the last step."""
    with writing(args) as project:
        step = project.next_undo()
        words = _words(project, step)
        project.undo()
    return _told(args, "undone", "Undone", step, words)


def redo(args: argparse.Namespace) -> int:
    """Do the step again that was last taken back."""
    with writing(args) as project:
        step = project.next_redo()
        project.redo()
        words = _words(project, project.next_undo())
    return _told(args, "redone", "Done again", step, words)


def search_sentences(args: argparse.Namespace) -> int:
    """The sentences that hold all the words."""
    with reading(args) as reader:
        hits = reader.search(" ".join(args.words))
        names = {document.id: document.name for document in reader.documents()}
        texts = {name: reader.text(name) or "" for name in {hit.document for hit in hits}}
    found = [(hit, texts[hit.document][hit.start : hit.end]) for hit in hits]
    if args.json:
        shapes: list[dict[str, Any]] = [
            {"document": hit.document, "start": hit.start, "end": hit.end, "exact": exact}
            for hit, exact in found
        ]
        print_json({"sentences": shapes})
    else:
        rows = [(f"{names.get(h.document, '')} {h.start}–{h.end}", exact) for h, exact in found]
        print_rows(rows, "No sentence holds these words.")
    return 0


def _last(reader: Reader, wanted: int | None) -> list[Told]:
    """The last entries in words, or all of them; finding words is slow, counting is not."""
    teller, total = Teller(reader), reader.count_events()
    first = 1 if wanted is None else total - max(0, wanted) + 1
    entries = enumerate(reader.events(), 1)
    return [teller.tell(number, event) for number, event in entries if number >= first]


def _words(project: Project, step: OwnStep | None) -> str:
    """What the first entry of a step says, and how many more there are."""
    if step is None:
        return ""
    first = project.store.event(step.events[0])
    words = Teller(project.store).tell(0, first).words.text if first else ""
    more = len(step.events) - 1
    return f"{words}, and {more} more" if more else words


def _told(args: argparse.Namespace, key: str, word: str, step: OwnStep | None, words: str) -> int:
    if args.json:
        print_json({key: {"entries": list(step.events) if step else [], "words": words}})
    else:
        print(f"{word}: {shown(words, 300)}.")
    return 0


def _print(entry: Told) -> None:
    undone = " (undone)" if entry.undone else ""
    time = entry.time[:19].replace("T", " ")
    print(f"{entry.number:6}  {time}  {shown(entry.sentence, 400)}{undone}")
    words = entry.words
    if words.quote:
        print(f"        “{shown(words.quote, 120)}”")
    for change in words.changes:
        before = f"{shown(change.before)} → " if change.before else ""
        print(f"        {change.field}: {before}{shown(change.after)}")
    if words.reason:
        print(f"        because: {shown(words.reason, 400)}")


def _shape(entry: Told) -> dict[str, Any]:
    words = entry.words
    return {
        "number": entry.number,
        "id": entry.event,
        "type": entry.type,
        "group": entry.group.value,
        "author": entry.author,
        "who": entry.who,
        "time": entry.time,
        "words": words.text,
        "quote": words.quote or None,
        "claim": words.claim or None,
        "document": words.document or None,
        "span": list(words.span) if words.span else None,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after}
            for change in words.changes
        ],
        "reason": words.reason or None,
        "undone": entry.undone,
    }


def _history_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("--last", type=int, metavar="N", help="only the last N entries")
    json_argument(parser)


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    project_argument(parser)
    parser.add_argument("words", metavar="WORD", nargs="+", help="the last one may be only begun")
    json_argument(parser)


COMMANDS = (
    Command(
        "history",
        "Tell the history in words: who, what, when, before and after.",
        ["history strike.provdesk", "history strike.provdesk --last 20 --json"],
        show_history,
        _history_arguments,
        "An entry's number is its place in merged order; it may move after a merge, its id never.",
    ),
    Command(
        "undo",
        "Take back your last step; nothing is removed from the history.",
        ["undo strike.provdesk"],
        undo,
        action_arguments,
    ),
    Command(
        "redo",
        "Do the step again that you last took back.",
        ["redo strike.provdesk"],
        redo,
        action_arguments,
    ),
    Command(
        "search",
        "Find the sentences that hold all these words.",
        ["search strike.provdesk plant closed"],
        search_sentences,
        _search_arguments,
    ),
)
