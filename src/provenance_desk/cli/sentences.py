"""`sentences`: where each sentence of a file, or of a project's documents, begins and ends."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from provenance_desk.audit.hashes import sha256_hex
from provenance_desk.audit.text_rules import shown
from provenance_desk.cli.command import Command
from provenance_desk.cli.output import print_json
from provenance_desk.domain.errors import InvalidValue
from provenance_desk.intake.files import load
from provenance_desk.intake.readers import read_document
from provenance_desk.intake.table import base_table
from provenance_desk.project.uncollected import uncollected

SUFFIX = ".provdesk"
SQLITE = b"SQLite format 3\0"


def list_sentences(args: argparse.Namespace) -> int:
    """The sentences of files, as they would come in, or of a project's documents."""
    with uncollected():
        found = [one for name in args.file for one in _segmented(name, args.document)]
    if args.json:
        print_json({"documents": [shape for shape, _ in found]})
        return 0
    for shape, text in found:
        print(f"{shape['name']}  {shape['id']}")
        for row in shape["sentences"]:
            said = shown(text[row["start"] : row["end"]], 100)
            print(f"{row['n']:6}  {row['start']:>8}  {row['end']:>8}  {row['zone']:9}  {said}")
    return 0


def _segmented(name: str, document: str | None) -> Iterator[tuple[dict[str, Any], str]]:
    if _is_project(name):
        yield from _of_project(name, document)
    elif document is not None:
        raise InvalidValue("--document chooses one of a project's documents; this is a file.")
    else:
        yield _of_file(Path(name))


def _is_project(name: str) -> bool:
    path = Path(name)
    if path.name and not path.is_file():
        return path.suffix == SUFFIX or path.with_name(path.name + SUFFIX).is_file()
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def _of_file(path: Path) -> tuple[dict[str, Any], str]:
    loaded = load(path)
    extracted = read_document(loaded.data, loaded.name)
    language = extracted.proposals.language
    table = base_table(extracted.text, marks=extracted.marks, language=language)
    names = (sha256_hex(extracted.text.encode()), sha256_hex(loaded.data), loaded.name)
    rows = ((start, end, zone.value) for start, end, zone in table.sentences)
    return _shape(names, len(extracted.text), table.segmenter, rows), extracted.text


def _of_project(name: str, wanted: str | None) -> Iterator[tuple[dict[str, Any], str]]:
    # The store is imported for projects alone: one file is segmented in half the time without it.
    from provenance_desk.audit.verify_refs import Want
    from provenance_desk.cli.session import existing_project
    from provenance_desk.project.apply_names import Names
    from provenance_desk.store.reader import Reader

    with Reader(existing_project(name), check=True) as reader, reader.snapshot():
        chosen = Names(reader).id(Want.DOCUMENT, wanted) if wanted is not None else None
        if chosen is not None and reader.document(chosen) is None:
            raise InvalidValue(f"The project has no document {chosen[:12]}….")
        for document in reader.documents():
            if document.id == chosen or (chosen is None and not document.withdrawn):
                table = reader.sentences(document)
                rows = (
                    (table.starts[n], table.ends[n], table.zone(n).value) for n in range(len(table))
                )
                names = (document.id, document.original, document.name)
                shape = _shape(names, document.length, document.segmenter, rows)
                yield shape, reader.text(document.id) or ""


def _shape(
    names: tuple[str, str, str], length: int, segmenter: str, rows: Iterable[tuple[int, int, str]]
) -> dict[str, Any]:
    text_id, original, name = names
    return {
        "id": text_id,
        "original": original,
        "name": name,
        "length": length,
        "segmenter": segmenter,
        "sentences": [
            {"n": n, "start": start, "end": end, "zone": zone}
            for n, (start, end, zone) in enumerate(rows, 1)
        ],
    }


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE|PROJECT", nargs="+", help="files to segment, or a project"
    )
    parser.add_argument(
        "--document", metavar="ID", help="one document of the project: its id or its file name"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


COMMANDS = (
    Command(
        "sentences",
        "Show where each sentence begins and ends, in code points.",
        ["sentences article.txt --json", "sentences strike.provdesk --document article.txt"],
        list_sentences,
        _arguments,
        "A file needs no project: it is read and segmented as it would come in. The id is the\n"
        "SHA-256 of its text, the original that of its bytes. A project's documents are shown as\n"
        "the reviewers left them.",
    ),
)
