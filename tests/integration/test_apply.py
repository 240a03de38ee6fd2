"""`apply`: every action in bulk, all or nothing."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.integration.command_line import CommandLine

TEXT = "The plant closed on 4 March. The mayor said so. Nobody else did. The mayor said so."
NEWS = "article.txt"

Line = dict[str, Any]


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """A project with one short document."""
    (tmp_path / NEWS).write_text(TEXT, "utf-8")
    desk.run("new", tmp_path / "p", "--title", "The plant")
    desk.run("add", tmp_path / "p", tmp_path / NEWS)
    return tmp_path / "p.provdesk"


def lines_file(project: Path, lines: Sequence[object]) -> Path:
    path = project.with_name("lines.jsonl")
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts), "utf-8")
    return path


def applied(desk: CommandLine, project: Path, *lines: Line) -> dict[str, str]:
    """The ids of what the lines named."""
    ids: dict[str, str] = desk.json("apply", project, lines_file(project, lines))["ids"]
    return ids


def link(**more: object) -> Line:
    judged = {"stance": "supports", "status": "alleged", "confidence": "high"}
    return {"type": "link.made", "document": NEWS, "start": 0, "end": 28, **judged, **more}


def claim(name: str = "c1", **more: object) -> Line:
    return {
        "type": "claim.added",
        "as": name,
        "wording": f"The plant closed ({name})",
        "kind": "fact",
        **more,
    }


def test_later_lines_use_what_earlier_lines_named(desk: CommandLine, project: Path) -> None:
    ids = applied(
        desk,
        project,
        {"type": "origin.added", "as": "o1", "name": "The mayor", "kind": "person"},
        claim(actor="o1"),
        link(**{"as": "l1"}, claim="c1", origin="o1", access="relayed"),
        {"type": "note.added", "about": "l1", "text": "ask again"},
    )
    (made,) = desk.json("links", project)["links"]
    assert made["id"] == ids["l1"]
    assert made["claim"] == ids["c1"]
    assert made["origin"] == ids["o1"]
    assert made["exact"] == TEXT[:28]
    assert desk.json("claims", project)["claims"][0]["actor"] == ids["o1"]


def test_version_zone_and_quote_are_filled_in(desk: CommandLine, project: Path) -> None:
    place = {"document": NEWS, "start": 0, "end": 28}
    ids = applied(
        desk,
        project,
        claim(),
        {
            "type": "claim.reworded",
            "as": "v2",
            "claim": "c1",
            "wording": "It closed",
            "kind": "fact",
            "reason": "shorter",
        },
        {"type": "passage.zoned", **place, "zone": "headline"},
        link(claim="c1"),
    )
    (made,) = desk.json("links", project)["links"]
    assert made["claim_version"] == ids["v2"]
    assert made["zone"] == "headline"
    assert (made["prefix"], made["suffix"]) == ("", TEXT[28:68])


def test_judgements_come_flat_or_nested(desk: CommandLine, project: Path) -> None:
    judgement = {"stance": "context", "status": "alleged", "confidence": "moderate"}
    place = {"document": NEWS, "start": 0, "end": 28}
    nested = {"type": "link.made", "claim": "c1", **place, "judgement": judgement}
    applied(desk, project, claim(), nested, link(claim="c1", confidence="high"))
    made = desk.json("links", project)["links"]
    assert {(one["stance"], one["confidence"]) for one in made} == {
        ("context", "moderate"),
        ("supports", "high"),
    }


def test_things_go_by_id_prefix_name_or_wording(desk: CommandLine, project: Path) -> None:
    (document,) = desk.json("documents", project)["documents"]
    made = applied(desk, project, claim(), {"type": "origin.added", "name": "UN", "kind": "body"})
    applied(
        desk,
        project,
        link(claim=made["c1"], document=document["id"], origin="un"),
        link(claim=made["c1"][:8], document=document["id"][:12]),
        link(claim="The plant closed (c1)", document=NEWS),
    )
    links = desk.json("links", project)["links"]
    assert [one["claim"] for one in links] == [made["c1"]] * 3
    assert [one["document"] for one in links] == [document["id"]] * 3


def test_a_quote_finds_its_place(desk: CommandLine, project: Path) -> None:
    by_quote = link(claim="c1", exact="Nobody else did.")
    del by_quote["start"], by_quote["end"]
    applied(desk, project, claim(), by_quote)
    (made,) = desk.json("links", project)["links"]
    assert (made["start"], made["end"]) == (48, 64)


def test_a_quote_that_stands_twice_needs_its_start(desk: CommandLine, project: Path) -> None:
    twice = link(claim="c1", exact="The mayor said so.")
    del twice["start"], twice["end"]
    said = desk.refusal("apply", project, lines_file(project, [claim(), twice]))
    assert "line 2: The quote stands more than once, at 29 and 65: give the start" in said
    applied(desk, project, claim(), {**twice, "start": 65})
    assert desk.json("links", project)["links"][0]["start"] == 65


def test_a_quote_must_be_the_text_that_is_there(desk: CommandLine, project: Path) -> None:
    wrong = link(claim="c1", exact="The plant opened on 4 March.")
    said = desk.refusal("apply", project, lines_file(project, [claim(), wrong]))
    assert "line 2: The text from 0 to 28 is not the quote given" in said


def test_every_bad_line_is_named_and_nothing_is_written(desk: CommandLine, project: Path) -> None:
    before = desk.state(project)
    bad = [
        claim(),
        "not json",
        link(claim="c1", status="true"),
        link(claim="nowhere"),
        {"type": "link.maid"},
        {"type": "heads.seen", "heads": []},
        {"type": "document.added"},
        link(claim="c1", stance=None),
        link(claim="c1", statuss="alleged"),
        link(claim="c1", end=2000),
        {"type": "claim.retired", "claim": "c1", "reason": " "},
        [1],
        link(claim="c1", start=True),
        claim(),
    ]
    said = desk.refusal("apply", project, lines_file(project, bad))
    assert said.startswith("Nothing was applied: 13 of 14 lines have errors.")
    for sentence in (
        "line 2: This is not JSON",
        "line 3: status must be one of: confirmed, alleged, disputed.",
        "line 4: “nowhere” is not the id or the name of a claim here.",
        "line 5: There is no event type “link.maid”. Did you mean link.made?",
        "line 6: heads.seen is written by the program itself",
        "line 7: Documents come in as files",
        "line 8: stance is missing.",
        "line 9: “statuss” is no field of link.made.",
        "line 10: The passage 0 to 2000 does not lie in the document",
        "line 11: Say why the claim is retired",
        "line 12: This is JSON, but not an object",
        "line 13: start is not a whole number.",
        "line 14: “c1” is the name of an earlier line already.",
    ):
        assert sentence in said
    assert desk.state(project) == before
    assert desk.json("claims", project)["claims"] == []


def test_a_line_that_names_a_field_twice(desk: CommandLine, project: Path) -> None:
    twice = '{"type":"claim.added","wording":"One","wording":"Two","kind":"fact"}\n'
    path = project.with_name("twice.jsonl")
    path.write_text(twice, encoding="utf-8")
    assert "line 1: “wording” stands in the line twice." in desk.refusal("apply", project, path)
    assert desk.json("claims", project)["claims"] == []


def test_errors_come_as_json_too(desk: CommandLine, project: Path) -> None:
    path = lines_file(project, [claim(), link(claim="c2")])
    found = desk.json("apply", project, path, exit_code=2)
    assert found["applied"] is False
    assert [error["line"] for error in found["errors"]] == [2]


@pytest.mark.parametrize(
    ("status", "confidence"), [("confirmed", "high"), ("disputed", "high"), ("alleged", "low")]
)
def test_a_rationale_is_required_as_on_the_desk(
    desk: CommandLine, project: Path, status: str, confidence: str
) -> None:
    judged = link(claim="c1", status=status, confidence=confidence)
    said = desk.refusal("apply", project, lines_file(project, [claim(), judged]))
    assert f"line 2: A rationale is required for {status}, {confidence}" in said
    applied(desk, project, claim(), {**judged, "rationale": "Because it is in the record."})
    assert desk.json("links", project)["links"][0]["rationale"] == "Because it is in the record."


def test_a_change_needs_a_rationale(desk: CommandLine, project: Path) -> None:
    made = link(**{"as": "l1"}, claim="c1")
    judged = {"stance": "supports", "status": "alleged", "confidence": "moderate"}
    change = {"type": "link.revised", "link": "l1", **judged, "reason": "slip"}
    said = desk.refusal("apply", project, lines_file(project, [claim(), made, change]))
    assert "line 3: A rationale is required for a changed judgement" in said


def test_a_file_is_one_step_for_undo(desk: CommandLine, project: Path) -> None:
    before = desk.state(project)
    applied(desk, project, claim(), claim("c2"), link(claim="c1"), link(claim="c2"))
    after = desk.state(project)
    desk.run("undo", project)
    assert desk.state(project) == before
    desk.run("redo", project)
    assert desk.state(project) == after
    desk.run("check", project)


def test_a_step_sees_what_it_did_itself(desk: CommandLine, project: Path) -> None:
    judged = {"stance": "supports", "status": "alleged", "confidence": "moderate"}
    changed = {"type": "link.revised", "link": "l1", **judged, "rationale": "Read again."}
    applied(
        desk,
        project,
        claim(),
        {"type": "sentence.split", "document": NEWS, "at": 10},
        {"type": "sentences.joined", "document": NEWS, "start": 0, "end": 28},
        link(**{"as": "l1"}, claim="c1"),
        {**changed, "reason": "rereading"},
        {"type": "link.retracted", "link": "l1", "reason": "slip"},
        {"type": "claim.retired", "claim": "c1", "reason": "done with it"},
        {"type": "claim.restored", "claim": "c1", "reason": "not quite"},
    )
    (made,) = desk.json("links", project)["links"]
    assert (made["confidence"], made["retracted"]) == ("moderate", True)
    twice = [{"type": "link.retracted", "link": made["id"], "reason": "slip"}]
    assert "retracted already" in desk.refusal("apply", project, lines_file(project, twice))


def test_every_kind_of_action_can_come_in_bulk(desk: CommandLine, project: Path) -> None:
    other = project.with_name("other.txt")
    other.write_text("Another paper. It repeats the first.", "utf-8")
    desk.run("add", project, other)
    span = {"document": NEWS, "start": 0, "end": 28}
    judged = {"stance": "contradicts", "status": "disputed", "confidence": "high"}
    desk.json(
        "apply",
        project,
        lines_file(
            project,
            [
                {"type": "origin.added", "as": "o1", "name": "A", "kind": "person"},
                {"type": "origin.added", "as": "o2", "name": "B", "kind": "body"},
                {"type": "origins.related", "from": "o1", "to": "o2", "relation": "independent"},
                claim(),
                claim("c2"),
                {"type": "claims.related", "from": "c1", "to": "c2", "relation": "refines"},
                {"type": "claims.joined", "claims": ["c1", "c2"], "reason": "same"},
                {"type": "claims.separated", "claims": ["c1", "c2"], "reason": "not"},
                {"type": "link.made", "as": "l1", "claim": "c1", **span, **judged}
                | {"rationale": "It denies it."},
                link(**{"as": "l2"}, claim="c1"),
                {"type": "contradiction.answered", "judgement": "l1", "reason": "outweighed"},
                {"type": "disagreement.settled", "judgements": ["l1", "l2"], "outcome": "both"}
                | {"reason": "both stand"},
                {"type": "standing.overridden", "claim": "c1", "standing": "alleged"}
                | {"reason": "one release"},
                {"type": "document.described", "document": NEWS, "title": "The plant"},
                {"type": "document.marked", "document": NEWS, "handling": "private"},
                {"type": "documents.related", "from": "other.txt", "to": NEWS}
                | {"relation": "derived_from"},
                {"type": "document.withdrawn", "document": "other.txt", "reason": "a copy"},
                {"type": "passage.same_as", "document": NEWS, "start": 65, "end": 83}
                | {"other_start": 29, "other_end": 47},
                {"type": "passage.skipped", "document": NEWS, "start": 48, "end": 64},
                {"type": "person.flagged", "name": "Jane Roe", "flag": "private"},
                {"type": "suggestion.recorded", "kind": "match", "about": "l2"}
                | {"offered": "alleged", "taken": "alleged"},
                {"type": "cues.changed", "list": "{}"},
                {"type": "rules.chosen", "house_rule": "strict", "blind": False}
                | {"suggestions": False},
                {"type": "profile.set", "name": "Reviewer B"},
            ],
        ),
    )
    assert desk.json("stats", project)["links_by_status"]["disputed"] == 1
    assert desk.json("rules", project)["rules"]["house_rule"] == "strict"
    assert desk.run("check", project).startswith("VERIFIED")


def test_an_answer_names_a_judgement(desk: CommandLine, project: Path) -> None:
    lines = [claim(), {"type": "contradiction.answered", "judgement": "c1", "reason": "r"}]
    said = desk.refusal("apply", project, lines_file(project, lines))
    assert "line 2: “c1” names something else than a judgement." in said


def test_own_entries_of_earlier_steps_can_be_undone(desk: CommandLine, project: Path) -> None:
    made = applied(desk, project, claim(), link(**{"as": "l1"}, claim="c1"))
    applied(desk, project, {"type": "event.undone", "events": [made["l1"]]})
    assert desk.json("links", project)["links"] == []
    assert len(desk.json("claims", project)["claims"]) == 1
    created = desk.json("history", project)["entries"][0]["id"]
    lines = [{"type": "event.undone", "events": [created]}]
    assert "can't be undone" in desk.refusal("apply", project, lines_file(project, lines))
    assert desk.run("check", project).startswith("VERIFIED")


def test_typed_texts_are_kept_in_one_form(desk: CommandLine, project: Path) -> None:
    applied(desk, project, claim(wording="Cafe\u0301  closed\n"))
    assert desk.json("claims", project)["claims"][0]["wording"] == "Café closed"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "is empty"), (b'{"type":"\xff"}', "is not UTF-8 (line 1)"), (None, "can't be read")],
)
def test_a_file_that_is_none_is_refused(
    desk: CommandLine, project: Path, data: bytes | None, sentence: str
) -> None:
    path = project.with_name("lines.jsonl")
    if data is not None:
        path.write_bytes(data)
    assert sentence in desk.refusal("apply", project, path)


def test_doubts_are_said_and_do_not_block(desk: CommandLine, project: Path) -> None:
    doubtful = link(claim="c1", status="confirmed", wording="hedged", rationale="Because.")
    desk.run("apply", project, lines_file(project, [claim(), doubtful]))
    assert "line 2: The wording is hedged" in desk.remarks
    assert len(desk.json("links", project)["links"]) == 1
