"""Small PDFs written by hand for the tests: lines of Helvetica at given places."""

from collections.abc import Sequence

#: A line of print: x and y in points from the lower left, and its words.
Printed = tuple[float, float, str]

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf_of(
    *pages: Sequence[Printed], size: float = 12, info: dict[str, str] | None = None
) -> bytes:
    """A PDF with these pages."""
    bodies = [_stream(_content(page, size)) for page in pages]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects = [
        _CATALOG,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        _FONT,
        b"<<%s>>"
        % b"".join(b"/%s(%s)" % (k.encode(), _escaped(v)) for k, v in (info or {}).items()),
    ]
    for number, body in enumerate(bodies):
        objects += [_page(6 + 2 * number), body]
    return _file(objects)


def column(words: Sequence[str], *, left: float = 72, top: float = 760) -> list[Printed]:
    """Lines one below the other."""
    return [(left, top - 15 * place, line) for place, line in enumerate(words)]


def _page(content: int) -> bytes:
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
        b"/Resources<</Font<</F1 3 0 R>>>>>>" % content
    )


def _content(page: Sequence[Printed], size: float) -> bytes:
    lines = (b"1 0 0 1 %.1f %.1f Tm (%s) Tj" % (x, y, _escaped(words)) for x, y, words in page)
    return b"BT /F1 %.1f Tf %s ET" % (size, b" ".join(lines)) if page else b""


def _escaped(words: str) -> bytes:
    plain = words.encode("cp1252")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(places) + 1, table, len(places) + 1, len(data))
    )
