"""The report on paper: pages, words, typefaces, and nothing of this computer in it."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from provenance_desk.exchange.review import Review
from provenance_desk.gui.report.pdf import report_pdf, write_report_pdf
from provenance_desk.project.demo import make_demo
from provenance_desk.project.progress import Cancelled, Progress
from tests.trail import Trail


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    return make_demo(folder, folder / "home")


def _words(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_bounded().replace("\r\n", " "))
            text.close()
            page.close()
        return pages
    finally:
        document.close()


def test_the_report_is_pages_with_title_and_number(
    demo: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    report_pdf(demo, tmp_path / "out.pdf")
    pages = _words(tmp_path / "out.pdf")
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert "Mizintsev: dismissed, and by whose word?" in page
        assert f"{number} / {len(pages)}" in page
    assert "Mizintsev’s resignation was reported today" in " ".join(pages)


def test_the_same_review_gives_the_same_bytes(demo: Path, tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("one.pdf", "two.pdf"):
        report_pdf(demo, tmp_path / name)
    data = (tmp_path / "one.pdf").read_bytes()
    assert data == (tmp_path / "two.pdf").read_bytes()


def test_the_bundled_typefaces_are_inside(demo: Path, tmp_path: Path, qtbot: QtBot) -> None:
    report_pdf(demo, tmp_path / "out.pdf")
    data = (tmp_path / "out.pdf").read_bytes()
    for family in (b"Inter", b"NotoSerif", b"JetBrainsMono"):
        assert family in data


def test_the_time_of_the_file_is_that_of_the_last_entry(
    tmp_path: Path, qtbot: QtBot, small: Review
) -> None:
    write_report_pdf(small, tmp_path / "out.pdf")
    data = (tmp_path / "out.pdf").read_bytes()
    digits = "".join(c for c in small.events[-1].time if c.isdigit())[:14]
    assert f"/CreationDate (D:{digits}".encode() in data


def test_a_report_given_up_leaves_nothing(tmp_path: Path, qtbot: QtBot, small: Review) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_report_pdf(small, tmp_path / "out.pdf", progress)
    assert list(tmp_path.iterdir()) == []


def test_it_is_written_without_a_window_or_an_application(demo: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from provenance_desk.gui.report.pdf import report_pdf\n"
        "report_pdf(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    out = tmp_path / "out.pdf"
    done = subprocess.run(
        [sys.executable, "-c", code, str(demo), str(out)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.fixture
def small() -> Review:
    return Trail().review()
