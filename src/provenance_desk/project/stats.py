"""What a project holds, counted, and the name of the state it is in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from provenance_desk.audit.state_id import state_id, state_words
from provenance_desk.domain.replay import replay
from provenance_desk.domain.words import Stance, Status
from provenance_desk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Stats:
    """The counts of a project; two projects with the same feeds have the same `state_id`."""

    project: str
    title: str
    counts: Mapping[str, int]
    by_status: Mapping[str, int]
    by_stance: Mapping[str, int]
    state_id: str

    @property
    def state_words(self) -> tuple[str, ...]:
        """The state id as twelve words."""
        return state_words(self.state_id)

    def to_json(self) -> dict[str, Any]:
        """The counts for programs."""
        return {
            "project": self.project,
            "title": self.title,
            **self.counts,
            "links_by_status": dict(self.by_status),
            "links_by_stance": dict(self.by_stance),
            "state_id": self.state_id,
            "state_words": list(self.state_words),
        }


def stats_of(reader: Reader) -> Stats:
    """Count what the project holds; the state id comes from a replay of the whole log."""
    events = tuple(reader.events())
    links = reader.links()
    current = [link.judgement for link in links if not link.retracted]
    retracted = len(links) - len(current)
    statuses = Counter(judgement.status for judgement in current)
    stances = Counter(judgement.stance for judgement in current)
    return Stats(
        project=reader.project_id(),
        title=reader.title(),
        counts=_things(reader) | _log(reader, len(events)) | {"links_retracted": retracted},
        by_status={status.value: statuses[status] for status in Status},
        by_stance={stance.value: stances[stance] for stance in Stance},
        state_id=state_id(replay(events), events),
    )


def _things(reader: Reader) -> dict[str, int]:
    documents = [document for document in reader.documents() if not document.withdrawn]
    claims = [claim for claim in reader.claims() if not claim.withdrawn]
    sentences = reader.indexed_sentences()
    return {
        "documents": len(documents),
        "characters": sum(document.length for document in documents),
        "sentences": sum(sentences.get(document.id, 0) for document in documents),
        "claims": len(claims),
        "claims_retired": sum(claim.retired for claim in claims),
        "origins": sum(not origin.withdrawn for origin in reader.origins()),
        "links": sum(number for *_, number in reader.link_counts()),
    }


def _log(reader: Reader, events: int) -> dict[str, int]:
    feeds = reader.feeds()
    return {
        "reviewers": len({feed.author for feed in feeds}),
        "feeds": len(feeds),
        "events": events,
        "events_unsealed": sum(feed.size - feed.sealed for feed in feeds),
    }
