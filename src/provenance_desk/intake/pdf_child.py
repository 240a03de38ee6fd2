"""Reads one PDF in a process of its own, with bounds: PDFium has no guard against hostile files.

The PDF comes on standard input, its name as the only argument. Standard output carries a line
`page DONE TOTAL` per page, then one line of JSON: what was read, or the error and its words.
"""

import contextlib
import json
import sys
from dataclasses import fields

from provenance_desk.intake.errors import IntakeError
from provenance_desk.intake.extracted import Extracted
from provenance_desk.intake.reader_pdf import read_pdf

MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 600


def main() -> int:
    """Read the PDF of standard input; 0 where an answer was written."""
    _keep_in_bounds()
    name = sys.argv[1]
    data = sys.stdin.buffer.read()
    try:
        answer = packed(read_pdf(data, name, _tell))
    except IntakeError as problem:
        answer = {"error": type(problem).__name__, "what": problem.what}
    _write(json.dumps(answer))
    return 0


def packed(extracted: Extracted) -> dict[str, object]:
    """What was read, as JSON."""
    proposals = extracted.proposals
    return {
        "text": extracted.text,
        "reader": extracted.reader,
        "replaced": extracted.replaced,
        "marks": [[m.kind, m.start, m.end, m.label, m.level] for m in extracted.marks],
        "proposals": {field.name: getattr(proposals, field.name) for field in fields(proposals)},
        "notes": list(extracted.notes),
    }


def _tell(done: int, total: int) -> None:
    _write(f"page {done} {total}")


def _write(line: str) -> None:
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()


def _keep_in_bounds() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
