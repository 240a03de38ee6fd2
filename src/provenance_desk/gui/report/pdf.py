"""The report as a PDF on A4 with bundled typefaces; the same review gives the same bytes."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from provenance_desk.exchange.report_paper import report_paper, running_title
from provenance_desk.exchange.review import Review
from provenance_desk.exchange.safe_file import written_whole
from provenance_desk.gui.shared.fonts import DOCUMENT, FRAME, MONO, frame_font, load_fonts
from provenance_desk.gui.shared.tokens import LIGHT
from provenance_desk.locations import packaged
from provenance_desk.project.progress import Progress

DOTS: Final = 96
"""Dots per inch of the layout; the paper has more, the painter scales."""
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Provenance Desk"
 xmp:CreateDate="{time}" xmp:ModifyDate="{time}" xmp:MetadataDate="{time}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
"""What the file says of itself; Qt's own would hold a random id and the time of now."""
RESOLUTION: Final = 1200
MARGINS: Final = QMarginsF(17, 21, 17, 19)
_SMALL: Final = 7.5
_DATES: Final = re.compile(rb"D:\d{14}(?:Z|[+-]\d\d'\d\d'?)")
_ID: Final = re.compile(rb"(?<=/ID \[ )(?:<[0-9A-Fa-f]+>\s*)+(?=\])")


def report_pdf(project: Path, out: Path) -> None:
    """Write the report of a project file as a PDF; works without a window."""
    from provenance_desk.exchange.export_source import exported_review
    from provenance_desk.store.reader import Reader

    with Reader(project) as reader, reader.snapshot():
        review = exported_review(reader, reader.feeds())
        write_report_pdf(review, out)


def write_report_pdf(review: Review, path: Path, progress: Progress | None = None) -> None:
    """Write a review's report as a PDF, whole or not at all; `ExportError` where it can't be."""
    last = review.events[-1].time if review.events else "1970-01-01T00:00:00.000Z"
    with _fonts_ready():
        data = _painted(review, last, progress)
    with written_whole(path) as stream:
        stream.write(_without_chance(data, last))


@contextmanager
def _fonts_ready() -> Iterator[None]:
    """Bundled typefaces; on the command line with an application that needs no screen."""
    own = None
    if QGuiApplication.instance() is None:
        own = QGuiApplication(["provenance-desk", "-platform", "offscreen"])
    load_fonts(packaged("resources") / "fonts")
    # The page names one family for quotes: other scripts come from the families beside it.
    for families in (FRAME, DOCUMENT, MONO):
        QFont.insertSubstitutions(families[0], list(families[1:]))
    try:
        yield
    finally:
        if own is not None:
            own.shutdown()


def _painted(review: Review, time: str, progress: Progress | None) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    writer.setResolution(RESOLUTION)
    head = running_title(review)
    title = head.rsplit(" · Provenance Desk report", 1)[0]  # names are withheld in it
    writer.setTitle(title)
    writer.setCreator("Provenance Desk")
    said = _XMP.format(time=time, title=escape(title))
    writer.setDocumentXmpMetadata(QByteArray(said.encode()))
    scale = RESOLUTION / DOTS
    room = QSizeF(writer.width() / scale, writer.height() / scale)
    document = _laid_out(report_paper(review), room)
    painter = QPainter(writer)
    painter.scale(scale, scale)
    try:
        _paint_pages(painter, writer, document, room, head, progress)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _paint_pages(
    painter: QPainter,
    writer: QPdfWriter,
    document: QTextDocument,
    room: QSizeF,
    head: str,
    progress: Progress | None,
) -> None:
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        _paint_page(painter, document, room, number)
        _paint_frame(painter, head, room, f"{number + 1} / {pages}")
        if progress:
            progress.step(number + 1, pages)


def _laid_out(html: str, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(frame_font(12))
    document.setHtml(html)
    document.setPageSize(room)
    return document


def _paint_page(painter: QPainter, document: QTextDocument, room: QSizeF, number: int) -> None:
    top = number * room.height()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, top, room.width(), room.height())
    context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_frame(painter: QPainter, head: str, room: QSizeF, page: str) -> None:
    """The running title above the page, and its number below."""
    font = frame_font(12)
    font.setPixelSize(round(_SMALL * DOTS / 72))
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.mute))
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(head, Qt.TextElideMode.ElideRight, room.width())
    above = QRectF(0, -34, room.width(), 20)
    below = QRectF(0, room.height() + 14, room.width(), 20)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)


def _without_chance(data: bytes, last: str) -> bytes:
    """The file with the time of the last entry for its own, and no random id or time zone."""
    moment = re.sub("[^0-9]", "", last)[:14].encode()
    data = _DATES.sub(lambda found: _same_length(b"D:" + moment, found[0]), data)
    digest = hashlib.sha256(_ID.sub(b"", data)).hexdigest().upper().encode()
    return _ID.sub(lambda found: _named(digest, found[0]), data)


def _same_length(date: bytes, before: bytes) -> bytes:
    """A UTC date as long as the one it replaces: every place in the file stays where it is."""
    return date + {1: b"Z", 6: b"+00'00", 7: b"+00'00'"}[len(before) - len(date)]


def _named(digest: bytes, before: bytes) -> bytes:
    return re.sub(rb"[0-9A-Fa-f]+", lambda found: (digest * 2)[: len(found[0])], before)
