"""What entries about the project, its feeds and bundles say."""

from provenance_desk.domain import project_events as p
from provenance_desk.domain.events import Event
from provenance_desk.project.history_words import Sources, Words, short, tells, text_of, words_for

_PREPARING = frozenset({"origin.added", "claim.added", "document.described"})
"""Types that, beside others in one step, are not what the step is about."""


@tells(p.ProjectCreated)
def _created(body: p.ProjectCreated, event: Event, queries: Sources) -> Words:
    return Words(f"began the project “{short(body.title)}”")


@tells(p.RulesChosen)
def _rules(body: p.RulesChosen, event: Event, queries: Sources) -> Words:
    blind = ", blind" if body.blind else ""
    hints = "with" if body.suggestions else "without"
    return Words(f"chose the house rule {body.house_rule}{blind}, {hints} suggestions")


@tells(p.FeedOpened)
def _opened(body: p.FeedOpened, event: Event, queries: Sources) -> Words:
    if body.previous is None:
        return Words("began a feed")
    return Words(f"began a new feed after {body.previous.feed[:8]} ({body.previous.reason})")


@tells(p.ProfileSet)
def _profile(body: p.ProfileSet, event: Event, queries: Sources) -> Words:
    return Words(f"goes by the name {text_of(queries, body.name)}")


@tells(p.HeadsSeen)
def _heads(body: p.HeadsSeen, event: Event, queries: Sources) -> Words:
    count, feeds = sum(head.size for head in body.heads), len(body.heads)
    return Words(f"saw {feeds} other {'feed' if feeds == 1 else 'feeds'}, {count} entries")


@tells(p.BundleExported)
def _exported(body: p.BundleExported, event: Event, queries: Sources) -> Words:
    return Words(f"exported a bundle ({body.scope}), manifest {body.manifest[:12]}…")


@tells(p.BundleMerged)
def _merged(body: p.BundleMerged, event: Event, queries: Sources) -> Words:
    return Words(f"merged the bundle with manifest {body.manifest[:12]}…")


@tells(p.ForkResolved)
def _fork(body: p.ForkResolved, event: Event, queries: Sources) -> Words:
    return Words(f"resolved the fork of feed {body.feed[:8]}: {body.keep[:8]} counts")


@tells(p.EventUndone)
def _undone(body: p.EventUndone, event: Event, queries: Sources) -> Words:
    found = queries.events_by_id(body.events)
    again = bool(found) and isinstance(found[0].body, p.EventUndone)
    if again:
        undos = [e.body for e in found if isinstance(e.body, p.EventUndone)]
        found = queries.events_by_id([name for undo in undos for name in undo.events])
    verb = "did again:" if again else "took back:"
    kept = [e for e in found if e.type not in _PREPARING] or found
    if not kept:
        return Words(f"{verb} entries that are not here", verb=verb)
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    words = words_for(kept[-1], queries)
    return Words(
        f"{verb} {words.text}{more}",
        quote=words.quote,
        claim=words.claim,
        document=words.document,
        span=words.span,
        verb=f"{verb} {words.verb}",
    )


@tells(p.KeyRetired)
def _retired(body: p.KeyRetired, event: Event, queries: Sources) -> Words:
    return Words("retired the key", reason=body.reason)


@tells(p.NoteAdded)
def _note(body: p.NoteAdded, event: Event, queries: Sources) -> Words:
    span = (body.start, body.end) if body.start is not None and body.end is not None else None
    text = text_of(queries, body.text)
    return Words(f"noted: {short(text)}", document=body.document or "", span=span, reason=text)


@tells(p.PersonFlagged)
def _flagged(body: p.PersonFlagged, event: Event, queries: Sources) -> Words:
    return Words(f"flagged {text_of(queries, body.name)} as {body.flag}")


@tells(p.SuggestionRecorded)
def _suggestion(body: p.SuggestionRecorded, event: Event, queries: Sources) -> Words:
    return Words(f"was offered “{short(body.offered)}” and took “{short(body.taken)}”")


@tells(p.CuesChanged)
def _cues(body: p.CuesChanged, event: Event, queries: Sources) -> Words:
    return Words(f"chose another list of cues ({body.list[:12]}…)")


@tells(p.ExerciseOpened)
def _exercise(body: p.ExerciseOpened, event: Event, queries: Sources) -> Words:
    return Words(f"opened an exercise, feedback level {body.level}")


@tells(p.ExerciseKeyChanged)
def _key_changed(body: p.ExerciseKeyChanged, event: Event, queries: Sources) -> Words:
    return Words("changed the exercise's key", reason=text_of(queries, body.reason))


@tells(p.ExerciseFeedbackShown)
def _feedback(body: p.ExerciseFeedbackShown, event: Event, queries: Sources) -> Words:
    return Words(f"was shown feedback of level {body.level}")
