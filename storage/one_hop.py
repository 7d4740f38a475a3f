"""SQLite on a thread of its own, one hop a statement.

aiosqlite goes to its thread and back to open a cursor, to execute, to fetch and to close. Our results are
small and always fetched whole, so all of that is done in one go; a statement then costs a quarter. A
transaction begins in the hop of its first statement, and nobody waits for a roll-back: what comes after it
on that connection queues behind it.
"""

import sqlite3
from collections.abc import Callable, Sequence
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
        await self._connection.hop(self._run, sql, parameters)

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> None:
        await self._connection.hop(self._run_many, sql, parameters)

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

    # The statement that the next one must be preceded by.
    begin_with: str | None = None
    # Whether there may be something to end. Kept on the loop's side: a cancelled statement still runs, so
    # asking the thread's connection could be too early.
    used = False

    def cursor(self) -> OneHopCursor:  # type: ignore[override]
        return OneHopCursor(self)

    async def hop(self, work: Callable[..., None], sql: str, parameters: Any) -> None:
        """Do one piece of work on the connection's thread, in a transaction if one was asked for."""
        begin, self.begin_with, self.used = self.begin_with, None, True
        await self._execute(self._begin_and, begin, work, sql, parameters)  # type: ignore[no-untyped-call]

    async def commit(self) -> None:
        self.begin_with = None
        if self.used:
            await super().commit()
            self.used = False

    async def rollback(self) -> None:
        self.begin_with = None
        if self.used:
            self._tx.put_nowait((None, self._conn.rollback))
            self.used = False

    def _begin_and(self, begin: str | None, work: Callable[..., None], sql: str, parameters: Any) -> None:
        if begin is not None:
            self._conn.execute(begin)
        work(sql, parameters)


def connect(database: str, **options: Any) -> OneHopConnection:
    """What ``connect_args={"async_creator_fn": connect}`` calls to open a connection."""
    connection = OneHopConnection(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
    # A forgotten connection must not keep the process alive.
    connection._thread.daemon = True
    return connection
