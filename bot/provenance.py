"""Counting origins, not outlets: who relies on whom in support of a claim, and what that leaves.

Pure and quick, for it runs at every card. Decisions that the figures rest on:

* The graph is what active *supports* pieces say. A piece that exists only because another one cites its
  source takes part for as long as somebody still leads to it.
* An unnamed origin that no named source vouches for is possible, so it is in the upper bound, but it cannot
  be told apart from any other, so it is not in the lower.
* A gatekeeper is the first named source on each way from an unnamed origin to us, and the unnamed part of
  the lower bound is a maximum matching. Whoever repeats a named source is nobody's gatekeeper, so an echo
  never raises it. A named source that went to an unnamed origin by itself is one more road to it, and may
  tell two of them apart.
* A source relying on itself (two names merged, say) relies on nobody new: that link is left out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from bot.facts import Edge, EvidenceFacts, Interval, Provenance, SourceFacts
from storage.vocabulary import SourceKind, Stance

Links = Mapping[int, Set[int]]


def trace(evidence: Sequence[EvidenceFacts], overlaps: Collection[frozenset[int]] = ()) -> Provenance:
    """Who relies on whom in support, how many origins that leaves, and what everything hangs on."""
    supporting = [piece for piece in evidence if piece.active and piece.stance is Stance.SUPPORTS]
    graph = gather(supporting)
    denying = {p.source.id for p in evidence if p.active and p.stance is Stance.DENIES and p.read}
    live = _live(graph, denying)
    reliers = _reversed(live)
    origins = tuple(graph.sources[each] for each in sorted(live) if not live[each])
    outlets = [piece for piece in supporting if _publishes(piece)]
    return Provenance(
        origins=Interval(low=_told_apart(origins, reliers, graph.sources, overlaps), high=len(origins)),
        outlets=len({piece.source.id for piece in outlets}),
        languages=_languages(outlets),
        hinge=_hinge(graph, live, reliers, {origin.id for origin in origins}),
        origin_sources=origins,
        sources=graph.sources,
        edges=tuple(
            Edge(source=one, upstream=up)
            for one in sorted(graph.upstream)
            for up in sorted(graph.upstream[one])
        ),
        void=frozenset(graph.sources.keys() - live.keys()),
        unread=frozenset(graph.sources.keys() - {p.source.id for p in evidence if p.active and p.read}),
        has_named_origin=any(origin.named for origin in origins),
    )


@dataclass(frozen=True, slots=True)
class Graph:
    """Who relies on whom among pieces of one stance, before anything is found void."""

    sources: Mapping[int, SourceFacts]
    upstream: Links
    pieces: Mapping[int, Sequence[EvidenceFacts]]
    seeds: Set[int]
    read: Set[int]


def gather(pieces: Iterable[EvidenceFacts]) -> Graph:
    """Start from what was brought in for its own sake and follow *according to* upwards."""
    by_source: dict[int, list[EvidenceFacts]] = {}
    for piece in pieces:
        by_source.setdefault(piece.source.id, []).append(piece)
    waiting = [piece.source for own in by_source.values() for piece in own if _asserts(piece)]
    seeds = {source.id for source in waiting}
    sources: dict[int, SourceFacts] = {}
    upstream: dict[int, Set[int]] = {}
    while waiting:
        source = waiting.pop()
        if source.id in sources:
            continue
        sources[source.id] = source
        relied_on = [other for piece in by_source.get(source.id, ()) for other in piece.according_to]
        upstream[source.id] = {other.id for other in relied_on} - {source.id}
        waiting.extend(relied_on)
    read = {source for source, own in by_source.items() if any(piece.read for piece in own)}
    return Graph(sources, upstream, by_source, seeds, read)


def _live(graph: Graph, denying: Set[int]) -> Links:
    """The links that carry support: void sources dropped, with all that is known through them alone."""
    void = _void(graph, denying & graph.sources.keys())
    if not void:
        return graph.upstream
    live: dict[int, Set[int]] = {}
    waiting = list(graph.seeds - void)
    while waiting:
        source = waiting.pop()
        if source not in live:
            live[source] = graph.upstream[source] - void
            waiting.extend(live[source])
    return live


def _void(graph: Graph, denying: Set[int]) -> Set[int]:
    """Whoever denies the claim once read, and whoever rests on such sources alone, however far down."""
    void = set(denying)
    waiting = list(denying)
    reliers = _reversed(graph.upstream) if denying else {}
    while waiting:
        for relier in reliers[waiting.pop()] - void:
            if not any(_stands(piece, void) for piece in graph.pieces[relier]):
                void.add(relier)
                waiting.append(relier)
    return void


def _stands(piece: EvidenceFacts, void: Set[int]) -> bool:
    """Whether a piece still supports: losing its last ground does not turn it into a ground of its own."""
    upstream = {other.id for other in piece.according_to} - {piece.source.id}
    return bool(upstream - void) if upstream else _asserts(piece)


def _asserts(piece: EvidenceFacts) -> bool:
    return piece.read or not piece.cited


def _publishes(piece: EvidenceFacts) -> bool:
    """Whether this is an outlet carrying the claim, rather than a name that somebody else dropped."""
    return piece.source.kind is SourceKind.OUTLET and (_asserts(piece) or bool(piece.according_to))


def _languages(outlets: Iterable[EvidenceFacts]) -> tuple[str, ...]:
    spoken = {piece.source.language or piece.language for piece in outlets}
    return tuple(sorted(language for language in spoken if language))


def _reversed(upstream: Links) -> dict[int, set[int]]:
    reliers: dict[int, set[int]] = {source: set() for source in upstream}
    for source, relied_on in upstream.items():
        for other in relied_on:
            reliers[other].add(source)
    return reliers


def _told_apart(
    origins: Sequence[SourceFacts],
    reliers: Links,
    sources: Mapping[int, SourceFacts],
    overlaps: Collection[frozenset[int]],
) -> int:
    """The lower bound: named origins, and as many unnamed ones as gatekeepers can tell apart."""
    named = {origin.id for origin in origins if origin.named}
    unnamed = [
        set().union(*(_gatekeepers(member, reliers, sources) for member in people))
        for people in _people(origins, overlaps)
        if not people & named
    ]
    return len(named) + _matched(unnamed)


def _people(origins: Iterable[SourceFacts], overlaps: Collection[frozenset[int]]) -> list[set[int]]:
    """Origins in classes: those marked as possibly the same people go together, through one another too."""
    classes = [{origin.id} for origin in origins]
    for pair in overlaps:
        touched = [people for people in classes if people & pair]
        if len(touched) > 1:
            classes = [people for people in classes if not people & pair]
            classes.append(set().union(*touched))
    return classes


def _gatekeepers(origin: int, reliers: Links, sources: Mapping[int, SourceFacts]) -> set[int]:
    """The first named source on each way down from an unnamed origin."""
    found: set[int] = set()
    seen: set[int] = set()
    waiting = list(reliers[origin])
    while waiting:
        source = waiting.pop()
        if sources[source].named:
            found.add(source)
        elif source not in seen:
            seen.add(source)
            waiting.extend(reliers[source])
    return found


def _matched(candidates: Sequence[Set[int]]) -> int:
    """The size of a maximum matching, by augmenting paths: each row gets at most one of its candidates."""
    holder: dict[int, int] = {}
    for row in range(len(candidates)):
        holder.update(_way_to_a_free_one(row, candidates, holder))
    return len(holder)


def _way_to_a_free_one(
    start: int, candidates: Sequence[Set[int]], holder: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Who takes which candidate so that everybody who had one keeps one and *start* gets one too."""
    reached: dict[int, tuple[int, int | None]] = {}
    waiting: list[tuple[int, int | None]] = [(start, None)]
    for row, gives_up in waiting:
        for candidate in candidates[row] - reached.keys():
            reached[candidate] = (row, gives_up)
            if candidate in holder:
                waiting.append((holder[candidate], candidate))
                continue
            way: list[tuple[int, int]] = []
            taken: int | None = candidate
            while taken is not None:
                taker, before = reached[taken]
                way.append((taken, taker))
                taken = before
            return way
    return []


def _hinge(graph: Graph, live: Links, reliers: Links, origins: Set[int]) -> SourceFacts | None:
    """The source that every way from what we hold to an origin passes; of several, the named one furthest up.

    What we hold is what was brought in for its own sake, save what was not read and is known through another.
    """
    held = {seed for seed in graph.seeds & live.keys() if seed in graph.read or not reliers[seed]}
    inevitable = [
        graph.sources[source]
        for source in reversed(_way_up(held, live, origins))
        if reliers[source] and not _way_up(held - {source}, live, origins, around=source)
    ]
    return next((source for source in inevitable if source.named), inevitable[0] if inevitable else None)


def _way_up(held: Set[int], live: Links, origins: Set[int], *, around: int | None = None) -> list[int]:
    """A shortest way from what we hold to an origin that does not pass *around*; empty when there is none."""
    came_from: dict[int, int | None] = dict.fromkeys(held)
    waiting = list(held)
    for source in waiting:
        if source in origins:
            way = [source]
            while (before := came_from[way[-1]]) is not None:
                way.append(before)
            return way[::-1]
        for other in live[source]:
            if other not in came_from and other != around:
                came_from[other] = source
                waiting.append(other)
    return []
