"""Claims, links, origins, cards, passages and the team's records, one command each."""

from pathlib import Path

import pytest

from tests.integration.command_line import CommandLine

TEXT = "The plant closed on 4 March. The mayor said so. Nobody else did. The mayor said so."
NEWS = "article.txt"
WORDING = "The plant closed on 4 March 2022"


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """A project with one document and one claim."""
    (tmp_path / NEWS).write_text(TEXT, "utf-8")
    desk.run("new", tmp_path / "p", "--title", "The plant")
    desk.run("add", tmp_path / "p", tmp_path / NEWS)
    desk.run("claim", "add", tmp_path / "p", WORDING)
    return tmp_path / "p.provdesk"


def make_link(desk: CommandLine, project: Path, *more: str | Path) -> str:
    """Link the first sentence; the link's id."""
    judged = ("--status", "alleged", "--confidence", "high")
    place = ("--document", NEWS, "--start", "0", "--end", "28", "--claim", WORDING)
    return desk.run("link", "make", project, *place, *judged, *more).strip()


def test_a_claim_is_added_with_its_actor_and_dates(desk: CommandLine, project: Path) -> None:
    made = desk.json(
        *("claim", "add", project, "The council closed it", "--kind", "act"),
        *("--actor", "The council", "--actor-kind", "body", "--date", "2022-03"),
    )
    claim = desk.json("claims", project)["claims"][1]
    assert claim["id"] == claim["version"] == made["id"]
    assert claim["kind"] == "act"
    assert claim["dates"] == [{"value": "2022-03", "precision": "month", "of": "event"}]
    (origin,) = desk.json("origins", project)["origins"]
    assert (origin["id"], origin["kind"]) == (claim["actor"], "body")


def test_rewording_keeps_what_is_not_given(desk: CommandLine, project: Path) -> None:
    words = ("claim", "add", project, "It closed", "--kind", "figure", "--date", "2022")
    made = desk.run(*words).strip()
    desk.run("claim", "reword", project, made, "It shut", "--reason", "plainer")
    claim = desk.json("claims", project)["claims"][1]
    assert (claim["wording"], claim["kind"], claim["versions"]) == ("It shut", "figure", 2)
    assert claim["dates"][0]["value"] == "2022"
    assert claim["version"] != claim["id"] == made


def test_rewording_shows_on_links_as_the_earlier_wording(desk: CommandLine, project: Path) -> None:
    make_link(desk, project)
    desk.run("claim", "reword", project, WORDING, "The plant shut", "--reason", "plainer")
    (link,) = desk.json("links", project)["links"]
    assert link["earlier_wording"] is True


def test_claims_are_joined_separated_related_and_retired(desk: CommandLine, project: Path) -> None:
    other = desk.run("claim", "add", project, "The works closed in March 2022").strip()
    pair = (project, WORDING, other[:10])
    desk.run("claim", "join", *pair, "--reason", "the same plant")
    joined = {claim["joined"] for claim in desk.json("claims", project)["claims"]}
    assert len(joined) == 1
    assert None not in joined
    desk.run("claim", "separate", *pair, "--reason", "another plant")
    assert desk.json("claims", project)["claims"][0]["joined"] is None
    desk.run("claim", "relate", project, WORDING, "refines", other)
    desk.run("claim", "retire", project, other, "--reason", "out of scope")
    assert desk.json("claims", project)["claims"][1]["retired"] is True
    desk.run("claim", "restore", project, other, "--reason", "in scope after all")
    assert desk.json("claims", project)["claims"][1]["retired"] is False
    assert "Say why" in desk.refusal("claim", "retire", project, other)


def test_a_doubtful_wording_is_noted_and_kept(desk: CommandLine, project: Path) -> None:
    desk.run("claim", "add", project, "The regime closed the plant, but it lied")
    assert "Note: " in desk.remarks
    assert len(desk.json("claims", project)["claims"]) == 2


def test_a_link_is_made_revised_and_retracted(desk: CommandLine, project: Path) -> None:
    link = make_link(
        desk,
        project,
        *("--origin", "The mayor", "--origin-kind", "person", "--access", "relayed"),
        *("--speaker", "the mayor:role:paraphrased", "--wording", "attributed"),
    )
    revise = ("link", "revise", project, link[:9], "--reason", "rereading")
    assert "A rationale is required" in desk.refusal(*revise, "--confidence", "moderate")
    why = ("--rationale", "Because the date has no year.")
    desk.run(*revise, "--confidence", "moderate", "--clear", "access", *why)
    (made,) = desk.json("links", project)["links"]
    assert (made["status"], made["confidence"]) == ("alleged", "moderate")
    assert made["access"] is None
    assert made["origin"] is not None
    assert made["speakers"][0]["naming"] == "role"
    assert made["judged"] != made["id"] == link
    desk.run("link", "retract", project, link, "--reason", "slip")
    assert desk.json("links", project)["links"][0]["retracted"] is True
    assert "retracted already" in desk.refusal("link", "retract", project, link, "--reason", "slip")


def test_a_link_to_a_new_claim_is_one_step(desk: CommandLine, project: Path) -> None:
    desk.run(
        *("link", "make", project, "--new-claim", "Nobody else said so in March 2022"),
        *("--document", NEWS, "--exact", "Nobody else did."),
        *("--status", "alleged", "--confidence", "moderate"),
    )
    (link,) = desk.json("links", project)["links"]
    assert (link["start"], link["stance"]) == (48, "supports")
    assert len(desk.json("claims", project)["claims"]) == 2
    desk.run("undo", project)
    assert len(desk.json("claims", project)["claims"]) == 1


def test_status_and_confidence_have_no_default(desk: CommandLine, project: Path) -> None:
    place = ("--document", NEWS, "--exact", "Nobody else did.", "--claim", WORDING)
    said = desk.refusal("link", "make", project, *place)
    assert "confidence, status are missing." in said


def test_links_are_listed_by_claim_and_by_document(desk: CommandLine, project: Path) -> None:
    make_link(desk, project)
    assert len(desk.json("links", project, "--document", NEWS)["links"]) == 1
    assert len(desk.json("links", project, "--claim", WORDING)["links"]) == 1
    other = desk.run("claim", "add", project, "It rained on 4 March 2022").strip()
    assert desk.json("links", project, "--claim", other)["links"] == []
    assert "The plant closed on 4 March." in desk.run("links", project)
    assert "No links." in desk.run("links", project, "--claim", other)


def test_the_same_origin_is_added_once(desk: CommandLine, project: Path) -> None:
    first = desk.run("origin", "add", project, "Jane Roe").strip()
    assert desk.run("origin", "add", project, "JANE  ROE").strip() == first
    desk.run("origin", "add", project, "UN", "--kind", "body")
    desk.run("origin", "relate", project, "Jane Roe", "independent", "UN")
    assert [one["name"] for one in desk.json("origins", project)["origins"]] == ["Jane Roe", "UN"]


def test_a_card_keeps_what_is_not_given(desk: CommandLine, project: Path) -> None:
    describe = ("document", "describe", project, NEWS)
    desk.run(*describe, "--publisher", "The Daily", "--how-obtained", "from the archive")
    desk.run(*describe, "--published", "2022-03-05", "--reference-work", "--reliability", "B")
    (document,) = desk.json("documents", project)["documents"]
    card = document["card"]
    assert card["title"] == NEWS
    assert card["publisher"] == "The Daily"
    assert card["published"] == {"value": "2022-03-05", "precision": "day"}
    assert card["reference_work"] is True
    assert "how_obtained" in card
    desk.run("document", "mark", project, NEWS, "private")
    assert desk.json("documents", project)["documents"][0]["handling"] == "private"


def test_passages_are_zoned_split_joined_and_skipped(desk: CommandLine, project: Path) -> None:
    desk.run("passage", "join", project, NEWS, 0, 47)
    desk.run("passage", "zone", project, NEWS, 0, 47, "caption")
    desk.run("passage", "split", project, NEWS, 29)
    desk.run("passage", "skip", project, NEWS, 48, 64)
    desk.run("passage", "same-as", project, NEWS, 65, 83, 29, 47)
    (one,) = desk.json("sentences", project)["documents"]
    zones = [(row["start"], row["end"], row["zone"]) for row in one["sentences"]]
    assert zones[:2] == [(0, 28, "caption"), (29, 47, "caption")]
    assert "does not lie in the document" in desk.refusal(
        "passage", "zone", project, NEWS, 0, 9000, "caption"
    )


def test_rules_are_shown_and_chosen(desk: CommandLine, project: Path) -> None:
    before = {"house_rule": "newsroom", "blind": False, "suggestions": True}
    assert desk.json("rules", project)["rules"] == before
    desk.run("rules", project, "--rule", "strict", "--blind")
    after = {"house_rule": "strict", "blind": True, "suggestions": True}
    assert desk.json("rules", project)["rules"] == after
    assert "blind        yes" in desk.run("rules", project)


def test_what_reviewers_record_of_each_other(desk: CommandLine, project: Path) -> None:
    link = make_link(desk, project, "--stance", "contradicts")
    desk.run("answer", project, link[:10], "--reason", "It was corrected a day later")
    desk.run("override", project, WORDING, "alleged", "--reason", "one release in both papers")
    desk.run(
        *("settle", project, link, "--outcome", "chosen", "--status", "alleged"),
        *("--confidence", "low", "--reason", "agreed on a call"),
    )
    desk.run("person", project, "Jane Roe", "private")
    desk.run("note", project, "Ask the archive", "--document", NEWS, "--start", 0, "--end", 28)
    desk.run("note", project, "A doubt", "--about", link[:10])
    desk.run("name", project, "Reviewer B")
    entries = desk.json("history", project)["entries"]
    assert [entry["type"] for entry in entries[-7:]] == [
        "contradiction.answered",
        "standing.overridden",
        "disagreement.settled",
        "person.flagged",
        "note.added",
        "note.added",
        "profile.set",
    ]
    assert desk.run("check", project).startswith("VERIFIED")
    assert "names the document, its start and its end" in desk.refusal(
        "note", project, "x", "--document", NEWS, "--start", "3"
    )
