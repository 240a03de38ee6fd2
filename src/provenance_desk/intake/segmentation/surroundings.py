"""What the rules know of one text: its language, abbreviations and habits."""

from dataclasses import dataclass

from provenance_desk.intake.segmentation.abbreviations import Abbreviations
from provenance_desk.intake.segmentation.evidence import Evidence
from provenance_desk.intake.segmentation.language import detect_language, lexicon_for
from provenance_desk.intake.segmentation.lexicon import Lexicon


@dataclass(frozen=True)
class Surroundings:
    """One text with the lexicon of its language."""

    text: str
    language: str
    lexicon: Lexicon
    abbreviations: Abbreviations
    evidence: Evidence

    @property
    def small_after_strong(self) -> bool:
        """Whether `!` and `?` end a sentence before a small letter."""
        return self.language.startswith("en") or self.evidence.informal


def surroundings_of(text: str, language: str) -> Surroundings:
    """Look up what is known of the language given, or of the one the text seems to be in."""
    code = language if language not in ("", "xx", "und") else detect_language(text)
    lexicon, kinds = lexicon_for(code)
    return Surroundings(text, code.lower(), lexicon, Abbreviations(kinds), Evidence(text))
