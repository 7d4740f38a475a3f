"""Finding claims again: lists, suggestions and what happened to one."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events, lines
from bot.facts import ClaimLine, EventFacts
from bot.folding import clean
from bot.people import Person
from bot.refusals import ClaimUnknown
from storage.claims import Claim, Tag
from storage.vocabulary import Kind, State

PER_PAGE = 10
# Votes are blind: the decision's own event tells them, once there is one; until then not even their number.
BLIND = frozenset({"vote.cast"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    lines: tuple[ClaimLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    number: int
    events: tuple[EventFacts, ...]
    page: int
    pages: int


async def page(
    session: AsyncSession,
    *,
    guild_id: int,
    person: Person,
    page: int = 1,
    state: State | None = None,
    kind: Kind | None = None,
    tag: str | None = None,
    mine: bool = False,
    contested: bool = False,
    stale: bool = False,
) -> Page:
    """Ten claims that meet every filter given, newest first."""
    where = _filters(person, state=state, kind=kind, tag=tag, mine=mine, contested=contested, stale=stale)
    total = await session.scalar(
        select(func.count()).select_from(Claim).where(col(Claim.guild_id) == guild_id, *where)
    )
    pages = max(1, -(-(total or 0) // PER_PAGE))
    page = min(max(page, 1), pages)
    found = await lines.select_lines(
        session, *where, guild_id=guild_id, limit=PER_PAGE, offset=(page - 1) * PER_PAGE
    )
    return Page(lines=found, total=total or 0, page=page, pages=pages)


async def suggest(session: AsyncSession, *, guild_id: int, typed: str, limit: int = 25) -> list[ClaimLine]:
    """Claims whose number begins with, or whose text contains, what was typed; newest first."""
    wanted = clean(typed)
    if wanted.removeprefix("#").isdigit():
        where = cast(Claim.number, String).startswith(wanted.removeprefix("#"))
    else:
        where = col(Claim.text).icontains(wanted, autoescape=True)
    return list(await lines.select_lines(session, where, guild_id=guild_id, limit=limit))


async def numbers(session: AsyncSession, *, guild_id: int) -> list[int]:
    """Every claim's number in this server, in order."""
    return list(
        await session.scalars(
            select(col(Claim.number)).where(col(Claim.guild_id) == guild_id).order_by(col(Claim.number))
        )
    )


async def history(session: AsyncSession, number: int, *, guild_id: int, page: int = 1) -> HistoryPage:
    """What happened to a claim, newest first, ten a page.

    Raises:
        ClaimUnknown: no such claim in this server.
    """
    known = await session.scalar(
        select(col(Claim.id)).where(col(Claim.guild_id) == guild_id, col(Claim.number) == number)
    )
    if known is None:
        raise ClaimUnknown(given=number)
    found = await events.of_subject(session, f"claim:{number}", guild_id=guild_id, hidden=BLIND)
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(page, 1), pages)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    return HistoryPage(number=number, events=tuple(shown), page=page, pages=pages)


def _filters(
    person: Person,
    *,
    state: State | None,
    kind: Kind | None,
    tag: str | None,
    mine: bool,
    contested: bool,
    stale: bool,
) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if state is not None:
        where.append(col(Claim.state) == state)
    if kind is not None:
        where.append(col(Claim.kind) == kind)
    if tag:
        tagged = select(col(Tag.claim_id)).where(col(Tag.tag) == clean(tag).lower().removeprefix("#"))
        where.append(col(Claim.id).in_(tagged))
    if mine:
        where.append((col(Claim.submitter_id) == person.id) | (col(Claim.assignee_id) == person.id))
    if contested:
        where.append(lines.CONTESTED)
    if stale:
        where.append(col(Claim.stale).is_not(None))
    return where
