"""What holds of the interval whatever the sources say of each other."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.facts import EvidenceFacts, SourceFacts
from bot.provenance import trace
from storage.vocabulary import Naming, SourceKind, Stance, Standing
from tests.builders import a_denial, a_piece, a_source

SOURCES = [
    a_source(f"source {number}", kind=kind, unnamed=unnamed)
    for number, (kind, unnamed) in enumerate(
        [(SourceKind.OUTLET, False)] * 4 + [(SourceKind.GROUP, True)] * 4 + [(SourceKind.PERSON, False)]
    )
]
NEWCOMERS = [a_source("an echo"), a_source("somebody", unnamed=True)]

some_source = st.sampled_from(SOURCES)
some_sources = st.lists(some_source, max_size=3, unique=True)


@st.composite
def some_piece(draw: st.DrawFn) -> EvidenceFacts:
    read = draw(st.booleans())
    return a_piece(
        draw(some_source),
        *draw(some_sources),
        stance=draw(st.sampled_from([Stance.SUPPORTS] * 6 + [Stance.DENIES, Stance.QUERIES])),
        status=draw(st.sampled_from([Standing.ACTIVE] * 5 + [Standing.RETRACTED, Standing.SUPERSEDED])),
        read=read,
        cited=draw(st.booleans()) and not read,
    )


some_evidence = st.lists(some_piece(), max_size=14)
some_overlaps = st.lists(
    st.lists(some_source, min_size=2, max_size=2, unique=True).map(
        lambda pair: frozenset(source.id for source in pair)
    ),
    max_size=4,
)


@given(some_evidence, some_overlaps)
def test_the_lower_bound_is_never_above_the_upper(
    evidence: list[EvidenceFacts], overlaps: list[frozenset[int]]
) -> None:
    origins = trace(evidence, overlaps).origins

    assert 0 <= origins.low <= origins.high


@given(some_evidence, some_overlaps, st.data())
def test_a_source_that_repeats_what_is_there_never_raises_the_lower_bound(
    evidence: list[EvidenceFacts], overlaps: list[frozenset[int]], data: st.DataObject
) -> None:
    """A named newcomer repeats named sources; an unnamed one, who vouches for nobody, may repeat anybody."""
    before = trace(evidence, overlaps)
    newcomer = data.draw(st.sampled_from(NEWCOMERS))
    there = [
        source
        for source in before.sources.values()
        if source.id not in before.void and (source.named or not newcomer.named)
    ]
    upstream = data.draw(st.lists(st.sampled_from(there), min_size=1, unique=True)) if there else []

    after = trace([*evidence, a_piece(newcomer, *upstream)] if upstream else evidence, overlaps)

    assert after.origins.low <= before.origins.low
    assert after.origins.high <= before.origins.high


@given(some_evidence, some_overlaps)
def test_an_outlet_with_a_new_unnamed_source_of_its_own_adds_one_to_both(
    evidence: list[EvidenceFacts], overlaps: list[frozenset[int]]
) -> None:
    before, after = (
        trace(pieces, overlaps).origins
        for pieces in (evidence, [*evidence, a_piece(NEWCOMERS[0], NEWCOMERS[1])])
    )

    assert (after.low, after.high) == (before.low + 1, before.high + 1)


@given(st.lists(some_source, min_size=2, unique=True), st.lists(some_source))
def test_sources_that_only_cite_each_other_have_no_origin(
    ring: list[SourceFacts], echoed: list[SourceFacts]
) -> None:
    pieces = [a_piece(source, ring[place - 1]) for place, source in enumerate(ring)]
    echoes = [a_piece(a_source(), source) for source in echoed if source in ring]

    found = trace([*pieces, *echoes])

    assert (found.origins.low, found.origins.high) == (0, 0)
    assert found.hinge is None


@given(some_evidence, some_overlaps, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_added_does_not_matter(
    evidence: list[EvidenceFacts], overlaps: list[frozenset[int]], chance: Random
) -> None:
    shuffled = chance.sample(evidence, len(evidence))

    assert trace(shuffled, chance.sample(overlaps, len(overlaps))) == trace(evidence, overlaps)


@given(some_evidence, st.data())
def test_a_retraction_leaves_what_would_be_there_without_the_piece(
    evidence: list[EvidenceFacts], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.integers(0, max(0, len(evidence) - 1))))
    retracted = [
        replace(piece, status=Standing.RETRACTED) if place in gone else piece
        for place, piece in enumerate(evidence)
    ]

    assert trace(retracted) == trace([piece for place, piece in enumerate(evidence) if place not in gone])


@given(some_evidence, some_overlaps)
def test_an_overlap_lowers_the_lower_bound_alone(
    evidence: list[EvidenceFacts], overlaps: list[frozenset[int]]
) -> None:
    apart, together = trace(evidence).origins, trace(evidence, overlaps).origins

    assert together.low <= apart.low
    assert together.high == apart.high


@given(st.lists(st.tuples(some_source, some_sources), unique_by=lambda row: row[0].id), some_source)
def test_finding_that_a_source_denies_it_raises_neither_bound(
    rows: list[tuple[SourceFacts, list[SourceFacts]]], denier: SourceFacts
) -> None:
    pieces = [a_piece(source, *upstream) for source, upstream in rows]

    before, after = trace(pieces).origins, trace([*pieces, a_denial(denier)]).origins

    assert after.low <= before.low
    assert after.high <= before.high


@given(st.lists(st.sets(st.integers(0, 3), min_size=1), max_size=5))
def test_unnamed_origins_are_told_apart_as_far_as_gatekeepers_can_be_shared_out(
    vouched_for_by: list[set[int]],
) -> None:
    outlets = [a_source() for _ in range(4)]
    pieces = [
        a_piece(outlets[outlet], origin)
        for origin, gatekeepers in ((a_source(unnamed=True), each) for each in vouched_for_by)
        for outlet in gatekeepers
    ]

    assert trace(pieces).origins.low == shared_out(vouched_for_by, frozenset())


def shared_out(rows: Sequence[set[int]], taken: frozenset[int]) -> int:
    """The most rows that can have a number of their own, by trying everything."""
    if not rows:
        return 0
    skipped = shared_out(rows[1:], taken)
    return max([skipped, *(1 + shared_out(rows[1:], taken | {one}) for one in rows[0] - taken)])


def test_the_sources_here_are_of_both_kinds() -> None:
    assert {source.naming for source in SOURCES} == set(Naming)
