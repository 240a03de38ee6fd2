"""A measured figure: what it must reach, and what the plain alternative took in the same run."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `at_least` says that more is better."""

    what: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False
    plain: float | None = None
    plain_words: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether the target was reached; None where there is none."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value < self.target

    @property
    def ratio(self) -> float | None:
        """How many times the plain alternative's figure this one is."""
        return self.value / self.plain if self.plain else None

    def to_json(self) -> dict[str, Any]:
        """The figure with what follows from it."""
        return {**asdict(self), "reached": self.reached, "ratio": self.ratio}


def figure_from(data: dict[str, Any]) -> Figure:
    """The figure of `to_json`."""
    return Figure(**{key: data[key] for key in Figure.__slots__})
