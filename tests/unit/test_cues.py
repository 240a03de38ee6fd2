"""Cues are found where they are, and not where words only look like them."""

import json
import unicodedata
from pathlib import Path

import pytest

from provenance_desk.analysis.cue_lists import (
    BadCueList,
    CueClass,
    CueList,
    cue_list_from,
    packaged_languages,
    packaged_list,
)
from provenance_desk.analysis.cue_proposals import propose
from provenance_desk.analysis.cues import Cue, find_cues, has_telling_cue
from provenance_desk.domain.words import Naming, Wording, Zone
from provenance_desk.intake.table import base_table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "analysis"


def cues_for(language: str) -> CueList:
    found = packaged_list(language)
    assert found is not None
    return found


ENGLISH = cues_for("en")


def cues_of(sentence: str, language: str = "en") -> list[tuple[str, str]]:
    found = find_cues(sentence, 0, len(sentence), cues_for(language))
    return [(cue.kind.value, sentence[cue.start : cue.end]) for cue in found]


def tells(sentence: str) -> bool:
    return has_telling_cue(find_cues(sentence, 0, len(sentence), ENGLISH))


def seed_prose() -> dict[str, str]:
    found = {}
    for path in sorted((ROOT / "seeds").glob("0*.txt")):
        text = path.read_bytes().decode()
        for number, (start, end, zone) in enumerate(base_table(text).sentences, 1):
            if zone is not Zone.REFERENCE:
                found[f"{path.name[:3]}:{number}"] = text[start:end]
    return found


def precision_and_recall(found: set[str], wanted: set[str]) -> tuple[float, float]:
    return len(found & wanted) / len(found), len(found & wanted) / len(wanted)


def test_the_prose_of_the_seeds_has_its_cues() -> None:
    prose = seed_prose()
    wanted = set(json.loads((DATA / "seed_cues.json").read_text("utf-8"))["sentences"])
    found = {name for name, sentence in prose.items() if tells(sentence)}
    precision, recall = precision_and_recall(found, wanted)
    assert len(prose) == 81
    assert precision >= 0.95
    assert recall >= 0.95


def test_the_speakers_of_the_seeds_are_proposed() -> None:
    prose = seed_prose()
    wanted = json.loads((DATA / "seed_cues.json").read_text("utf-8"))["speakers"]
    right = 0
    for name, speaker in wanted.items():
        found = propose(prose[name], 0, len(prose[name]), ENGLISH).speaker
        right += found is not None and speaker in prose[name][found.start : found.end]
    assert right >= len(wanted) - 1


def test_other_news_has_its_cues() -> None:
    lines = (DATA / "news.tsv").read_text("utf-8").splitlines()
    labelled = dict(line.split("\t")[::-1] for line in lines if not line.startswith("#"))
    wanted = {sentence for sentence, label in labelled.items() if label == "1"}
    precision, recall = precision_and_recall({one for one in labelled if tells(one)}, wanted)
    assert precision >= 0.95
    assert recall >= 0.9


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States sent two ships.",
        "The insurer paid the claims in full.",
        "The reports fill two shelves.",
        "In May the river froze.",
        "May was warm.",
        "Buses are supposed to run every ten minutes.",
        "The city, known as Danzig until 1945, lies on the Baltic.",
        "The guards denied access to the inspectors.",
        "The member states met in Paris.",
    ],
)
def test_a_false_friend_is_no_cue(sentence: str) -> None:
    assert not tells(sentence)


def test_offsets_are_those_of_the_document() -> None:
    text = "𝕏 stands first. It was ‘allegedly’ so. “No,” said Ann."
    start, end = text.index("It"), text.index(" “No")
    (cue,) = find_cues(text, start, end, ENGLISH)
    assert text[cue.start : cue.end] == "allegedly"
    assert cue == Cue(CueClass.HEDGE_REPORT, text.index("allegedly"), text.index("’ so"))


def test_decomposed_letters_keep_their_places() -> None:
    text = unicodedata.normalize("NFD", "Il aurait été accusé de vol, a indiqué le préfet.")
    found = find_cues(text, 0, len(text), cues_for("fr"))
    words = {unicodedata.normalize("NFC", text[cue.start : cue.end]) for cue in found}
    assert "accusé de" in words
    assert "a indiqué" in words


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("ru", "По словам министра, мост закрыт.", "По словам"),
        ("de", "Der Mann soll das Geld gestohlen haben.", "soll das Geld gestohlen haben"),
        ("es", "El alcalde negó las acusaciones.", "negó"),
        ("ar", "وأضاف أنّه قُتل، بحسب المصدر.", "بحسب"),
    ],
)
def test_other_languages_have_lists_not_yet_reviewed(
    language: str, sentence: str, words: str
) -> None:
    assert words in [said for _, said in cues_of(sentence, language)]
    assert not cues_for(language).reviewed


def test_every_list_names_its_version_and_hash() -> None:
    assert packaged_languages() == ["ar", "de", "en", "es", "fr", "ru"]
    for language in packaged_languages():
        found = cues_for(language)
        assert found.version
        assert len(found.sha256) == 64
    assert packaged_list("en-GB") == ENGLISH
    assert packaged_list("xx") is None


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Orlov denied the theft.", Wording.DENIED),
        ("“We left at noon,” said Ann Lee, a nurse.", Wording.ATTRIBUTED),
        ("He allegedly took the money.", Wording.HEDGED),
        ("Sources said the plant would close.", Wording.HEDGED),
        ("The plant closed on Monday.", None),
    ],
)
def test_cues_propose_a_wording_and_no_cue_proposes_none(
    sentence: str, wording: Wording | None
) -> None:
    found = propose(sentence, 0, len(sentence), ENGLISH)
    assert found.wording is wording
    assert found.offers_alleged is (wording is not None)


@pytest.mark.parametrize(
    ("sentence", "speaker", "naming"),
    [
        ("“We left at noon,” said Ann Lee, a nurse.", "Ann Lee", Naming.NAMED),
        ("According to the harbour police, two men fled.", "the harbour police", Naming.ROLE),
        (
            "The move was announced by President Anna Roth on Friday.",
            "President Anna Roth",
            "named",
        ),
        ("On 3 May 2022 the mayor, Jan Kos, said the dam had held.", "Jan Kos", Naming.NAMED),
        ("But she told reporters nothing new.", "she", Naming.ROLE),
        ("Two people familiar with the plan said it was dropped.", "Two people", Naming.UNNAMED),
        ("He was accused of theft.", None, None),
    ],
)
def test_the_words_that_name_a_speaker_are_proposed(
    sentence: str, speaker: str | None, naming: Naming | None
) -> None:
    found = propose(sentence, 0, len(sentence), ENGLISH).speaker
    assert (sentence[found.start : found.end] if found else None) == speaker
    assert (found.naming if found else None) == naming


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"name":"x","language":"en","version":"1","classes":{"mood":["sad"]}}',
        b'{"name":"x","language":"en","version":"1","classes":{"denial":["("]}}',
        b'{"name":"x","language":"en","version":"1","classes":{"denial":["(a+)+b"]}}',
        b'{"name":"x","language":"en","version":"1","classes":{"denial":[7]}}',
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadCueList, match=r"not taken\.$"):
        cue_list_from(data)
