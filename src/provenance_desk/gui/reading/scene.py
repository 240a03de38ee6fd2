"""Everything that a paint of the reading view depends on."""

from dataclasses import dataclass

from provenance_desk.gui.reading.find import Match, Spans
from provenance_desk.gui.reading.flow import TextFlow
from provenance_desk.gui.reading.model import SentenceModel
from provenance_desk.gui.shared.tokens import Tokens


@dataclass(slots=True)
class Scene:
    """What is shown, what is chosen, and in which colours."""

    tokens: Tokens
    flow: TextFlow
    model: SentenceModel
    current: int = -1
    has_focus: bool = False
    selection: tuple[int, int] | None = None
    caret: int | None = None
    found: Spans | None = None
    match: Match | None = None
    active_claim: str = ""
    focus: tuple[int, int] | None = None
