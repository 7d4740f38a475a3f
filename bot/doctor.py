"""Whether this installation is in order: each finding with what to do about it."""

import contextlib
import importlib.metadata
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import asyncpg
from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from bot.words.doctor import DoctorWords
from storage import schema
from storage.database import SAFE_SQLITE, Database, sqlite_version

SPACE_NEEDED = 500 * 1024 * 1024
OLDEST_PYTHON = (3, 11)
# Later than any clock that was set at the factory, earlier than any that is right.
CLOCK_NOT_BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
# What a database that cannot be opened says; asyncpg's own errors pass SQLAlchemy by while connecting.
CANNOT_OPEN = (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at; ``advice`` says what to do where it is not well."""

    well: bool
    what: str
    advice: str = ""


async def examine(settings: Settings, words: DoctorWords, *, now: datetime) -> list[Finding]:
    """Look at everything that the bot needs, without changing any of it."""
    return [
        _versions(words),
        _token(settings, words),
        _sqlite(settings, words),
        await _database(settings, words),
        _folder(settings.data_dir, words),
        _space(settings.data_dir, words),
        _clock(words, now),
        _zones(words),
    ]


def unusable(address: str, words: DoctorWords) -> Finding | None:
    """What is wrong with a database's address, as far as can be seen without opening it."""
    url = _parsed(address)
    if url is None or url.drivername not in DRIVERS:
        # What cannot be read may hold a password anywhere, so it is not shown.
        return Finding(well=False, what=words.database_url_wrong, advice=words.database_url_advice)
    folder = Path(url.database or "").absolute().parent
    if url.get_backend_name() == "sqlite" and not folder.is_dir():
        return Finding(
            well=False,
            what=words.database_folder_missing.format(folder=folder),
            advice=words.database_folder_advice,
        )
    return None


def unopened(address: str, error: Exception, words: DoctorWords) -> Finding:
    """Why a database that ought to be there could not be opened."""
    url = make_url(address)
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        reason = str(getattr(error, "orig", error))
        what = words.database_file_wrong.format(url=shown, error=reason)
        return Finding(well=False, what=what, advice=words.database_file_advice)
    what = words.database_unreachable.format(url=shown, error=type(error).__name__)
    return Finding(well=False, what=what, advice=words.database_advice)


def _parsed(address: str) -> URL | None:
    # A port that is no number is a ValueError, everything else is SQLAlchemy's own.
    with contextlib.suppress(SQLAlchemyError, ValueError):
        return make_url(address)
    return None


def _versions(words: DoctorWords) -> Finding:
    names = ("corrobot", "discord.py", "sqlmodel", "sqlalchemy", "pydantic")
    versions = ", ".join(f"{name} {_version(name)}" for name in names)
    python = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        well=sys.version_info >= OLDEST_PYTHON,
        what=words.versions.format(python=python, packages=versions),
        advice=words.versions_advice,
    )


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        # Run from a copy of the files: that works too.
        return "-"


def _token(settings: Settings, words: DoctorWords) -> Finding:
    present = settings.token is not None and bool(settings.token.get_secret_value().strip())
    return Finding(
        well=present, what=words.token_set if present else words.token_missing, advice=words.token_advice
    )


def _sqlite(settings: Settings, words: DoctorWords) -> Finding:
    version, safe = sqlite_version(), SAFE_SQLITE
    url = _parsed(settings.database_url)
    used = url is not None and url.get_backend_name() == "sqlite"
    return Finding(
        well=not used or version >= safe,
        what=words.sqlite.format(version=".".join(map(str, version))),
        advice=words.sqlite_advice.format(safe=".".join(map(str, safe))),
    )


async def _database(settings: Settings, words: DoctorWords) -> Finding:
    wrong = unusable(settings.database_url, words)
    if wrong is not None:
        return wrong
    url = make_url(settings.database_url)
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not os.access(url.database or "", os.F_OK):
        return Finding(well=True, what=words.database_new.format(url=shown))
    database = Database(settings.database_url)
    try:
        async with database.reading() as session:
            await session.execute(text("SELECT 1"))
        here, newest = await schema.revision(url), schema.newest()
        forgetful = await database.forgetful_settings()
    except CANNOT_OPEN as error:
        return unopened(settings.database_url, error, words)
    finally:
        await database.aclose()
    if forgetful:
        off = ", ".join(forgetful)
        return Finding(well=False, what=words.forgetful.format(settings=off), advice=words.forgetful_advice)
    return Finding(
        well=here == newest,
        what=words.database.format(url=shown, revision=here or "-", newest=newest),
        advice=words.migrate_advice,
    )


def _folder(folder: Path, words: DoctorWords) -> Finding:
    return Finding(
        well=os.access(_existing(folder), os.W_OK),
        what=words.folder.format(folder=folder.absolute()),
        advice=words.folder_advice,
    )


def _space(folder: Path, words: DoctorWords) -> Finding:
    free = shutil.disk_usage(_existing(folder)).free
    return Finding(
        well=free >= SPACE_NEEDED,
        what=words.space.format(free=free // (1024 * 1024)),
        advice=words.space_advice.format(needed=SPACE_NEEDED // (1024 * 1024)),
    )


def _clock(words: DoctorWords, now: datetime) -> Finding:
    return Finding(
        well=now >= CLOCK_NOT_BEFORE,
        what=words.clock.format(now=f"{now:%Y-%m-%d %H:%M} UTC"),
        advice=words.clock_advice,
    )


def _zones(words: DoctorWords) -> Finding:
    try:
        ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return Finding(well=False, what=words.zones_missing, advice=words.zones_advice)
    return Finding(well=True, what=words.zones)


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
