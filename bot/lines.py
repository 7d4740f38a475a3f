"""Claims as lines of a list: enough to recognise one, from one statement."""

from typing import Any

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.facts import ClaimLine
from storage.claims import Claim
from storage.evidence import Evidence
from storage.reviews import Review
from storage.vocabulary import Stance, Standing, State

# An active denial stands while the state is not denied (DOMAIN's *contested*), as SQL.
CONTESTED: ColumnElement[bool] = (col(Claim.state) != State.DENIED) & exists().where(
    col(Evidence.claim_id) == Claim.id,
    col(Evidence.status) == Standing.ACTIVE,
    col(Evidence.stance) == Stance.DENIES,
    col(Evidence.read) | ~col(Evidence.cited),
)
IN_REVIEW: ColumnElement[bool] = exists().where(
    col(Review.claim_id) == Claim.id, col(Review.closed_at).is_(None)
)

_LINES = select(
    col(Claim.number),
    col(Claim.text),
    col(Claim.kind),
    col(Claim.state),
    col(Claim.closed),
    CONTESTED.label("contested"),
    col(Claim.stale).is_not(None).label("stale"),
    IN_REVIEW.label("in_review"),
    col(Claim.priority),
)


async def select_lines(
    session: AsyncSession,
    *where: ColumnElement[bool],
    guild_id: int,
    limit: int | None = None,
    offset: int = 0,
    order: Any = None,
) -> tuple[ClaimLine, ...]:
    """The lines of this server's claims that meet the conditions, newest first unless ordered otherwise."""
    statement = (
        _LINES.where(col(Claim.guild_id) == guild_id, *where)
        .order_by(col(Claim.number).desc() if order is None else order)
        .limit(limit)
        .offset(offset)
    )
    return tuple(ClaimLine(**row._mapping) for row in await session.execute(statement))
