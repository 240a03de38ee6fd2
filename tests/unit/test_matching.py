"""Matching finds what says the same in other words, and says how sure it is."""

import pytest

from provenance_desk.analysis.matching import (
    Candidate,
    Shown,
    Weights,
    claims_for,
    said_before,
    sentences_for,
    wanted_of,
)
from tests.unit.matching_score import Seeds, claim_recall, labelled, sentence_recall

SEEDS = Seeds()
EQUAL = Weights({}, 0)


def score(claim: str, sentence: str, before: str = "") -> float:
    found = sentences_for(claim, [Candidate(sentence, before)], EQUAL)
    return found[0].score if found else 0.0


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The theatre was bombed", "A bombing of the theater"),
        ("The organisation favoured the defence", "The organization favored the defense"),
        ("Zelensky in Kharkiv", "Зеленский посетил Kharkiv"),
        ("Zelensky visited Kharkiv", "Zelenskyy was visiting Kharkov"),
        ("The United Kingdom sanctioned him", "He was sanctioned by Britain"),
        ("It opened on 24 September 2022", "It opened on September 24, 2022"),
        ("It opened on 2022-09-24", "It was opened on 24 Sept. 2022"),
        ("At least 1,640 civilians died", "1640 civilians died"),
        ("Five ships sank", "5 ships sank"),
        ("The siege of Aleppo", "the siege of Allepo"),
    ],
)
def test_the_same_in_another_form_is_strong(claim: str, sentence: str) -> None:
    assert score(claim, sentence) >= 0.7


def test_words_that_may_report_the_same_count_for_less() -> None:
    same, near = "Orlov was dismissed", "Orlov was fired"
    assert 0.4 <= score(same, near) < score(same, same)


def test_a_sentence_that_says_he_leans_on_the_one_before() -> None:
    claim, sentence, before = "Orlov closed the plant", "He closed the plant.", "Orlov came back."
    assert score(claim, sentence, before) > score(claim, sentence)
    assert score(claim, "Smith closed the plant.", before) == score(
        claim, "Smith closed the plant."
    )


def test_what_is_leaned_on_ends_at_a_sentence_that_stands_alone() -> None:
    said = ["Orlov spoke.", "Smith came.", "He sat down.", "He left."]
    assert said_before(said) == "Smith came. He sat down. He left."
    assert said_before([]) == ""


def test_what_shares_too_little_is_no_suggestion() -> None:
    sentences = [Candidate("The harvest was good this year."), Candidate("")]
    assert sentences_for("Orlov closed the plant in Perm", sentences, EQUAL) == []
    assert sentences_for("", sentences, EQUAL) == []


def test_what_shares_something_is_folded_away() -> None:
    claim = "Orlov closed the chemical plant near Perm"
    (match,) = sentences_for(
        claim, [Candidate("The old plant near Perm makes glass bottles.")], EQUAL
    )
    assert match.shown is Shown.FOLDED


def test_claims_for_a_sentence_come_best_first() -> None:
    claims = ["The harvest failed", "Orlov closed the plant", "Orlov closed the plant in Perm"]
    found = claims_for(Candidate("Orlov closed the plant yesterday."), claims, EQUAL)
    assert [match.place for match in found] == [1, 2]


def test_an_index_is_searched_in_both_scripts_and_spellings_and_for_all_names() -> None:
    wanted = {one.key: one.words for one in wanted_of("Zelensky left the theatre in Britain")}
    assert "зеленск*" in [word.replace("и*", "*") for word in wanted["zelenski"]]
    assert {"theatre", "theater"} <= set(wanted["theater"])
    assert {"uk", "britain", "united kingdom"} <= set(wanted["=united kingdom"])


@pytest.mark.parametrize("name", ["demo_claims.json", "claims.json"])
def test_the_sentences_of_a_claim_are_among_the_first_five(name: str) -> None:
    assert sentence_recall(SEEDS, labelled(name)) >= 0.82


def test_the_claims_of_a_sentence_are_among_the_first_five() -> None:
    claims = labelled("demo_claims.json") | labelled("claims.json")
    assert claim_recall(SEEDS, claims) >= 0.93
