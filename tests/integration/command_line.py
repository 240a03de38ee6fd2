"""The command line as tests use it: in this process, its output read back."""

import json
from pathlib import Path
from typing import Any

import pytest

from provenance_desk.cli.main import main


class CommandLine:
    """Runs commands; every method says which exit it expects."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured
        self.remarks = ""
        """What the last command said on the standard error."""

    def run(self, *words: str | Path | int, exit_code: int = 0) -> str:
        """What the command prints."""
        self._captured.readouterr()
        code = main([str(word) for word in words])
        printed = self._captured.readouterr()
        self.remarks = printed.err
        assert code == exit_code, f"exit {code}\n{printed.out}{printed.err}"
        return printed.out

    def json(self, *words: str | Path | int, exit_code: int = 0) -> Any:
        """What the command prints with `--json`, read."""
        return json.loads(self.run(*words, "--json", exit_code=exit_code))

    def refusal(self, *words: str | Path | int) -> str:
        """The sentence with which the command refuses; no traceback, nothing printed."""
        assert self.run(*words, exit_code=2) == ""
        assert "Traceback" not in self.remarks
        return self.remarks.strip()

    def state(self, project: Path) -> str:
        """The state id of a project."""
        found: str = self.json("stats", project)["state_id"]
        return found
