"""What a verdict needs from the evidence, and what is still missing. Pure.

The card, the review and the refusals all speak from the same answer.
"""

from collections.abc import Iterable, Sequence

from bot.facts import Condition, EvidenceFacts, Missing, Provenance, SourceFacts
from bot.provenance import gather
from storage.vocabulary import Kind, SourceKind, Stance, State

UNCHECKABLE = (Kind.FORECAST, Kind.OPINION)
NOT_CHECKABLE = Condition(code="not_checkable")
NOT_REACHABLE = Condition(code="not_reachable")
EVIDENCE_NEEDED = Condition(code="evidence_needed", need=1)
RECORD_NEEDED = Condition(code="record_needed", need=1)
REFUTATION_NEEDED = Condition(code="refutation_needed", need=1)

HEARERS_OF_THE_UNNAMED = 2


def missing(
    *,
    kind: Kind,
    speaker: SourceFacts | None,
    evidence: Sequence[EvidenceFacts],
    provenance: Provenance,
    quorum: int,
    min_origins: int,
) -> Missing:
    """For each verdict, the unmet conditions with their figures, and the votes it takes."""
    active = [piece for piece in evidence if piece.active]
    return Missing(
        corroborated=tuple(_for_corroborated(kind, speaker, active, provenance, min_origins)),
        denied=tuple(_for_denied(kind, active)),
        votes_for_corroborated=quorum + _extra_vote(kind, provenance),
        votes_for_denied=quorum,
    )


def contested(evidence: Iterable[EvidenceFacts], state: State) -> bool:
    """Whether somebody's denial stands against a claim that the team has not found refuted.

    A denial that is only cited stands and falls with the piece that cites it.
    """
    return state is not State.DENIED and any(
        piece.active and piece.stance is Stance.DENIES and (piece.read or not piece.cited)
        for piece in evidence
    )


def _for_corroborated(
    kind: Kind,
    speaker: SourceFacts | None,
    active: Sequence[EvidenceFacts],
    provenance: Provenance,
    min_origins: int,
) -> Iterable[Condition]:
    if kind in UNCHECKABLE:
        return [NOT_CHECKABLE]
    if kind is Kind.ABSENCE:
        return [NOT_REACHABLE]
    heard = [piece for piece in active if _heard_it(piece, provenance)]
    if kind is Kind.EVENT:
        unmet = _origins_too_few(provenance, min_origins)
    elif kind is Kind.STATEMENT:
        unmet = _too_few_hearers(speaker, heard)
    else:
        unmet = _no_record(heard)
    return unmet if active else [EVIDENCE_NEEDED, *unmet]


def _for_denied(kind: Kind, active: Sequence[EvidenceFacts]) -> Iterable[Condition]:
    if kind in UNCHECKABLE:
        return [NOT_CHECKABLE]
    denials = [piece for piece in active if piece.stance is Stance.DENIES]
    unmet = [] if _refuted(denials) else [REFUTATION_NEEDED]
    return unmet if active else [EVIDENCE_NEEDED, *unmet]


def _heard_it(piece: EvidenceFacts, provenance: Provenance) -> bool:
    """Whether a source that we have seen ourselves recorded the thing itself, and stands by it."""
    return (
        piece.stance is Stance.SUPPORTS
        and piece.read
        and piece.first_hand
        and piece.source.id not in provenance.void
    )


def _origins_too_few(provenance: Provenance, need: int) -> list[Condition]:
    have = provenance.origins.low
    return [] if have >= need else [Condition(code="origins_too_few", have=have, need=need)]


def _too_few_hearers(speaker: SourceFacts | None, heard: Sequence[EvidenceFacts]) -> list[Condition]:
    """A speaker with a name can be asked; one without is known through others, so two must have heard it."""
    if speaker is not None and speaker.named:
        return [] if heard else [Condition(code="first_hand_read_needed", need=1)]
    own = None if speaker is None else speaker.id
    have = len({piece.source.id for piece in heard if piece.source.named} - {own})
    need = HEARERS_OF_THE_UNNAMED
    return [] if have >= need else [Condition(code="two_first_hand_needed", have=have, need=need)]


def _no_record(heard: Iterable[EvidenceFacts]) -> list[Condition]:
    recorded = any(piece.source.kind is SourceKind.RECORD for piece in heard)
    return [] if recorded else [RECORD_NEEDED]


def _extra_vote(kind: Kind, provenance: Provenance) -> int:
    """One vote more where nobody who could be held to it says that it happened."""
    answerable = any(source.named or source.kind is SourceKind.RECORD for source in provenance.origin_sources)
    return int(kind is Kind.EVENT and not answerable)


def _refuted(denials: Sequence[EvidenceFacts]) -> bool:
    """Whether any denial rests on somebody who has no stake; relaying a party's word adds nothing to it."""
    # A party's own piece refutes nothing, not even by what it relies on.
    graph = gather([piece for piece in denials if not piece.party])
    parties = {piece.source.id for piece in denials if piece.party}
    return any(
        not graph.upstream[source.id] and not source.party and source.id not in parties
        for source in graph.sources.values()
    )
