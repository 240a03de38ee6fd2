"""What lines about documents, passages, the project and earlier entries do."""

from provenance_desk.domain.document_events import (
    DocumentDescribed,
    DocumentMarked,
    DocumentsRelated,
    DocumentWithdrawn,
    PassageSameAs,
    PassageSkipped,
    PassageZoned,
    SentencesJoined,
    SentenceSplit,
)
from provenance_desk.domain.project_events import (
    CuesChanged,
    EventUndone,
    NoteAdded,
    PersonFlagged,
    ProfileSet,
    RulesChosen,
    SuggestionRecorded,
)
from provenance_desk.project.actions import documents, passages, team, undoing
from provenance_desk.project.actions.work import Work
from provenance_desk.project.apply_body import Said
from provenance_desk.project.errors import ActionRefused


def document_described(work: Work, body: DocumentDescribed, said: Said) -> str:
    """`document.described`: the whole card."""
    return documents.describe_document(work, body, said.texts["how_obtained"])


def document_marked(work: Work, body: DocumentMarked, said: Said) -> str:
    """`document.marked`."""
    return documents.mark_document(work, body.document, body.handling, said.texts["conditions"])


def document_withdrawn(work: Work, body: DocumentWithdrawn, said: Said) -> str:
    """`document.withdrawn`."""
    return documents.withdraw_document(work, body.document, said.texts["reason"])


def documents_related(work: Work, body: DocumentsRelated, said: Said) -> str:
    """`documents.related`."""
    return documents.relate_documents(work, body.from_, body.to, body.relation, body.passages)


def passage_zoned(work: Work, body: PassageZoned, said: Said) -> str:
    """`passage.zoned`."""
    return passages.zone_passage(work, body.document, body.start, body.end, body.zone)


def passage_same_as(work: Work, body: PassageSameAs, said: Said) -> str:
    """`passage.same_as`."""
    other = (body.other_start, body.other_end)
    return passages.mark_same_as(work, body.document, (body.start, body.end), other)


def passage_skipped(work: Work, body: PassageSkipped, said: Said) -> str:
    """`passage.skipped`."""
    return passages.skip_passage(work, body.document, body.start, body.end)


def sentence_split(work: Work, body: SentenceSplit, said: Said) -> str:
    """`sentence.split`."""
    return passages.split_sentence(work, body.document, body.at)


def sentences_joined(work: Work, body: SentencesJoined, said: Said) -> str:
    """`sentences.joined`."""
    return passages.join_sentences(work, body.document, body.start, body.end)


def rules_chosen(work: Work, body: RulesChosen, said: Said) -> str:
    """`rules.chosen`."""
    return team.choose_rules(work, body)


def profile_set(work: Work, body: ProfileSet, said: Said) -> str:
    """`profile.set`."""
    return team.set_name(work, said.texts["name"])


def note_added(work: Work, body: NoteAdded, said: Said) -> str:
    """`note.added`."""
    span = None
    if body.start is not None and body.end is not None:
        span = (body.start, body.end)
    if (body.document is None and span) or (body.start is None) is not (body.end is None):
        raise ActionRefused("A note on a passage names the document, its start and its end.")
    return team.add_note(
        work, said.texts["text"], about=body.about, document=body.document, span=span
    )


def person_flagged(work: Work, body: PersonFlagged, said: Said) -> str:
    """`person.flagged`."""
    return team.flag_person(work, said.texts["name"], body.flag)


def suggestion_recorded(work: Work, body: SuggestionRecorded, said: Said) -> str:
    """`suggestion.recorded`."""
    return team.record_suggestion(work, body.kind, body.about, body.offered, body.taken)


def cues_changed(work: Work, body: CuesChanged, said: Said) -> str:
    """`cues.changed`."""
    return team.change_cues(work, said.texts["list"])


def event_undone(work: Work, body: EventUndone, said: Said) -> str:
    """`event.undone`: own entries of earlier steps."""
    return undoing.undo_events(work, body.events)
