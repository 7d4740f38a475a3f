"""The schema and the tables agree, a newer database is refused, and no migration loses children."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, make_url, text

from storage import schema
from storage.database import Database
from storage.tables import metadata


async def test_the_migrations_make_the_tables_that_the_code_has(
    database: Database, database_url: str
) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    engine = schema.engine_for(make_url(database_url))
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_migrating_twice_changes_nothing(database: Database, database_url: str) -> None:
    await database.migrate()

    assert await schema.revision(make_url(database_url)) == schema.newest()


async def test_a_newer_database_is_refused(database: Database) -> None:
    async with database.unit_of_work() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = 'from the future'"))
    with pytest.raises(schema.UnknownSchema):
        await database.migrate()


async def test_an_empty_database_has_no_revision(tmp_path: Path) -> None:
    assert await schema.revision(make_url(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")) is None


@pytest.mark.parametrize(("foreign_keys", "left"), [(False, 1), (True, 0)])
async def test_rebuilding_a_parent_keeps_its_children_only_without_foreign_keys(
    tmp_path: Path, foreign_keys: bool, left: int
) -> None:
    """The second case is the control: with foreign keys on, the trap is real."""
    url = make_url(f"sqlite+aiosqlite:///{tmp_path / 'trap.db'}")
    engine = schema.engine_for(url)

    def rebuild(connection: Connection) -> int:
        with (
            Operations.context(MigrationContext.configure(connection)) as op,
            op.batch_alter_table("parent", recreate="always") as batch,
        ):
            batch.add_column(sa.Column("more", sa.Integer))
        return len(connection.execute(text("SELECT * FROM child")).all())

    async with engine.connect() as connection:
        # Outside a transaction: inside one the pragma does nothing.
        raw = await connection.get_raw_connection()
        for statement in (
            f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
            "CREATE TABLE child (id INTEGER REFERENCES parent (id) ON DELETE CASCADE)",
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO child VALUES (1)",
        ):
            await raw.driver_connection.execute(statement)  # type: ignore[union-attr]
        assert await connection.run_sync(rebuild) == left
    await engine.dispose()


async def test_orphans_stop_a_migration(tmp_path: Path) -> None:
    url = make_url(f"sqlite+aiosqlite:///{tmp_path / 'orphans.db'}")
    engine = schema.engine_for(url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
        await connection.execute(text("CREATE TABLE child (id INTEGER REFERENCES parent (id))"))
        await connection.execute(text("INSERT INTO child VALUES (1)"))
    await engine.dispose()

    with pytest.raises(schema.OrphanedRows):
        await schema.upgrade(url)
    assert await schema.revision(url) is None
