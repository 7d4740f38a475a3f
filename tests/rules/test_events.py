"""The audit chain: it is whole after honest work, and shows each kind of tampering."""

import pytest
from sqlalchemy import Delete, Update, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from bot import claims, events
from storage.database import Database
from storage.events import AuditEntry, AuditHead, AuditPrivate
from storage.vocabulary import Closed
from tests.desk import SUBMITTER, Desk


@pytest.fixture
async def worked(desk: Desk) -> Desk:
    """A desk with six entries behind it."""
    for count in range(3):
        await desk.claim(f"Claim {count}")
    await desk.do(claims.tag, 1, tags="war")
    await desk.do(claims.close, 2, reason=Closed.WITHDRAWN)
    await desk.add(3, "Knack")
    return desk


async def unguarded(database: Database) -> None:
    """Drop the triggers, as somebody who owns the database could."""
    drops = (
        ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete"]
        if database.is_sqlite
        else ["DROP TRIGGER audit_entry_no_change ON audit_entry"]
    )
    async with database.unit_of_work() as session:
        for drop in drops:
            await session.execute(text(drop))


async def verdict(desk: Desk) -> events.Tampered | None:
    async with desk.database.reading() as session:
        return await events.verify(session, guild_id=desk.guild_id)


async def test_every_act_is_one_entry_in_a_whole_chain(worked: Desk) -> None:
    assert await verdict(worked) is None
    async with worked.database.reading() as session:
        types = await session.scalars(select(col(AuditEntry.type)).order_by(col(AuditEntry.seq)))
    assert list(types) == ["claim.filed"] * 3 + ["claim.tagged", "claim.closed", "evidence.added"]


async def test_an_empty_chain_is_whole(desk: Desk) -> None:
    assert await verdict(desk) is None


@pytest.mark.parametrize("act", [update(AuditEntry).values(type="x"), delete(AuditEntry)])
async def test_the_database_refuses_to_alter_the_trail(worked: Desk, act: Update | Delete) -> None:
    with pytest.raises(DBAPIError):
        async with worked.database.unit_of_work() as session:
            await session.execute(act)


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (update(AuditEntry).where(col(AuditEntry.seq) == 3).values(type="x"), (3, "altered")),
        (update(AuditEntry).where(col(AuditEntry.seq) == 3).values(actor_ref="x"), (3, "altered")),
        (delete(AuditEntry).where(col(AuditEntry.seq) == 3), (3, "missing")),
        (delete(AuditEntry).where(col(AuditEntry.seq) == 6), (6, "tail cut")),
        (
            update(AuditPrivate).where(col(AuditPrivate.seq) == 2).values(body="{}"),
            (2, "private part altered"),
        ),
        (update(AuditHead).values(size=99), (7, "tail cut")),
    ],
)
async def test_tampering_is_found_where_it_was_done(
    worked: Desk, act: Update | Delete, found: tuple[int, str]
) -> None:
    await unguarded(worked.database)
    async with worked.database.unit_of_work() as session:
        await session.execute(act)

    tampered = await verdict(worked)
    assert tampered is not None
    assert (tampered.seq, tampered.what) == found


async def test_an_inserted_entry_is_found(worked: Desk) -> None:
    async with worked.database.unit_of_work() as session:
        entry = (await session.scalars(select(AuditEntry).where(col(AuditEntry.seq) == 6))).one().model_dump()
        await session.execute(insert(AuditEntry).values(**(entry | {"seq": 7, "prev": entry["hash"]})))

    assert await verdict(worked) == events.Tampered(7, "altered")


async def test_erasing_a_private_part_leaves_the_chain_whole(worked: Desk) -> None:
    async with worked.database.unit_of_work() as session:
        await session.execute(delete(AuditPrivate).where(col(AuditPrivate.seq) == 1))

    assert await verdict(worked) is None
    async with worked.database.reading() as session:
        [filed] = (await claims.history(session, 1, guild_id=worked.guild_id)).events[-1:]
    assert (filed.body, filed.actor_id) == (None, None)


async def test_a_refused_act_leaves_no_entry(worked: Desk) -> None:
    with pytest.raises(Exception, match="only_submitter_or_checker"):
        await worked.do(claims.close, 1, by=SUBMITTER.__class__(id=99), reason=Closed.WITHDRAWN)
    async with worked.database.reading() as session:
        assert len((await session.scalars(select(col(AuditEntry.seq)))).all()) == 6
