"""The folder a run works in: a reviewer's home, and projects that are made once and copied."""

import json
import shutil
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from provenance_desk.audit.identity import Identity, create_identity, has_identity, load_identity
from provenance_desk.project.apply import apply_file
from provenance_desk.project.importing import import_files
from provenance_desk.project.project import Project
from tests.bench.workload import Workload, workload

_STATUSES = ("alleged", "alleged", "confirmed", "disputed")


class Workshop:
    """Makes what the benches measure, and keeps it from one bench to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)

    @cached_property
    def identity(self) -> Identity:
        """The reviewer who does all the work."""
        if has_identity(self.home):
            return load_identity(self.home)
        return create_identity(self.home, "Bench")

    @cached_property
    def workload(self) -> Workload:
        """The 200 documents with 20,000 links."""
        return workload(self.folder / "workload")

    def texts(self) -> list[Path]:
        """The workload's documents as files."""
        return self.files_of("texts", self.workload.texts)

    def files_of(self, name: str, texts: dict[str, str]) -> list[Path]:
        """Texts as files in a folder of that name."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        for file, text in texts.items():
            (folder / file).write_text(text, "utf-8")
        return [folder / file for file in texts]

    def documents_only(self) -> Path:
        """The project with the workload's documents and no link yet."""
        path = self.folder / "documents.provdesk"
        if not path.exists():
            self.make(path, self.texts())
        return path

    def project(self) -> Path:
        """The project with the whole workload."""
        path = self.folder / "workload.provdesk"
        if not path.exists():
            unfinished = self.copy(self.documents_only(), "unfinished")
            self.apply(unfinished, self.workload)
            unfinished.rename(path)
        return path

    def make(self, path: Path, files: Sequence[Path]) -> None:
        """A new project with these files as documents."""
        with Project.create(path, "Workload", self.identity, self.home) as project:
            found = import_files(project, files)
        refused = [row.error for row in found if not row.added]
        assert not refused, refused[0]

    def apply(self, path: Path, work: Workload) -> int:
        """Do the claims and links of a workload in one step; how many lines that are."""
        with Project.open(path, self.identity, self.home) as project:
            lines = self.apply_lines(path.with_suffix(".jsonl"), work)
            return apply_file(project, lines).lines

    def apply_lines(self, path: Path, work: Workload) -> Path:
        """The claims and links of a workload as a file for `apply`."""
        names = list(work.texts)
        lines: list[dict[str, object]] = [
            {"type": "claim.added", "as": f"c{number}", "wording": wording, "kind": "fact"}
            for number, wording in enumerate(work.claims)
        ]
        for number, link in enumerate(work.links):
            status = _STATUSES[number % len(_STATUSES)]
            line: dict[str, object] = {
                "type": "link.made",
                "claim": f"c{link.claim}",
                "document": names[link.document],
                "start": link.start,
                "end": link.end,
                "stance": "supports",
                "status": status,
                "confidence": "moderate",
            }
            rationale = link.memo or ("" if status == "alleged" else "Two papers say so.")
            lines.append(line | ({"rationale": rationale} if rationale else {}))
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        return path

    def copy(self, path: Path, name: str) -> Path:
        """A copy of a closed project file, in place of an earlier one of that name."""
        target = self.folder / f"{name}.provdesk"
        for left in self.folder.glob(f"{target.name}-*"):
            left.unlink()
        shutil.copyfile(path, target)
        return target
