"""What bootstrap.py decides before it touches the system."""

import os
import sys
from pathlib import Path

import pytest

import bootstrap
from environment import Environment
from qt_libraries import has_screen
from system_packages import SetupProblem, install_with_apt
from tasks import surroundings


def test_an_unknown_command_prints_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["fly"]) == 2
    assert "run|test|bench|soak|shots" in capsys.readouterr().out


def test_a_python_too_old_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    monkeypatch.setenv("PATH", "")
    assert bootstrap.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="apt is Debian's")
def test_without_root_the_exact_command_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    apt_get = tmp_path / "apt-get"
    apt_get.write_text("#!/bin/sh\nexit 9\n")
    apt_get.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupProblem, match="Run: sudo apt-get install -y libegl1 libgl1"):
        install_with_apt(["libegl1", "libgl1"], "Qt lacks libraries.")


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SetupProblem, match="Install what your system calls: libgl1"):
        install_with_apt(["libgl1"], "Qt lacks libraries.")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_is_a_display_or_a_platform_asked_for() -> None:
    assert not has_screen({"PATH": "/bin"})
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"})


def test_shared_data_beside_the_checkout_is_named_to_the_tests(tmp_path: Path) -> None:
    (tmp_path / "shared" / "vectors").mkdir(parents=True)
    variables = surroundings(tmp_path / "checkout", {})
    assert variables["PROVDESK_VECTORS"] == str(tmp_path / "shared" / "vectors")
    assert variables["PROVDESK_SHARED"] == str(tmp_path / "shared")


def test_without_shared_data_or_with_a_choice_of_their_own_nothing_is_named(tmp_path: Path) -> None:
    assert "PROVDESK_SHARED" not in surroundings(tmp_path / "checkout", {})
    (tmp_path / "shared").mkdir()
    chosen = surroundings(tmp_path / "checkout", {"PROVDESK_SHARED": "elsewhere"})
    assert chosen["PROVDESK_SHARED"] == "elsewhere"


def test_a_note_of_the_environment_holds_for_the_same_text_only(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    environment = Environment(tmp_path)
    assert not environment.holds("packages", "a")
    environment.remember("packages", "a")
    assert environment.holds("packages", "a")
    assert not environment.holds("packages", "b")
