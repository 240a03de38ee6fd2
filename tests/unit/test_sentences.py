"""Sentences: agreement with gold, the shape of what comes back, and hostile input."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance_desk.intake.sentences import SEGMENTER, segment
from tests.unit.segmentation_score import boundary_f1, gold

_LENGTH = 300_000
_SECONDS = 1.5
_HOSTILE = {
    "dots": ".",
    "dots and spaces": ". ",
    "dots and lines": ".\n",
    "straight quotes": '"',
    "curly quotes": "“”",
    "titles": "Mr. ",
    "acronyms": "U.S. ",
    "initials": "A. ",
    "letters": "z. B. ",
    "one word": "a",
    "glued": "aa.Aa",
    "lone surrogates": "\ud800",
    "surrogates and stops": "\udc00. \ud83d ",
    "right to left": "\u202eمرحبا. كيف؟ ",
    "Hebrew": "שלום. מה? ",
    "spaces": " ",
    "lines": "\n",
    "short lines": "Ab cd\n",
    "bullets": "• a ",
    "numbered": "1.) ",
    "brackets": "a!) ",
    "open brackets": ". (((",
    "notes": ".[1]",
    "no spaces in Chinese": "你好。",
    "open titles in Chinese": "《你好。",
    "dashes": ". - ",
    "ellipses": "… ",
    "figures": "1. 2 ",
    "links": "http://a.b/c. ",
    "Armenian": "ա: ",
    "zero width": "\u200b. ",
    "nothing": "\0. ",
    "form feeds": "\f",
    "apostrophes": "l'l'l'l'l'l. A ",
    "smiles": "! :) ",
}


def assert_sound(text: str, spans: list[tuple[int, int]]) -> None:
    before = 0
    for start, end in spans:
        assert before <= start < end <= len(text)
        assert not text[before:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        before = end
    assert not text[before:].strip()


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in segment(text, language)]


@pytest.mark.parametrize(
    ("name", "least"),
    [("hard_news_en", 0.99), ("hard_news_ru", 0.99), ("golden_en", 0.85), ("golden_other", 0.70)],
)
@pytest.mark.parametrize("told", [True, False])
def test_gold_boundaries_are_found(name: str, least: float, told: bool) -> None:
    score = boundary_f1(gold(name), lambda text, lang: segment(text, lang if told else ""))
    assert score >= least


@pytest.mark.parametrize("name", ["hard_news_en", "hard_news_ru", "golden_en", "golden_other"])
def test_no_character_of_the_gold_texts_is_lost(name: str) -> None:
    for case in gold(name):
        assert_sound(case.text, segment(case.text, case.language))


@given(st.text(alphabet=st.characters(codec=None), max_size=200), st.sampled_from(["", "en", "uk"]))
def test_any_text_comes_back_whole(text: str, language: str) -> None:
    assert_sound(text, segment(text, language))


@given(st.text(alphabet="aAÀбБ .!?…\n\t\"“”«»()[]1,;:-—•。」'’", max_size=120))
def test_any_punctuation_comes_back_whole(text: str) -> None:
    assert_sound(text, segment(text))


@given(st.text(alphabet='aAбБ .!?…\n"“”()1-', max_size=80))
def test_the_same_text_gives_the_same_sentences(text: str) -> None:
    assert segment(text) == segment(text)


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_text_is_sound_and_in_time(name: str) -> None:
    unit = _HOSTILE[name]
    text = (unit * (_LENGTH // len(unit) + 1))[:_LENGTH]
    begun = time.process_time()
    spans = segment(text)
    assert time.process_time() - begun < _SECONDS
    assert_sound(text, spans)


def test_nothing_gives_nothing() -> None:
    assert segment("") == []
    assert segment(" \n\t ") == []


def test_the_segmenter_has_a_name_with_a_version() -> None:
    assert SEGMENTER == "provdesk-seg/1"


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("000_278c3c0740fd46d5.txt", 49),
        ("002_00a8374a5111b5e4.txt", 87),
        ("003_8bcdb4864ff3a6f3.txt", 16),
    ],
)
def test_the_seeds_have_the_sentences_a_reader_counts(seeds: Path, name: str, count: int) -> None:
    text = (seeds / name).read_text("utf-8")
    spans = segment(text)
    assert len(spans) == count
    assert_sound(text, spans)


def test_an_initial_before_an_opening_word_still_belongs_to_a_name() -> None:
    assert sentences("He met A. A. Milne. In 1920 they left.") == [
        "He met A. A. Milne.",
        "In 1920 they left.",
    ]


def test_a_phrase_of_time_is_no_sentence() -> None:
    assert sentences("В 2014 г. Россия ушла. Это было в 2014 г. Россия молчала.", "ru") == [
        "В 2014 г. Россия ушла.",
        "Это было в 2014 г.",
        "Россия молчала.",
    ]


def test_a_german_ordinal_is_no_end() -> None:
    assert sentences("Er kam am 3. Mai zum 2. Mal. Es war Platz 12. Dann ging er.", "de") == [
        "Er kam am 3. Mai zum 2. Mal.",
        "Es war Platz 12.",
        "Dann ging er.",
    ]


def test_words_left_out_are_no_end() -> None:
    assert sentences("He said [...] Moscow fell. It did.") == [
        "He said [...] Moscow fell.",
        "It did.",
    ]
