"""A server's settings: read with defaults, changed by whoever may manage the server."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events
from bot.facts import ServerFacts
from bot.people import Person, Right, require
from bot.refusals import ValueOutOfRange, ZoneUnknown
from storage.servers import Server
from storage.types import table_of

RANGES = {"quorum": (1, 10), "min_origins": (1, 10), "recheck_days": (1, 3650)}
LANGUAGES = ("en", "nl")

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_SERVER = table_of(Server)
_GET = select(*(_SERVER.c[name] for name in ServerFacts.__dataclass_fields__)).where(
    _SERVER.c.guild_id == bindparam("guild")
)
_HOLD = _GET.with_for_update()
_COUNT = {
    name: update(_SERVER)
    .where(_SERVER.c.guild_id == bindparam("guild"))
    .values({name: _SERVER.c[name] + bindparam("count")})
    .returning(_SERVER.c[name])
    for name in ("last_claim", "last_evidence", "last_article")
}


async def get(session: AsyncSession, *, guild_id: int) -> ServerFacts:
    """The settings, or the defaults of a server that was never set up."""
    row = (await session.execute(_GET, {"guild": guild_id})).one_or_none()
    return ServerFacts(guild_id=guild_id) if row is None else ServerFacts(**row._mapping)


async def hold(session: AsyncSession, *, guild_id: int) -> ServerFacts:
    """The settings, with the server's row made if need be and locked until the transaction ends.

    Acts of one server thereby queue up: numbers have no gaps, and two people cannot file one claim twice.
    """
    row = (await session.execute(_HOLD, {"guild": guild_id})).one_or_none()
    if row is not None:
        return ServerFacts(**row._mapping)
    make = _INSERT[session.get_bind().dialect.name]
    # Two first acts at once: the second waits here for the first, then finds the row.
    await session.execute(make(Server).values(guild_id=guild_id).on_conflict_do_nothing())
    row = (await session.execute(_HOLD, {"guild": guild_id})).one()
    return ServerFacts(**row._mapping)


async def everywhere(session: AsyncSession) -> list[int]:
    """The guild ids of all servers that have ever written something, for what the clock does."""
    return list(await session.scalars(select(_SERVER.c.guild_id).order_by(_SERVER.c.guild_id)))


async def numbers(session: AsyncSession, counter: str, *, guild_id: int, count: int = 1) -> range:
    """Take the next ``count`` numbers of a counter (``last_claim`` and its like)."""
    last = await session.scalar(_COUNT[counter], {"guild": guild_id, "count": count})
    assert last is not None, "hold() comes first"
    return range(last - count + 1, last + 1)


async def change(
    session: AsyncSession, *, guild_id: int, person: Person, now: datetime, **changes: Any
) -> ServerFacts:
    """Change settings by name, and write down what they were before.

    Raises:
        RoleMissing: only who may manage the server sets it up.
        ValueOutOfRange: a number is outside its range.
        ZoneUnknown: not an IANA time zone.
    """
    server = await hold(session, guild_id=guild_id)
    require(person, Right.SET_UP, server)
    _check(changes)
    await session.execute(update(Server).where(col(Server.guild_id) == guild_id).values(**changes))
    before = {name: _told(getattr(server, name)) for name in changes}
    after = {name: _told(value) for name, value in changes.items()}
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type="server.changed",
        subject="server",
        body={"before": before, "after": after},
    )
    return await get(session, guild_id=guild_id)


def _check(changes: dict[str, Any]) -> None:
    for name, (low, high) in RANGES.items():
        if name in changes and not low <= changes[name] <= high:
            raise ValueOutOfRange(given=changes[name], low=low, high=high)
    if "zone" in changes:
        try:
            ZoneInfo(changes["zone"])
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ZoneUnknown(given=changes["zone"]) from None


def _told(value: object) -> str | None:
    return None if value is None else str(value)
