"""Every user action in bulk: a file of lines, done in one step, or not at all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from provenance_desk.domain.errors import DeskError
from provenance_desk.project.apply_lines import Applier
from provenance_desk.project.apply_reading import BulkLine, read_bulk
from provenance_desk.project.progress import Progress
from provenance_desk.project.project import Project
from provenance_desk.project.uncollected import uncollected

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong, or doubtful, in one line of a bulk file."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a bulk file: its lines by type, and the ids of what it named."""

    lines: int
    types: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    warnings: Sequence[LineError] = ()


class ApplyRefused(DeskError):
    """A bulk file with errors; nothing of it was applied."""

    def __init__(self, errors: Sequence[LineError], lines: int) -> None:
        self.errors = tuple(errors)
        said = [str(error) for error in self.errors[:MOST_SHOWN]]
        if len(self.errors) > MOST_SHOWN:
            said.append(f"… and {len(self.errors) - MOST_SHOWN} more.")
        verb = "has an error" if len(self.errors) == 1 else "have errors"
        first = f"Nothing was applied: {len(self.errors)} of {lines} lines {verb}."
        super().__init__("\n".join([first, *said]))


def apply_file(project: Project, path: Path, progress: Progress | None = None) -> Applied:
    """Do every line of a `.jsonl` or `.csv` file in one step; raises `ApplyRefused`."""
    return apply_lines(project, read_bulk(path), progress)


def apply_lines(
    project: Project, lines: Iterable[BulkLine], progress: Progress | None = None
) -> Applied:
    """Do every line in one step, or none where any has an error: `ApplyRefused` names them all."""
    todo = list(lines)
    step_of = (progress or Progress()).step
    errors: list[LineError] = []
    warnings: list[LineError] = []
    types: Counter[str] = Counter()
    with uncollected(), project.step() as work:
        applier = Applier(work)
        for done, line in enumerate(todo, 1):
            try:
                applier.apply(line.fields())
                types[str(line.said["type"])] += 1
                warnings += (LineError(line.number, doubt) for doubt in applier.doubts)
            except DeskError as problem:
                errors.append(LineError(line.number, str(problem)))
            step_of(done, len(todo))
        if errors:
            raise ApplyRefused(errors, len(todo))
    return Applied(len(todo), dict(types), applier.given, warnings)


def apply_together(project: Project, *lines: Mapping[str, object]) -> list[str]:
    """Do a few lines in one step; what each made. For commands that are lines themselves."""
    with project.step() as work:
        applier = Applier(work)
        return [applier.apply(line) for line in lines]
