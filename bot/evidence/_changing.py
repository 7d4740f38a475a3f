"""Reading and retracting evidence. Nothing is deleted, and the claim is counted again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import claims
from bot.claims._acts import Held, hold, reason_text
from bot.evidence._adding import Recorded, cite, ground_changed, piece_of, read_chain, rely_only_on
from bot.facts import EvidenceFacts
from bot.people import Person, Right, may, require
from bot.refusals import EvidenceNotActive, EvidenceUnknown, OnlyOwnOrLead
from storage.claims import Claim
from storage.evidence import Evidence
from storage.vocabulary import StaleReason, Standing


@dataclass(frozen=True, slots=True)
class _Piece:
    held: Held
    facts: EvidenceFacts
    others: tuple[EvidenceFacts, ...]


async def retract(
    session: AsyncSession, evidence_number: int, *, guild_id: int, person: Person, now: datetime, reason: str
) -> Recorded:
    """Take a piece of evidence out of the count, with a reason. For whoever added it, or a lead.

    Raises:
        EvidenceUnknown, EvidenceNotActive: no such piece here, or it no longer counts.
        OnlyOwnOrLead: somebody else added it.
    """
    piece = await _find(session, evidence_number, guild_id=guild_id)
    if person.id != piece.facts.added_by and not may(person, Right.LEAD, piece.held.server):
        raise OnlyOwnOrLead()
    why = reason_text(reason)
    _still_active(piece)
    await _change(session, piece, guild_id=guild_id, status=Standing.RETRACTED, status_reason=why)
    claim = await ground_changed(
        session,
        piece.held,
        StaleReason.RETRACTION,
        person=person,
        now=now,
        type="evidence.retracted",
        body={"evidence": evidence_number, "source": piece.facts.source.name, "reason": why},
    )
    return Recorded(claim=claim, evidence=piece_of(claim, piece.facts.id))


async def read(
    session: AsyncSession,
    evidence_number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    according_to: str | None = None,
) -> Recorded:
    """Say that a cited source has now been read and, if that changes, on whom it turns out to rely.

    ``according_to`` of a single dash means: on nobody.

    Raises:
        RoleMissing: the person is no checker.
        EvidenceUnknown, EvidenceNotActive: no such piece here, or it no longer counts.
        ChainUnclear, SourceItself: the chain cannot be read.
    """
    piece = await _find(session, evidence_number, guild_id=guild_id)
    require(person, Right.CHECK, piece.held.server)
    _still_active(piece)
    chain = await read_chain(session, None, according_to, guild_id=guild_id, of=piece.facts.source)
    await _change(session, piece, guild_id=guild_id, read=True, cited=False)
    upstream = chain.next_hop
    if upstream is not None:
        await rely_only_on(session, piece.facts.id, upstream, guild_id=guild_id)
        await cite(
            session, piece.held, chain.hops or [], piece.facts.stance, piece.others, person=person, now=now
        )
    claim = await ground_changed(
        session,
        piece.held,
        StaleReason.NEWLY_READ,
        person=person,
        now=now,
        type="evidence.read",
        body={
            "evidence": evidence_number,
            "source": piece.facts.source.name,
            "before": [source.name for source in piece.facts.according_to],
            "after": [source.name for source in (piece.facts.according_to if upstream is None else upstream)],
        },
    )
    return Recorded(claim=claim, evidence=piece_of(claim, piece.facts.id), created=chain.created)


async def _find(session: AsyncSession, evidence_number: int, *, guild_id: int) -> _Piece:
    number = await session.scalar(
        select(col(Claim.number))
        .join(Evidence, col(Evidence.claim_id) == Claim.id)
        .where(col(Evidence.guild_id) == guild_id, col(Evidence.number) == evidence_number)
    )
    if number is None:
        raise EvidenceUnknown(given=evidence_number)
    held = await hold(session, number, guild_id=guild_id)
    others = await claims.pieces(session, held.id, guild_id=guild_id)
    facts = next(piece for piece in others if piece.number == evidence_number)
    return _Piece(held, facts, others)


def _still_active(piece: _Piece) -> None:
    if not piece.facts.active:
        raise EvidenceNotActive(evidence=piece.facts.number)


async def _change(session: AsyncSession, piece: _Piece, *, guild_id: int, **values: object) -> None:
    await session.execute(
        update(Evidence)
        .where(col(Evidence.id) == piece.facts.id, col(Evidence.guild_id) == guild_id)
        .values(**values)
    )
