"""One engine to write with, one to read with, and units of work.

On SQLite a single writer says so at the start of its transaction (``BEGIN IMMEDIATE``): a reader that turns
writer half-way would be refused at once, whatever the time-out. Readers cannot write at all.
"""

import contextlib
import logging
import sys
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage import schema

log = logging.getLogger(__name__)

# SQLite 3.7.0 to 3.51.2 can corrupt a WAL that two connections reset at one moment; fixed in 3.51.3.
SAFE_SQLITE = (3, 51, 3)
READERS = 4
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # FULL, because a person is told "recorded": with NORMAL a power cut loses what was acknowledged.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Below the three seconds that Discord gives us.
    "PRAGMA busy_timeout=2000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
)

# "A confirmed commit is on disk" needs all three of them.
_DURABLE = ("fsync", "full_page_writes", "synchronous_commit")


def use_bundled_sqlite() -> None:
    """Put the SQLite that a wheel brings in the place of the system's older one, where there is a wheel."""
    if "aiosqlite" in sys.modules:
        return
    try:
        import pysqlite3
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


use_bundled_sqlite()


class Database:
    """A database by its URL: ``sqlite+aiosqlite:///file.db`` or ``postgresql+asyncpg://…``."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._writer, self._reader = (
            _sqlite_engines(self.url) if self.is_sqlite else _postgres_engines(self.url)
        )

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session to look with. It never commits."""
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            yield session

    @contextlib.asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[AsyncSession]:
        """A session whose changes are all kept at its end, or none of them."""
        async with AsyncSession(self._writer, expire_on_commit=False, autoflush=False) as session:
            yield session
            await session.commit()

    async def migrate(self) -> None:
        """Bring the schema up to date.

        Raises:
            schema.UnknownSchema: the database was made by a newer Corrobot.
        """
        if self.is_sqlite:
            _warn_of_old_sqlite()
        await schema.upgrade(self.url)
        for name in await self.forgetful_settings():
            log.warning("PostgreSQL runs with %s = off: a power cut can lose what was acknowledged.", name)

    async def forgetful_settings(self) -> list[str]:
        """The switches of a PostgreSQL server that are off and must be on to keep what it acknowledged."""
        if self.is_sqlite:
            return []
        async with self.reading() as session:
            off = await session.scalars(
                text(
                    "SELECT name FROM pg_settings WHERE name = ANY(:names) AND setting = 'off' ORDER BY name"
                ),
                {"names": list(_DURABLE)},
            )
            return list(off)

    async def aclose(self) -> None:
        """Close every connection. Safe to do twice."""
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite library in use."""
    import sqlite3

    return tuple(int(part) for part in sqlite3.sqlite_version.split("."))


def _warn_of_old_sqlite() -> None:
    version = sqlite_version()
    if version < SAFE_SQLITE:
        log.warning(
            "SQLite %s can corrupt its write-ahead log in rare races; %s or newer does not. "
            "Run one bot per database file, and install the pysqlite3 wheel.",
            ".".join(map(str, version)),
            ".".join(map(str, SAFE_SQLITE)),
        )


def _sqlite_engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    # Imported only now: it takes the SQLite that use_bundled_sqlite() put in place.
    from storage import one_hop

    options: dict[str, Any] = {"pool_timeout": 30, "connect_args": {"async_creator_fn": one_hop.connect}}
    writer = create_async_engine(url, pool_size=1, max_overflow=0, **options)
    reader = create_async_engine(url, pool_size=READERS, max_overflow=0, **options)
    _prepare(writer, begin="BEGIN IMMEDIATE", pragmas=_PRAGMAS)
    _prepare(reader, begin="BEGIN", pragmas=(*_PRAGMAS, "PRAGMA query_only=ON"))
    return writer, reader


def _prepare(engine: AsyncEngine, *, begin: str, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: ConnectionPoolEntry) -> None:
        # The driver's own transactions are switched off: they lose updates and keep rolled-back savepoints.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        connection.connection.driver_connection.begin_with = begin  # type: ignore[union-attr]


def _postgres_engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    engine = create_async_engine(url, pool_size=10, max_overflow=5)
    return engine, engine
