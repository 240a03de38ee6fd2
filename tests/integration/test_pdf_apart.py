"""A PDF made to eat memory is given up, and what is read apart is what is read here."""

from itertools import pairwise

import pytest

from provenance_desk.intake.errors import DamagedFile, NoTextLayer
from provenance_desk.intake.pdf_apart import read_pdf_apart
from provenance_desk.intake.reader_pdf import read_pdf
from tests.unit.pdf_files import column, pdf_of

DEPTH = 60


def nothing(done: int, total: int) -> None:
    assert 0 <= done <= total


def nested_forms() -> bytes:
    """A small PDF whose forms each draw the next one twice: 2^60 words."""
    forms = []
    for number in range(DEPTH):
        last = number == DEPTH - 1
        draws = b"BT /F0 9 Tf (again) Tj ET" if last else b"/X0 Do /X0 Do"
        inner = b"" if last else b"/XObject << /X0 %d 0 R >> " % (6 + number)
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << %s"
            b"/Font << /F0 4 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
            % (inner, len(draws), draws)
        )
    page = b"/X0 Do"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
        b" /Resources << /XObject << /X0 5 0 R >> >> >>" % (5 + DEPTH),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *forms,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
    ]
    return written(objects)


def written(objects: list[bytes]) -> bytes:
    parts = [b"%PDF-1.4\n"]
    starts = [len(parts[0])]
    for number, body in enumerate(objects, 1):
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        starts.append(starts[-1] + len(parts[-1]))
    table = b"".join(b"%010d 00000 n \n" % start for start, _ in pairwise(starts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % starts[-1])
    return b"".join(parts)


def test_what_is_read_apart_is_what_is_read_here() -> None:
    data = pdf_of(column(["The plant closed on Monday.", "Nobody said why."]))
    assert read_pdf_apart(data, "a.pdf", nothing) == read_pdf(data, "a.pdf", nothing)


def test_its_errors_come_back_as_they_are() -> None:
    with pytest.raises(NoTextLayer, match=r"“a\.pdf” has no text"):
        read_pdf_apart(pdf_of([]), "a.pdf", nothing)


def test_a_file_made_to_eat_memory_is_given_up() -> None:
    with pytest.raises(DamagedFile, match="more memory or time than a document should"):
        read_pdf_apart(nested_forms(), "bomb.pdf", nothing, silence=3)


def test_a_job_that_is_cancelled_ends_the_child() -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_pdf_apart(pdf_of(column(["One."]), column(["Two."])), "a.pdf", stop)
