"""Pasted text into a project: its UTF-8 bytes are the original."""

from pathlib import Path

from provenance_desk.intake.readers import read_pasted
from provenance_desk.project.actions.documents import prepare_document
from provenance_desk.project.errors import AlreadyHere
from provenance_desk.project.importing import Imported
from provenance_desk.project.project import Project


def import_text(project: Project, text: str, name: str) -> Imported:
    """Add a pasted text as a document of that name."""
    extracted = read_pasted(text)
    prepared = prepare_document(name, text.encode("utf-8", "surrogatepass"), extracted)
    try:
        document = project.add_document(prepared)
    except AlreadyHere as problem:
        return Imported(Path(name), problem.document, already_here=True, notes=(str(problem),))
    return Imported(Path(name), document, notes=extracted.notes)
