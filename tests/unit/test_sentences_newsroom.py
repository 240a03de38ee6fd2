"""Sentences as an editor parts them, in the languages of the desk."""

import pytest

from provenance_desk.intake.sentences import segment
from tests.unit.segmentation_score import GOLD

_PARTED = " ⟂ "


def _cases() -> list[tuple[str, str]]:
    lines = (GOLD / "newsroom.tsv").read_text("utf-8").splitlines()
    return [(language, text) for language, _, text in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("language", "parted"), _cases())
def test_a_text_is_parted_where_an_editor_parts_it(language: str, parted: str) -> None:
    text = parted.replace(_PARTED, " ")
    found = [text[start:end] for start, end in segment(text, language)]
    assert found == parted.split(_PARTED)
