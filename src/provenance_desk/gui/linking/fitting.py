"""Combo boxes that give way where the card is narrow."""

from PySide6.QtWidgets import QComboBox


def fit(combo: QComboBox, letters: int) -> None:
    """Let a combo box be as narrow as some letters, whatever its longest choice."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
