"""The Provenance workspace: claims at the left, the picture, and what it adds up to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from provenance_desk.domain.errors import DeskError
from provenance_desk.domain.what_would_change import what_would_change
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.claims.panel import ClaimsPanel
from provenance_desk.gui.claims.rows import ClaimRow
from provenance_desk.gui.commands.command import Scope
from provenance_desk.gui.commands.dispatch import give_keys
from provenance_desk.gui.provenance.head import Headline
from provenance_desk.gui.provenance.legend import Legend
from provenance_desk.gui.provenance.reading import read_review
from provenance_desk.gui.provenance.saving import save_picture, save_table
from provenance_desk.gui.provenance.side import SidePanel
from provenance_desk.gui.provenance.tree import (
    Card,
    ClaimCard,
    DocumentCard,
    OriginCard,
    PassageCard,
    Reviewed,
    Tree,
    tree_of,
)
from provenance_desk.gui.provenance.view import ZOOM, TreeView
from provenance_desk.gui.provenance.words import explained, headline, tree_summary, why_counted
from provenance_desk.gui.shared.widgets_cards import wrapped

if TYPE_CHECKING:
    from provenance_desk.gui.desk.desk import Desk
    from provenance_desk.project.changes import Changes
    from provenance_desk.store.reader import Reader

LEFT_WIDTH: Final = 250
RIGHT_WIDTH: Final = 290


class ProvenanceWorkspace:
    """Where every claim comes from, one tree at a time or all together."""

    title = "Provenance"

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.widget = QWidget()
        self.widget.setObjectName("desk")
        self.claims = ClaimsPanel()
        self.claims.setProperty("rule", "right")
        self.view = TreeView()
        self.side = SidePanel()
        self.head = Headline(desk)
        self.empty = wrapped("", "mute")
        self.review: Reviewed | None = None
        self.house = HouseRule.STRICT
        self._stale = True
        self._lay_out()
        self._wire()

    def first_look(self, look: "Reader") -> None:
        """Nothing is painted before the project is open: another workspace comes first."""

    def project_opened(self) -> None:
        """Show the project."""
        self._read_if_seen()

    def project_changed(self, changes: "Changes", by: object) -> None:
        """Read anew, at once if it is in front."""
        self._read_if_seen()

    def shown(self) -> None:
        """Read what changed while it was away, and take the keys."""
        if self._stale and self.desk.session.is_open:
            self._read()
        self.view.setFocus()

    def hidden(self) -> None:
        """Another workspace comes to the front."""

    @property
    def claim(self) -> str:
        """The chosen claim; empty while all are shown."""
        return "" if self.head.all.isChecked() else self.claims.chosen

    def choose_claim(self, claim: str) -> None:
        """Show the tree of one claim."""
        self.head.all.setChecked(False)
        self.claims.choose(claim)
        self._show()

    def step(self, by: int) -> None:
        """Go to the claim before or after the chosen one."""
        listed = self._listed()
        if not listed:
            return
        chosen = self.claims.chosen
        place = listed.index(chosen) + by if chosen in listed else 0
        self.choose_claim(listed[min(max(0, place), len(listed) - 1)])

    def _listed(self) -> list[str]:
        model = self.claims.model
        items = (model.item(row) for row in range(model.rowCount()))
        return [item.id for item in items if isinstance(item, ClaimRow)]

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(14, 12, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(Legend())
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.setChildrenCollapsible(False)
        for part in (self.claims, middle, self.side):
            whole.addWidget(part)
        whole.setStretchFactor(1, 1)
        self.side.setMinimumWidth(230)
        whole.setSizes([LEFT_WIDTH, 900, RIGHT_WIDTH])
        box = QHBoxLayout(self.widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(whole)
        give_keys(self.widget, Scope.PROVENANCE)

    def _wire(self) -> None:
        self.claims.claim_chosen.connect(self.choose_claim)
        self.claims.place_chosen.connect(self.desk.show_place)
        self.claims.left.connect(self.view.setFocus)
        self.view.card_chosen.connect(self._show_card)
        self.view.card_opened.connect(self._open_card)
        self.head.all.clicked.connect(lambda _: self._show())
        self.head.context.clicked.connect(lambda _: self._show())
        self.head.picture.clicked.connect(self._save_picture)
        self.head.table.clicked.connect(self._save_table)
        for name, slot in (
            ("provenance.next", lambda: self.step(1)),
            ("provenance.previous", lambda: self.step(-1)),
            ("provenance.all", self.head.all.click),
            ("zoom.in", lambda: self.view.zoom(ZOOM)),
            ("zoom.out", lambda: self.view.zoom(1 / ZOOM)),
            ("zoom.reset", lambda: self.view.zoom(0)),
        ):
            self.desk.commands.connect(name, slot, owner=self.widget)

    def _read_if_seen(self) -> None:
        self._stale = True
        if self.widget.isVisible() and self.desk.session.is_open:
            self._read()

    def _read(self) -> None:
        self._stale = False
        session = self.desk.session
        reader = session.reader
        self.review, self.house = read_review(reader)
        self.claims.show_source(reader, session.author, reader.documents())
        listed = self._listed()
        if not self.claims.chosen and listed:
            self.claims.choose(listed[0])
        self._show()

    def _show(self) -> None:
        review = self.review
        if review is None:
            return
        listed = [row.id for row in self.claims.rows]
        shown = [self.claim] if self.claim in review.cases else listed
        tree = tree_of(review, shown, context=self.head.context.isChecked())
        self.view.show_tree(tree, fades=len(shown) > 1)
        self.view.choose(f"c:{shown[0]}" if len(shown) == 1 else "", scroll=False)
        self._show_empty(tree, bool(listed))
        if len(shown) == 1:
            self._show_claim(shown[0], review)
        else:
            self._show_all(tree)

    def _show_claim(self, claim: str, review: Reviewed) -> None:
        case, found = review.cases[claim], review.standings[claim]
        self.head.show_claim(review.wordings[claim], headline(found, case), explained(case, review))
        changes = what_would_change(case, self.house, review.name)
        self.side.show_claim(found, why_counted(case, review), changes, self.house.value)

    def _show_all(self, tree: Tree) -> None:
        words = self.desk.tr("Choose a card to see what hangs together with it.")
        self.head.show_claim(self.desk.tr("All claims"), (tree_summary(tree), ""), words)
        self.side.show_nothing()

    def _show_empty(self, tree: Tree, has_claims: bool) -> None:
        words = ""
        if not has_claims:
            words = "No claims yet. In Review, choose a sentence and press Enter to link it to one."
        elif not tree.passages:
            words = "Nothing is linked to it yet. In Review, choose a sentence and press Enter."
        self.empty.setText(self.desk.tr(words) if words else "")
        self.empty.setVisible(bool(words))
        self.view.setVisible(has_claims)

    def _show_card(self, card: Card) -> None:
        self.side.show_passage(card if isinstance(card, PassageCard) else None)

    def _open_card(self, card: Card) -> None:
        """Go to a card's place in Review; an origin has none, it is only chosen."""
        match card:
            case PassageCard():
                self.desk.show_place(card.document, card.start, card.end)
            case ClaimCard():
                self.desk.show_claim(card.claim)
            case DocumentCard():
                first = min(
                    (p for p in self.view.tree.passages if p.document == card.document),
                    key=lambda passage: passage.start,
                )
                self.desk.show_place(card.document, first.start, first.end)
            case OriginCard():
                pass

    def _save_picture(self) -> None:
        kinds = self.desk.tr("Pictures (*.svg *.png)")
        name, _ = QFileDialog.getSaveFileName(
            self.desk.window, "Save as picture", "provenance.svg", kinds
        )
        if name and self.view.picture is not None:
            self._save(Path(name), self._draw_to)

    def _save_table(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.desk.window, "Save as table", "provenance.csv", self.desk.tr("Tables (*.csv)")
        )
        if name:
            self._save(Path(name), lambda path: save_table(self.view.tree, path))

    def _draw_to(self, path: Path) -> None:
        assert self.view.picture is not None
        save_picture(self.view.picture, path, self.head.accessibleName())

    def _save(self, path: Path, save: Callable[[Path], None]) -> None:
        try:
            save(path)
        except DeskError as problem:
            self.desk.show_error(problem)
        else:
            self.desk.say(f"{path.name} is saved.")
