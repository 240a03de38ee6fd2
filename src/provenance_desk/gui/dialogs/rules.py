"""The rules of a project: how standings are counted, and what the desk may suggest."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from provenance_desk.domain.project_events import RulesChosen
from provenance_desk.domain.words import HouseRule
from provenance_desk.gui.dialogs.form import Form


class RulesDialog(Form):
    """Every choice is an entry of the history and can be undone."""

    def __init__(self, parent: QWidget | None, rules: RulesChosen) -> None:
        super().__init__(
            parent,
            self.tr("Rules of this project"),
            self.tr("A change is an entry in the history, like every other step."),
            self.tr("Use these rules"),
        )
        self._rule = rule_choice()
        self._rule.setCurrentIndex(self._rule.findData(rules.house_rule.value))
        self.add_field(self.tr("House rule"), self._rule)
        self._suggestions = QCheckBox(self.tr("Underline cue words and suggest; never decide"))
        self._suggestions.setChecked(rules.suggestions)
        self._blind = QCheckBox(self.tr("Blind: reviewers judge without seeing each other’s links"))
        self._blind.setChecked(rules.blind)
        for box in (self._suggestions, self._blind):
            box.setAccessibleName(box.text())
            self.column.addWidget(box)

    @classmethod
    def ask(cls, parent: QWidget | None, rules: RulesChosen) -> RulesChosen | None:
        """Ask; the rules chosen, or None where they stay."""
        dialog = cls(parent, rules)
        chosen = dialog.rules() if dialog.exec() else rules
        return chosen if chosen != rules else None

    def rules(self) -> RulesChosen:
        """What the fields say."""
        return RulesChosen(
            HouseRule(self._rule.currentData()),
            blind=self._blind.isChecked(),
            suggestions=self._suggestions.isChecked(),
        )


def rule_choice() -> QComboBox:
    """The house rules there are, each with what it means."""
    box = QComboBox()
    for words, rule in (
        (box.tr("newsroom: several independent reports count as reported"), HouseRule.NEWSROOM),
        (box.tr("strict: only origins whose words or record were seen confirm"), HouseRule.STRICT),
    ):
        box.addItem(words, rule.value)
    return box
