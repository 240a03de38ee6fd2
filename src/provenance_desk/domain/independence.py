"""Independent origins (METHOD.md section 3): what nobody recorded counts as not independent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from provenance_desk.domain.names import folded
from provenance_desk.domain.records import Origin
from provenance_desk.domain.records_of_review import Recorded
from provenance_desk.domain.review_events import OriginsRelated
from provenance_desk.domain.words import OriginRelation

Pair = tuple[str, str]
IDENTITY = (OriginRelation.SAME, OriginRelation.DISTINCT)


@dataclass(frozen=True, slots=True)
class Origins:
    """The far ends: each origin's class (its lowest id), and which classes are independent."""

    of: Mapping[str, str]
    independent: frozenset[Pair]
    derived: frozenset[Pair] = field(default=frozenset())

    def named(self, origin: str | None) -> str | None:
        """The class of an origin; None where nobody is named."""
        return None if origin is None else self.of.get(origin, origin)

    def count(self, classes: Iterable[str]) -> int:
        """How many of these are independent: the largest set of which every pair is recorded."""
        return len(self.largest(classes))

    def largest(self, classes: Iterable[str]) -> frozenset[str]:
        """A largest set of these of which every pair is recorded as independent."""
        known = sorted(set(classes))
        near = {a: {b for b in known if pair(a, b) in self.independent} for a in known}
        best: frozenset[str] = frozenset()
        stack: list[tuple[frozenset[str], list[str]]] = [(frozenset(), known)]
        while stack:
            chosen, rest = stack.pop()
            if len(chosen) > len(best):
                best = chosen
            for place, one in enumerate(rest):
                if len(chosen) + len(rest) - place <= len(best):
                    break
                later = [other for other in rest[place + 1 :] if other in near[one]]
                stack.append((chosen | {one}, later))
        return best

    def circular(self, classes: Iterable[str]) -> bool:
        """Whether a chain of derivations among these leads back to where it began."""
        known = set(classes)
        after = {a: {b for x, b in self.derived if x == a} for a in known}
        return any(_reaches(a, a, after) for a in known)


def pair(first: str, second: str) -> Pair:
    """An unordered pair."""
    return (first, second) if first < second else (second, first)


def origins_of(origins: Iterable[Origin], relations: Sequence[Recorded]) -> Origins:
    """The classes of these origins and what is recorded for each pair of them."""
    known = sorted(origins, key=lambda origin: origin.id)
    classes = _classes(known, relations)
    views: dict[Pair, dict[str, OriginRelation]] = {}
    derived = set()
    for record in relations:
        body = record.body
        if not isinstance(body, OriginsRelated) or body.relation in IDENTITY:
            continue
        first, second = classes.get(body.from_, body.from_), classes.get(body.to, body.to)
        if body.relation is OriginRelation.DERIVED_FROM:
            derived.add((first, second))
        if first != second:
            views.setdefault(pair(first, second), {})[record.author] = body.relation
    independent = frozenset(
        two
        for two, said in views.items()
        if all(relation is OriginRelation.INDEPENDENT for relation in said.values())
    )
    return Origins(classes, independent, frozenset(derived))


def _classes(origins: Sequence[Origin], relations: Sequence[Recorded]) -> dict[str, str]:
    """Each origin's class: joined by name and kind, or recorded as the same; told apart if said."""
    said: dict[Pair, OriginRelation] = {}
    for record in relations:
        body = record.body
        if isinstance(body, OriginsRelated) and body.relation in IDENTITY:
            said[pair(body.from_, body.to)] = body.relation
    by_name: dict[tuple[str, str], list[str]] = {}
    for origin in origins:
        by_name.setdefault((origin.kind, folded(origin.name)), []).append(origin.id)
    joined = [two for two, relation in said.items() if relation is OriginRelation.SAME]
    for group in by_name.values():
        joined += [
            pair(a, b)
            for n, a in enumerate(group)
            for b in group[n + 1 :]
            if said.get(pair(a, b)) is not OriginRelation.DISTINCT
        ]
    return _joined([origin.id for origin in origins], joined)


def _joined(names: Sequence[str], pairs: Iterable[Pair]) -> dict[str, str]:
    root = {name: name for name in names}

    def top(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for first, second in sorted(pairs):
        low, high = sorted((top(first), top(second)))
        root[high] = low
    return {name: top(name) for name in root}


def _reaches(start: str, goal: str, after: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    todo = list(after.get(start, ()))
    while todo:
        name = todo.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            todo += after.get(name, ())
    return False
