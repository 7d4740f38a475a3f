"""SQLite on a thread of its own, one hop a statement.

aiosqlite goes to its thread and back to open a cursor, to execute, to fetch and to close. Our results are
small and always fetched whole, so all of that is done in one go; a statement then costs a quarter.
"""

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any

import aiosqlite


class OneHopCursor:
    """A cursor that has fetched everything by the time that it has executed."""

    arraysize = 1

    def __init__(self, connection: "OneHopConnection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "OneHopCursor":
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> None:
        await self._connection._execute(self._run, sql, parameters)  # type: ignore[no-untyped-call]

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> None:
        await self._connection._execute(self._run_many, sql, parameters)  # type: ignore[no-untyped-call]

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open."""

    def _run(self, sql: str, parameters: Any) -> None:
        self._keep(self._connection._conn.execute(sql, parameters))

    def _run_many(self, sql: str, parameters: Sequence[Any]) -> None:
        self._keep(self._connection._conn.executemany(sql, parameters))

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid
        cursor.close()


class OneHopConnection(aiosqlite.Connection):
    """A connection with such cursors, that goes to its thread for no transaction that is over already."""

    def cursor(self) -> OneHopCursor:  # type: ignore[override]
        return OneHopCursor(self)

    async def commit(self) -> None:
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()


def connect(database: str, **options: Any) -> OneHopConnection:
    """What ``connect_args={"async_creator_fn": connect}`` calls to open a connection."""
    connection = OneHopConnection(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
    # A forgotten connection must not keep the process alive.
    connection._thread.daemon = True
    return connection
