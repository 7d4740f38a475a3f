"""The summary: where a server's claims stand, and what the week brought."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import lines
from bot.facts import ClaimLine
from storage.claims import Claim
from storage.vocabulary import Closed, State

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFacts:
    unverified: int
    corroborated: int
    denied: int
    not_checkable: int
    contested: int
    stale: int
    in_review: int
    total: int
    oldest_open: ClaimLine | None
    oldest_open_at: datetime | None
    filed_this_week: int
    filed_last_week: int
    decided_this_week: int
    decided_last_week: int


async def summary(session: AsyncSession, *, guild_id: int, now: datetime) -> StatusFacts:
    """Counts by state, what is disputed or due, the oldest open claim, and this week against the last.

    A week is the seven days up to now. Withdrawn claims and duplicates are in none of the figures.
    """
    standing = col(Claim.closed).is_(None)
    open_ = standing & (col(Claim.state) == State.UNVERIFIED)
    this_week, last_week = now - WEEK, now - 2 * WEEK
    created, decided = col(Claim.created_at), col(Claim.decided_at)
    figures = {
        "unverified": open_,
        "corroborated": standing & (col(Claim.state) == State.CORROBORATED),
        "denied": standing & (col(Claim.state) == State.DENIED),
        "not_checkable": col(Claim.closed) == Closed.NOT_CHECKABLE,
        "contested": standing & lines.CONTESTED,
        "stale": standing & col(Claim.stale).is_not(None),
        "in_review": standing & lines.IN_REVIEW,
        "total": standing | (col(Claim.closed) == Closed.NOT_CHECKABLE),
        "filed_this_week": created > this_week,
        "filed_last_week": (created > last_week) & (created <= this_week),
        "decided_this_week": decided > this_week,
        "decided_last_week": (decided > last_week) & (decided <= this_week),
    }
    row = (
        await session.execute(
            select(*(_count(condition).label(name) for name, condition in figures.items())).where(
                col(Claim.guild_id) == guild_id
            )
        )
    ).one()
    oldest = await lines.select_lines(session, open_, guild_id=guild_id, limit=1, order=created)
    oldest_at = await session.scalar(select(func.min(created)).where(col(Claim.guild_id) == guild_id, open_))
    return StatusFacts(**row._mapping, oldest_open=oldest[0] if oldest else None, oldest_open_at=oldest_at)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)
