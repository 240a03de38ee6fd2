"""The text rule of the audit format, section 2."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.intake.cleaning import REPLACEMENT, clean, is_clean, one_line_end

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_line_ends_become_one_kind() -> None:
    assert clean("a\r\nb\rc\nd\r\r\ne").text == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f"])
def test_controls_are_replaced_one_for_one(char: str) -> None:
    assert clean(f"a{char}{char}b") == (f"a{REPLACEMENT}{REPLACEMENT}b", 2)


@pytest.mark.parametrize("char", ["\ud800", "\ufdd0", "\ufdef", "\ufffe", "\U0010ffff"])
def test_what_is_no_character_is_replaced(char: str) -> None:
    assert clean(char) == (REPLACEMENT, 1)


@pytest.mark.parametrize(
    "char",
    ["\t", "\n", "\xa0", "\xad", "\u2028", "\u2029", "\ufeff", "\ufffd", "😀", "ё"],
)
def test_everything_else_stays_as_it_is(char: str) -> None:
    assert clean(f"a{char}b") == (f"a{char}b", 0)


@given(ANY_TEXT)
def test_nothing_moves_and_nothing_forbidden_stays(text: str) -> None:
    even = one_line_end(text)
    cleaned, replaced = clean(text)
    assert len(cleaned) == len(even)
    assert is_clean(cleaned)
    changed = [before for before, after in zip(even, cleaned, strict=True) if before != after]
    assert len(changed) == replaced
    assert all(unicodedata.category(char) in ("Cc", "Cs", "Cn") for char in changed)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).text
    assert clean(once) == (once, 0)
