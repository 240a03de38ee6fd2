"""`apply` with tables: claims, and links with their quotes."""

from pathlib import Path

import pytest

from tests.integration.command_line import CommandLine

TEXT = "The plant closed on 4 March. The mayor said so. Nobody else did. The mayor said so."
HEADER = "document,quote,claim,stance,status,confidence"


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(capsys)


@pytest.fixture
def project(tmp_path: Path, desk: CommandLine) -> Path:
    """A project with a document and a claim."""
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    desk.run("new", tmp_path / "p")
    desk.run("add", tmp_path / "p", tmp_path / "article.txt")
    desk.run("claim", "add", tmp_path / "p", "The plant closed")
    return tmp_path / "p.provdesk"


def table(project: Path, text: str, encoding: str = "utf-8") -> Path:
    path = project.with_name("table.csv")
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_claims_in_any_usual_form(
    desk: CommandLine, project: Path, delimiter: str
) -> None:
    rows = [["Wording", "kind", "actor", "actor_kind"], ["It, too; closed", "act", "UN", "body"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    desk.run("apply", project, table(project, text, "utf-8-sig"))
    claims = desk.json("claims", project)["claims"]
    assert (claims[1]["wording"], claims[1]["kind"]) == ("It, too; closed", "act")
    assert desk.json("origins", project)["origins"][0]["name"] == "UN"


def test_a_table_of_links_finds_the_quotes(desk: CommandLine, project: Path) -> None:
    header = f"{HEADER},speaker,naming,mode,origin,origin_kind,access,rationale"
    cells = "supports,alleged,low,the mayor,role,paraphrased,The mayor,person,relayed,he says so"
    row = f"article.txt,Nobody else did.,The plant closed,{cells}"
    desk.run("apply", project, table(project, f"{header}\n{row}\n\n"))
    (link,) = desk.json("links", project)["links"]
    assert (link["start"], link["exact"]) == (48, "Nobody else did.")
    assert link["speakers"] == [{"name": "the mayor", "naming": "role", "mode": "paraphrased"}]
    assert link["rationale"] == "he says so"
    assert desk.json("origins", project)["origins"][0]["links"] == 1


def test_every_bad_row_is_named_by_its_line(desk: CommandLine, project: Path) -> None:
    rows = [
        "article.txt,The mayor said so.,The plant closed,supports,alleged,high",
        '"article.txt","Not\nthere",The plant closed,supports,alleged,high',
        "article.txt,Nobody else did.,Another claim,supports,alleged,high",
        "article.txt,Nobody else did.,The plant closed,supports,alleged,high,more",
        "article.txt,Nobody else did.,The plant closed,supports,,high",
    ]
    said = desk.refusal("apply", project, table(project, "\n".join([HEADER, *rows])))
    for sentence in (
        "line 2: The quote stands more than once, at 29 and 65",
        "line 3: The document does not hold this quote, letter by letter",
        "line 5: “Another claim” is not the id or the name of a claim here.",
        "line 6: The row has 7 cells, but there are 6 columns.",
        "line 7: status is missing.",
    ):
        assert sentence in said
    assert desk.json("links", project)["links"] == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wording,kind,colour\nx,fact,red", "columns that are not known: colour. Known are:"),
        ("claim,status\nx,alleged", "neither a column wording (a table of claims) nor document"),
        ("wording,wording\nx,y", "has a column twice"),
        ('wording,kind\n"x,fact', "is no table from line 2 on"),
    ],
)
def test_a_table_that_is_none_says_why(
    desk: CommandLine, project: Path, text: str, sentence: str
) -> None:
    assert sentence in desk.refusal("apply", project, table(project, text))


def test_offsets_are_whole_numbers(desk: CommandLine, project: Path) -> None:
    text = f"{HEADER},start\narticle.txt,The,The plant closed,supports,alleged,high,1.5"
    assert "line 2: start is not a whole number: 1.5" in desk.refusal(
        "apply", project, table(project, text)
    )


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "\u0663", "1e3"])
def test_what_is_no_offset_is_told_with_its_line(
    desk: CommandLine, project: Path, number: str
) -> None:
    path = table(project, f"document,start,end,claim\narticle.txt,{number},9,The plant closed\n")
    assert "line 2: start is not a whole number" in desk.refusal("apply", project, path)
