"""What entries about the project, its feeds and bundles say."""

from provenance_desk.domain import project_events as p
from provenance_desk.domain.events import Event
from provenance_desk.project.history_words import Words, short, tells, text_of
from provenance_desk.store.reader import Queries


@tells(p.ProjectCreated)
def _created(body: p.ProjectCreated, event: Event, queries: Queries) -> Words:
    return Words(f"began the project “{short(body.title)}”")


@tells(p.RulesChosen)
def _rules(body: p.RulesChosen, event: Event, queries: Queries) -> Words:
    blind = ", blind" if body.blind else ""
    hints = "with" if body.suggestions else "without"
    return Words(f"chose the house rule {body.house_rule}{blind}, {hints} suggestions")


@tells(p.FeedOpened)
def _opened(body: p.FeedOpened, event: Event, queries: Queries) -> Words:
    if body.previous is None:
        return Words("began a feed")
    return Words(f"began a new feed after {body.previous.feed[:8]} ({body.previous.reason})")


@tells(p.ProfileSet)
def _profile(body: p.ProfileSet, event: Event, queries: Queries) -> Words:
    return Words(f"goes by the name {text_of(queries, body.name)}")


@tells(p.HeadsSeen)
def _heads(body: p.HeadsSeen, event: Event, queries: Queries) -> Words:
    count = sum(head.size for head in body.heads)
    return Words(f"saw {len(body.heads)} other feeds, {count} entries")


@tells(p.BundleExported)
def _exported(body: p.BundleExported, event: Event, queries: Queries) -> Words:
    return Words(f"exported a bundle ({body.scope}), manifest {body.manifest[:12]}…")


@tells(p.BundleMerged)
def _merged(body: p.BundleMerged, event: Event, queries: Queries) -> Words:
    return Words(f"merged the bundle with manifest {body.manifest[:12]}…")


@tells(p.ForkResolved)
def _fork(body: p.ForkResolved, event: Event, queries: Queries) -> Words:
    return Words(f"resolved the fork of feed {body.feed[:8]}: {body.keep[:8]} counts")


@tells(p.EventUndone)
def _undone(body: p.EventUndone, event: Event, queries: Queries) -> Words:
    found = queries.events_by_id(body.events[:50])
    if found and isinstance(found[0].body, p.EventUndone):
        return Words(f"did {len(body.events)} undone entries again")
    kinds = ", ".join(dict.fromkeys(e.type for e in found))
    count = len(body.events)
    return Words(f"took back {count} {'entry' if count == 1 else 'entries'} ({short(kinds)})")


@tells(p.KeyRetired)
def _retired(body: p.KeyRetired, event: Event, queries: Queries) -> Words:
    return Words("retired the key", reason=body.reason)


@tells(p.NoteAdded)
def _note(body: p.NoteAdded, event: Event, queries: Queries) -> Words:
    span = (body.start, body.end) if body.start is not None and body.end is not None else None
    text = text_of(queries, body.text)
    return Words(f"noted: {short(text)}", document=body.document or "", span=span, reason=text)


@tells(p.PersonFlagged)
def _flagged(body: p.PersonFlagged, event: Event, queries: Queries) -> Words:
    return Words(f"flagged {text_of(queries, body.name)} as {body.flag}")


@tells(p.SuggestionRecorded)
def _suggestion(body: p.SuggestionRecorded, event: Event, queries: Queries) -> Words:
    return Words(f"was offered “{short(body.offered)}” and took “{short(body.taken)}”")


@tells(p.CuesChanged)
def _cues(body: p.CuesChanged, event: Event, queries: Queries) -> Words:
    return Words(f"chose another list of cues ({body.list[:12]}…)")


@tells(p.ExerciseOpened)
def _exercise(body: p.ExerciseOpened, event: Event, queries: Queries) -> Words:
    return Words(f"opened an exercise, feedback level {body.level}")


@tells(p.ExerciseKeyChanged)
def _key_changed(body: p.ExerciseKeyChanged, event: Event, queries: Queries) -> Words:
    return Words("changed the exercise's key", reason=text_of(queries, body.reason))


@tells(p.ExerciseFeedbackShown)
def _feedback(body: p.ExerciseFeedbackShown, event: Event, queries: Queries) -> Words:
    return Words(f"was shown feedback of level {body.level}")
