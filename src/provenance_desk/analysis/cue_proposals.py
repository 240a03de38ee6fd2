"""What cues propose for a link, in grey: wording and speaker. Never a status, never confidence."""

from dataclasses import dataclass

from provenance_desk.analysis.cue_lists import CueClass, CueList
from provenance_desk.analysis.cues import Cue, find_cues, has_telling_cue
from provenance_desk.analysis.speakers import SpeakerFound, find_speaker
from provenance_desk.domain.words import Naming, Wording

_SPOKEN = frozenset({CueClass.ATTRIBUTION, CueClass.DENIAL, CueClass.ACCUSATION})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the words of a sentence propose; no cue proposes nothing, and that is no approval.

    `offers_alleged` says that "alleged" may be offered on its key.
    """

    wording: Wording | None
    speaker: SpeakerFound | None
    offers_alleged: bool
    cues: tuple[Cue, ...]


def propose(text: str, start: int, end: int, cues: CueList) -> Proposal:
    """What the sentence `[start, end)` proposes."""
    found = find_cues(text, start, end, cues)
    if not has_telling_cue(found):
        return Proposal(None, None, offers_alleged=False, cues=tuple(found))
    speaker = find_speaker(text, start, end) if cues.language == "en" else None
    wording = _wording({cue.kind for cue in found}, speaker)
    return Proposal(wording, speaker, offers_alleged=True, cues=tuple(found))


def _wording(kinds: set[CueClass], speaker: SpeakerFound | None) -> Wording:
    if CueClass.DENIAL in kinds:
        return Wording.DENIED
    if CueClass.ATTRIBUTION in kinds and (speaker is None or speaker.naming is not Naming.UNNAMED):
        return Wording.ATTRIBUTED if speaker or kinds <= _SPOKEN else Wording.HEDGED
    return Wording.HEDGED
