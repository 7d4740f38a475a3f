"""Verdicts that have aged: marked once, and back in the queue."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events, posting
from storage.claims import Claim
from storage.types import table_of
from storage.vocabulary import StaleReason, State

# The actor of what nobody did: time passed.
NOBODY = 0


async def recheck_due(session: AsyncSession, *, guild_id: int, now: datetime) -> int:
    """Mark the verdicts whose re-check has come due as stale; how many there were. Safe to do twice."""
    due = (
        await session.execute(
            select(table_of(Claim).c.id, col(Claim.number)).where(
                col(Claim.guild_id) == guild_id,
                col(Claim.recheck_at) <= now,
                col(Claim.stale).is_(None),
                col(Claim.state) != State.UNVERIFIED,
                col(Claim.closed).is_(None),
            )
        )
    ).all()
    for claim_id, number in due:
        await session.execute(
            update(Claim)
            .where(col(Claim.id) == claim_id, col(Claim.guild_id) == guild_id, col(Claim.stale).is_(None))
            .values(stale=StaleReason.RECHECK_DUE, recheck_at=None)
        )
        await events.record(
            session,
            guild_id=guild_id,
            actor_id=NOBODY,
            now=now,
            type="claim.stale",
            subject=f"claim:{number}",
            body={"reason": StaleReason.RECHECK_DUE.value},
        )
        await posting.touch(session, guild_id=guild_id, claim_id=claim_id)
    return len(due)
