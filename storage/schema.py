"""Bringing a database's schema up to date, without an ini file."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, pool
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

SCRIPTS = Path(__file__).parent / "migrations"


class UnknownSchema(Exception):
    """The database has a schema that this version of Corrobot does not know; run a newer one."""


class OrphanedRows(Exception):
    """A migration left rows whose parents are gone; nothing of it was kept."""


def config() -> Config:
    """Alembic's settings, made in code."""
    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    return made


def engine_for(url: URL) -> AsyncEngine:
    """An engine for migrations only.

    Foreign keys are off on SQLite: rebuilding a parent table would delete its children by cascade.
    """
    engine = create_async_engine(url, poolclass=pool.NullPool)
    if url.get_backend_name() == "sqlite":

        @event.listens_for(engine.sync_engine, "connect")
        def connected(connection: object, _: object) -> None:
            connection.isolation_level = None  # type: ignore[attr-defined]
            cursor = connection.cursor()  # type: ignore[attr-defined]
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF", "busy_timeout=5000"):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

        @event.listens_for(engine.sync_engine, "begin")
        def begun(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


async def upgrade(url: URL) -> None:
    """Run every migration that the database has not seen, all or none.

    Raises:
        UnknownSchema: the database is newer than this program.
        OrphanedRows: a migration would leave children without parents.
    """
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


async def revision(url: URL) -> str | None:
    """The revision that a database is at; None for an empty one, and for one that is not there."""
    if url.get_backend_name() == "sqlite" and not os.access(url.database or "", os.F_OK):
        # Looking must not make an empty file.
        return None
    engine = engine_for(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(current)
    finally:
        await engine.dispose()


def current(connection: Connection) -> str | None:
    """The revision behind an open connection."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The revision that this program brings a database to."""
    return ScriptDirectory.from_config(config()).get_current_head()


def _upgrade(connection: Connection) -> None:
    here = current(connection)
    scripts = ScriptDirectory.from_config(config())
    if here is not None and here not in {script.revision for script in scripts.walk_revisions()}:
        raise UnknownSchema(here)
    if here == scripts.get_current_head():
        return
    made = config()
    made.attributes["connection"] = connection
    command.upgrade(made, "head")
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise OrphanedRows(orphans)
