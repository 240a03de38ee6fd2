"""`cues`: the words of a file, or of a project's documents, that hedge, accuse, attribute, deny."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from provenance_desk.analysis.cue_lists import CueList, cue_list_from, packaged_list
from provenance_desk.analysis.cue_proposals import Proposal, propose
from provenance_desk.analysis.cues import has_telling_cue
from provenance_desk.audit.text_rules import shown
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import print_json
from provenance_desk.cli.session import json_argument
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.intake.files import load
from provenance_desk.intake.readers import read_document
from provenance_desk.intake.table import base_table


def list_cues(args: argparse.Namespace) -> int:
    """The cues of every sentence of the files."""
    cues = _list(args.list, args.language)
    found = [_of_file(Path(name), cues) for name in args.file]
    if args.json:
        print_json({"list": _list_shape(cues), "documents": found})
        return 0
    for document in found:
        print(document["name"])
        for sentence in document["sentences"]:
            words = ", ".join(f"{cue['class']} “{cue['words']}”" for cue in sentence["cues"])
            if words:
                print(f"{sentence['n']:6}  {shown(words, 400)}")
    return 0


def _list(path: str | None, language: str) -> CueList:
    if path is not None:
        return cue_list_from(load(Path(path)).data)
    found = packaged_list(language)
    if found is None:
        raise InvalidValue(f"There is no list of cues for the language {shown(language)}.")
    return found


def _list_shape(cues: CueList) -> dict[str, Any]:
    return {
        "name": cues.name,
        "language": cues.language,
        "version": cues.version,
        "reviewed": cues.reviewed,
        "sha256": cues.sha256,
    }


def _of_file(path: Path, cues: CueList) -> dict[str, Any]:
    loaded = load(path)
    extracted = read_document(loaded.data, loaded.name)
    table = base_table(extracted.text, marks=extracted.marks, language=cues.language)
    rows = [(start, end, zone.value) for start, end, zone in table.sentences]
    return {"name": loaded.name, "sentences": list(_sentences(extracted.text, rows, cues))}


def _sentences(
    text: str, rows: list[tuple[int, int, str]], cues: CueList
) -> Iterator[dict[str, Any]]:
    for number, (start, end, zone) in enumerate(rows, 1):
        place = {"n": number, "start": start, "end": end, "zone": zone}
        yield {**place, **_shape(text, propose(text, start, end, cues))}


def _shape(text: str, found: Proposal) -> dict[str, Any]:
    speaker = found.speaker
    return {
        "found": has_telling_cue(list(found.cues)),
        "wording": found.wording.value if found.wording else None,
        "speaker": text[speaker.start : speaker.end] if speaker else None,
        "cues": [
            {
                "class": cue.kind.value,
                "start": cue.start,
                "end": cue.end,
                "words": text[cue.start : cue.end],
            }
            for cue in found.cues
        ],
    }


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="+", help="files to read")
    parser.add_argument("--language", default="en", help="whose list to use (default: en)")
    parser.add_argument("--list", metavar="FILE", help="a list of your own instead")
    json_argument(parser)


COMMANDS = (
    Command(
        "cues",
        "Show the words of a file that hedge, accuse, attribute or deny.",
        ["cues article.txt --json", "cues artikel.txt --language de"],
        list_cues,
        _arguments,
        "Cues suggest and never decide; no cue is no approval. Wording and speaker are what the\n"
        "desk shows in grey. Nothing is recorded.",
    ),
)
