"""The doctor finds each thing that can be wrong, says what to do about it, and changes nothing."""

import importlib.metadata
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import pytest
from pydantic import SecretStr

from bot import doctor
from bot.settings import Settings
from bot.words.doctor import DUTCH, ENGLISH, DoctorWords
from storage.database import Database
from tests.desk import NOON

BOTH = pytest.mark.parametrize("words", [ENGLISH, DUTCH], ids=["en", "nl"])

Breaks = Callable[[pytest.MonkeyPatch], None]


def an_installation(path: Path) -> Settings:
    """A bot that has its token and keeps everything beside its database."""
    return Settings(
        token=SecretStr("simulated"),
        database_url=f"sqlite+aiosqlite:///{path}",
        data_dir=path.parent / "data",
    )


@pytest.fixture
def settings(migrated_sqlite: Path, tmp_path: Path) -> Settings:
    """An installation in which everything is in order."""
    path = tmp_path / "corrobot.db"
    shutil.copy(migrated_sqlite, path)
    return an_installation(path)


async def examine(
    settings: Settings, words: DoctorWords = ENGLISH, now: datetime = NOON
) -> list[doctor.Finding]:
    return await doctor.examine(settings, words, now=now)


async def wrong(settings: Settings, words: DoctorWords = ENGLISH, now: datetime = NOON) -> list[str]:
    """What was found wrong; each with something to do about it."""
    found = [finding for finding in await examine(settings, words, now) if not finding.well]
    assert all(finding.advice for finding in found)
    return [finding.what for finding in found]


@BOTH
async def test_nothing_is_wrong_where_everything_is_in_order(settings: Settings, words: DoctorWords) -> None:
    assert await wrong(settings, words) == []


async def test_looking_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    await examine(settings)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("token", [None, SecretStr(""), SecretStr("  ")])
@BOTH
async def test_a_missing_token(settings: Settings, words: DoctorWords, token: SecretStr | None) -> None:
    assert await wrong(settings.model_copy(update={"token": token}), words) == [words.token_missing]


async def test_the_token_is_never_shown(settings: Settings) -> None:
    assert not any("simulated" in finding.what + finding.advice for finding in await examine(settings))


@BOTH
async def test_a_clock_that_was_never_set(settings: Settings, words: DoctorWords) -> None:
    [what] = await wrong(settings, words, now=NOON.replace(year=2001))
    assert "2001-03-02 12:00 UTC" in what


def _old_python(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doctor, "OLDEST_PYTHON", (99, 0))


def _old_sqlite(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doctor, "SAFE_SQLITE", (99, 0, 0))


def _full_disk(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=doctor.SPACE_NEEDED - 1))


def _no_zones(patch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> Any:
        raise ZoneInfoNotFoundError(name)

    patch.setattr(doctor, "ZoneInfo", unknown)


def _locked_folder(patch: pytest.MonkeyPatch) -> None:
    # Taking the right away would not do: who runs the tests may be root.
    access = os.access
    patch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))


@pytest.mark.parametrize(
    ("breaks", "advice"),
    [
        (_old_python, "versions_advice"),
        (_old_sqlite, "sqlite_advice"),
        (_full_disk, "space_advice"),
        (_no_zones, "zones_advice"),
        (_locked_folder, "folder_advice"),
    ],
)
@BOTH
async def test_one_thing_that_is_wrong_with_the_machine(
    settings: Settings, words: DoctorWords, monkeypatch: pytest.MonkeyPatch, breaks: Breaks, advice: str
) -> None:
    breaks(monkeypatch)
    [found] = [finding for finding in await examine(settings, words) if not finding.well]
    assert found.advice.startswith(getattr(words, advice).split("{")[0])


async def test_a_package_that_is_not_installed_is_a_dash(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    versions, *_ = await examine(settings)
    assert versions.well
    assert "corrobot -" in versions.what


async def test_a_database_that_does_not_exist_yet_is_well_and_not_made(tmp_path: Path) -> None:
    findings = await examine(an_installation(tmp_path / "new.db"))

    assert all(finding.well for finding in findings)
    assert any("does not exist yet" in finding.what for finding in findings)
    assert list(tmp_path.iterdir()) == []


@BOTH
async def test_a_database_without_tables_is_to_be_migrated(tmp_path: Path, words: DoctorWords) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    [found] = [finding for finding in await examine(an_installation(path), words) if not finding.well]
    assert found.advice == words.migrate_advice


async def test_a_database_that_does_not_answer_is_named_without_its_password(settings: Settings) -> None:
    url = "postgresql+asyncpg://nobody:secret@127.0.0.1:1/none"
    [what] = await wrong(settings.model_copy(update={"database_url": url}))

    assert "cannot be reached" in what
    assert "nobody" in what
    assert "secret" not in what


async def test_a_postgresql_that_forgets_in_a_power_cut_is_told_of(
    settings: Settings, database: Database
) -> None:
    """The tests' own PostgreSQL is set to forget, to be quick."""
    url = database.url.render_as_string(hide_password=False)
    found = await wrong(settings.model_copy(update={"database_url": url}))

    assert [what.startswith("PostgreSQL can lose") for what in found] == [True] * (not database.is_sqlite)
