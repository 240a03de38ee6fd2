"""The claims at the right: filter, order, the list with the chosen claim's links under it."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
)

from provenance_desk.domain.records import Document
from provenance_desk.gui.claims.delegate import ClaimDelegate
from provenance_desk.gui.claims.model import ITEM_ROLE, ClaimListModel
from provenance_desk.gui.claims.rows import (
    ClaimOrder,
    ClaimRow,
    QuoteRow,
    arranged,
    claim_rows,
    fresh_quotes,
    fresh_rows,
    in_order,
    quote_rows,
)
from provenance_desk.gui.review.source import ReviewSource
from provenance_desk.gui.shared.overrides import override
from provenance_desk.gui.shared.tokens import document_dot
from provenance_desk.gui.shared.widgets_buttons import KeyButton
from provenance_desk.gui.shared.widgets_cards import wrapped
from provenance_desk.gui.shared.widgets_labels import label

MOST_QUOTES: Final = 40
"""Links of one claim that are listed before somebody asks for all of them."""


class ClaimsPanel(QFrame):
    """Lists claims; choosing one tells, choosing a link tells its place."""

    claim_chosen = Signal(str)
    place_chosen = Signal(str, int, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("rule", "left")
        self.setAccessibleName(self.tr("Claims"))
        self._rows: list[ClaimRow] = []
        self._source: ReviewSource | None = None
        self._author = ""
        self._lists_all = False
        self.model = ClaimListModel(self)
        self.title = label("", "section")
        self.order = self._make_order()
        self.filter = self._make_filter()
        self.view = self._make_view()
        self.empty = wrapped("", "mute")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def _make_order(self) -> QComboBox:
        order = QComboBox()
        order.setAccessibleName(self.tr("Order of the claims"))
        order.setToolTip(self.tr("Order of the claims"))
        for choice in ClaimOrder:
            order.addItem(self.tr(choice.value), choice)
        order.currentIndexChanged.connect(lambda _: self._arrange())
        return order

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Filter claims"))
        line.setAccessibleName(self.tr("Filter claims"))
        line.setClearButtonEnabled(True)
        line.textChanged.connect(lambda _: self._arrange())
        line.installEventFilter(self)
        return line

    def _make_view(self) -> "_ClaimList":
        view = _ClaimList()
        view.setModel(self.model)
        view.setItemDelegate(ClaimDelegate(view))
        view.setAccessibleName(self.tr("Claims and their links"))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.clicked.connect(self._open)
        view.opened.connect(self._open)
        view.left.connect(self.left)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.order)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.tools)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        self.setMinimumWidth(240)

    def add_button(self, button: KeyButton) -> None:
        """Put a button beside the filter."""
        self.tools.addWidget(button)

    @property
    def chosen(self) -> str:
        """The chosen claim's id; empty if none is."""
        return self.model.chosen

    def chosen_link(self) -> QuoteRow | None:
        """The link that the list's cursor is on."""
        item = self.view.currentIndex().data(ITEM_ROLE)
        return item if isinstance(item, QuoteRow) else None

    @property
    def rows(self) -> list[ClaimRow]:
        """Every claim, as last read."""
        return self._rows

    def show_source(self, source: ReviewSource, author: str, documents: list[Document]) -> None:
        """Read the claims anew; the chosen one stays chosen."""
        self._source, self._author = source, author
        self.show_titles(documents)
        self._take(claim_rows(source))
        if self.chosen:
            self._list_links(self.chosen)

    def show_titles(self, documents: Sequence[Document]) -> None:
        """What documents are called, and their dots."""
        self.model.titles = {d.id: (d.title, document_dot(n)) for n, d in enumerate(documents)}
        self.view.viewport().update()

    def refresh(self, claims: Collection[str], links: Collection[str]) -> None:
        """Read some claims, and the quotes of some links, anew."""
        if self._source is None:
            return
        self._take(fresh_rows(self._source, self._rows, claims))
        chosen = self.chosen
        if chosen and chosen in self._source.joins().values():
            self._list_links(chosen)
        elif chosen and (chosen in claims or links):
            anew = {quote.link for quote in self.model.quotes} if chosen in claims else set()
            quotes = self.model.quotes
            found = fresh_quotes(self._source, quotes, chosen, anew | {*links}, self._author)
            quotes = in_order(found, list(self.model.titles))
            self.model.choose(chosen, quotes, self._number_of_links(chosen) - len(quotes))

    def choose(self, claim: str) -> None:
        """Choose a claim and show its links, without telling anybody."""
        if self._source is None:
            return
        if claim and self.model.place_of(claim) < 0 and self.filter.text():
            self.filter.clear()
        if claim != self.chosen:
            self._lists_all = False
            self._list_links(claim)
        self._go_to(self.model.place_of(claim))
        self._show_links_too()

    def show_link(self, link: str) -> None:
        """Put the list's cursor on a link of the chosen claim."""
        if self.model.place_of_link(link) < 0 and self.model.more:
            self.show_all_links()
        self._go_to(self.model.place_of_link(link))

    def show_all_links(self) -> None:
        """List every link of the chosen claim."""
        self._lists_all = True
        self._list_links(self.chosen)

    def _list_links(self, claim: str) -> None:
        if self._source is None:
            return
        most = None if self._lists_all else MOST_QUOTES
        documents, quotes = list(self.model.titles), list[QuoteRow]()
        if claim:
            quotes = quote_rows(self._source, claim, self._author, documents, most)
        self.model.choose(claim, quotes, self._number_of_links(claim) - len(quotes))

    def _number_of_links(self, claim: str) -> int:
        return next((row.links for row in self._rows if row.id == claim), 0)

    def _show_links_too(self) -> None:
        """Bring the chosen claim to the top where its links do not fit below it."""
        place = self.model.place_of(self.chosen)
        last = self.model.index(place + len(self.model.quotes))
        if place >= 0 and self.view.visualRect(last).bottom() > self.view.viewport().height():
            top = QAbstractItemView.ScrollHint.PositionAtTop
            self.view.scrollTo(self.model.index(place), top)

    def _go_to(self, place: int) -> None:
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
            self.view.scrollTo(self.model.index(place))

    def _take(self, rows: list[ClaimRow]) -> None:
        self._rows = rows
        self.title.setText(self.tr("CLAIMS · {n}").format(n=len(rows)))
        self._arrange()

    def _arrange(self) -> None:
        if self._source is None:
            return
        order = ClaimOrder(self.order.currentData() or ClaimOrder.DISPUTED_FIRST)
        shown = arranged(self._rows, order, self.filter.text())
        self.model.show_claims(shown)
        self.empty.setText(self._empty_words(shown))
        self.empty.setVisible(not shown)
        self.view.setVisible(bool(shown))

    def _empty_words(self, shown: Sequence[ClaimRow]) -> str:
        if shown:
            return ""
        if self._rows:
            return self.tr("No claim has these words. Clear the filter to see all of them.")
        return self.tr(
            "No claims yet. Choose a sentence and press Enter: its words become the first claim,"
            " and you may reword them."
        )

    def _open(self, index: QModelIndex) -> None:
        """Choose the claim of a row, or go to the place of its quote."""
        item = index.data(ITEM_ROLE)
        if isinstance(item, ClaimRow):
            self.choose(item.id)
            self.claim_chosen.emit(item.id)
        elif isinstance(item, QuoteRow):
            self.place_chosen.emit(item.document, item.start, item.end)
        elif item is not None:
            self.show_all_links()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter go to the first claim, Esc back to the text."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is not self.filter or not pressed:
            return super().eventFilter(watched, event)
        key = event.key()  # type: ignore[attr-defined]
        if key == Qt.Key.Key_Escape:
            self.filter.clear()
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.setFocus()
            self._go_to(0)
        else:
            return False
        return True


class _ClaimList(QListView):
    """The list; Enter opens what the cursor is on, Esc goes back to the text."""

    opened = Signal(QModelIndex)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Enter opens."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
