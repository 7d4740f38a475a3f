"""What the storage promises: nothing half done, nothing lost between two writers, readers that only read."""

import asyncio
import logging

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import col

from storage import database as databases
from storage.database import SAFE_SQLITE, Database, sqlite_version
from storage.posts import Setting


async def put(database: Database, key: str, value: str) -> None:
    async with database.unit_of_work() as session:
        session.add(Setting(key=key, value=value))


async def count(database: Database) -> int:
    async with database.reading() as session:
        return len((await session.scalars(select(col(Setting.key)))).all())


async def test_a_unit_of_work_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.unit_of_work() as session:
            session.add(Setting(key="a", value="1"))
            await session.flush()
            raise RuntimeError

    assert await count(database) == 0


async def test_fifteen_writers_lose_no_update(database: Database) -> None:
    await put(database, "counter", "0")

    async def raise_it() -> None:
        async with database.unit_of_work() as session:
            statement = select(col(Setting.value)).where(col(Setting.key) == "counter").with_for_update()
            value = await session.scalar(statement)
            await session.execute(
                update(Setting).where(col(Setting.key) == "counter").values(value=str(int(value or 0) + 1))
            )

    async def look() -> None:
        for _ in range(5):
            await count(database)

    await asyncio.gather(*(raise_it() for _ in range(15)), *(look() for _ in range(8)))
    async with database.reading() as session:
        assert await session.scalar(select(col(Setting.value)).where(col(Setting.key) == "counter")) == "15"


async def test_a_cancelled_writer_lets_the_next_one_in(database: Database) -> None:
    async def write_slowly() -> None:
        async with database.unit_of_work() as session:
            for number in range(1000):
                await session.execute(insert(Setting).values(key=f"slow {number}", value=""))

    for delay in (0, 0, 0.001, 0.002, 0.01):
        task = asyncio.create_task(write_slowly())
        await asyncio.sleep(delay)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await put(database, "next", "1")

    assert await count(database) == 1


async def test_a_part_that_fails_is_undone_alone(database: Database) -> None:
    async with database.unit_of_work() as session:
        await session.execute(insert(Setting).values(key="before", value=""))
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await session.execute(insert(Setting).values(key="part", value=""))
                await session.execute(insert(Setting).values(key="before", value=""))
        await session.execute(insert(Setting).values(key="after", value=""))

    assert await count(database) == 2


async def test_two_processes_on_one_file_lose_no_update_either(sqlite: Database) -> None:
    """Without ``BEGIN IMMEDIATE`` a reader that turns writer is refused at once, whatever the time-out."""
    await put(sqlite, "counter", "0")
    other = Database(sqlite.url.render_as_string())

    async def raise_it(database: Database) -> None:
        async with database.unit_of_work() as session:
            value = await session.scalar(select(col(Setting.value)).where(col(Setting.key) == "counter"))
            await asyncio.sleep(0.01)
            await session.execute(
                update(Setting).where(col(Setting.key) == "counter").values(value=str(int(value or 0) + 1))
            )

    await asyncio.gather(*(raise_it(database) for database in (sqlite, other) * 5))
    async with other.reading() as session:
        assert await session.scalar(select(col(Setting.value)).where(col(Setting.key) == "counter")) == "10"
    await other.aclose()


async def test_a_reader_cannot_write_on_sqlite(sqlite: Database) -> None:
    with pytest.raises(DBAPIError):
        async with sqlite.reading() as session:
            await session.execute(text("DELETE FROM setting"))


async def test_children_need_their_parents(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.unit_of_work() as session:
            await session.execute(text("INSERT INTO tag (claim_id, tag, guild_id) VALUES (99, 'x', 1)"))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 2000),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("mmap_size", 0),
    ],
)
async def test_sqlite_is_set_to_keep_what_it_acknowledged(
    sqlite: Database, pragma: str, value: object
) -> None:
    async with sqlite.unit_of_work() as session:
        assert await session.scalar(text(f"PRAGMA {pragma}")) == value


def test_the_bundled_sqlite_has_no_wal_reset_bug() -> None:
    assert sqlite_version() >= SAFE_SQLITE


async def test_an_older_sqlite_is_warned_of(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(databases, "sqlite_version", lambda: (3, 40, 1))
    with caplog.at_level(logging.WARNING):
        await sqlite.migrate()

    assert "3.40.1" in caplog.text
    assert "pysqlite3" in caplog.text


async def test_a_forgetful_postgresql_is_warned_of(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """The tests' own server is one: it may lose everything, so it is fast."""
    with caplog.at_level(logging.WARNING):
        await database.migrate()

    forgetful = [] if database.is_sqlite else ["fsync", "full_page_writes", "synchronous_commit"]
    assert await database.forgetful_settings() == forgetful
    assert [name for name in forgetful if f"{name} = off" not in caplog.text] == []


async def test_closing_twice_is_harmless(database: Database) -> None:
    await database.aclose()
    await database.aclose()
