"""What the person who runs the bot meets in the terminal: a sentence, an exit code, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import aiohttp
import discord
import pytest

from bot import __main__ as command_line
from bot.words.doctor import DUTCH, ENGLISH, DoctorWords
from storage.database import Database
from tests.desk import ELSEWHERE, GUILD, Desk

ROOT = Path(__file__).parents[2]
LANGUAGES = pytest.mark.parametrize(
    ("locale", "words"), [("C.UTF-8", ENGLISH), ("nl_BE.UTF-8", DUTCH)], ids=["en", "nl"]
)


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a database, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CORROBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    # The log would hold on to a terminal that is gone after the test.
    monkeypatch.setattr(discord.utils, "setup_logging", lambda **_: None)
    return tmp_path


def enter(monkeypatch: pytest.MonkeyPatch, *line: str) -> int:
    """Type a command line; the exit code."""
    monkeypatch.setattr(sys, "argv", ["corrobot", *line])
    with pytest.raises(SystemExit) as stopped:
        command_line.main()
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@LANGUAGES
@pytest.mark.parametrize("command", ["run", "sync"])
@pytest.mark.parametrize("token", [None, "  "])
def test_without_a_token_it_points_to_the_demonstration(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    locale: str,
    words: DoctorWords,
    command: str,
    token: str | None,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    if token is not None:
        monkeypatch.setenv("CORROBOT_TOKEN", token)
    assert enter(monkeypatch, command) == 2
    said = capsys.readouterr()
    assert said.err == f"{words.no_token}\n"
    assert "make demo" in said.err
    assert said.out == ""


def test_started_as_a_program_without_a_token_it_ends_with_that_sentence(empty_folder: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env={**surroundings(), "LC_ALL": "nl_BE.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr, ended.stdout) == (2, f"{DUTCH.no_token}\n", "")
    assert list(empty_folder.iterdir()) == []


def surroundings() -> dict[str, str]:
    """An environment in which a new Python finds everything that this one does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *(path for path in sys.path if path)])}


def test_a_wrong_setting_is_named_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CORROBOT_DEMO_PORT", "secret")
    (empty_folder / ".env").write_text("CORROBOT_TOKN=secret\n")
    with pytest.raises(SystemExit) as stopped:
        command_line.run()

    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert "CORROBOT_DEMO_PORT" in said
    assert "CORROBOT_TOKN" in said
    assert "secret" not in said


def test_only_our_own_lines_are_read(
    monkeypatch: pytest.MonkeyPatch, empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (empty_folder / ".env").write_text("OTHER=1\nCORROBOT_TOKN=1\n")
    assert enter(monkeypatch, "migrate") == 2
    said = capsys.readouterr().err
    assert "CORROBOT_TOKN" in said
    assert "OTHER" not in said


DATABASES = pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("garbage", "database_url_wrong"),
        ("mysql://desk:secret@127.0.0.1/desk", "database_url_wrong"),
        ("postgresql://desk:secret@127.0.0.1/desk", "database_url_wrong"),
        ("postgresql+asyncpg://desk:secret@127.0.0.1:port/desk", "database_url_wrong"),
        ("sqlite:///corrobot.db", "database_url_wrong"),
        ("sqlite+aiosqlite:///nowhere/corrobot.db", "database_folder_missing"),
        ("sqlite+aiosqlite:///letter.txt", "database_file_wrong"),
        ("postgresql+asyncpg://desk:secret@127.0.0.1:1/desk", "database_unreachable"),
    ],
)


@LANGUAGES
@DATABASES
@pytest.mark.parametrize("command", [("migrate",), ("inspect", "--server", "1")], ids=lambda line: line[0])
def test_a_database_that_cannot_be_opened_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
    empty_folder: Path,
    capsys: pytest.CaptureFixture[str],
    locale: str,
    words: DoctorWords,
    url: str,
    sentence: str,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("CORROBOT_DATABASE_URL", url)
    (empty_folder / "letter.txt").write_text("Dear desk, " * 100)
    assert enter(monkeypatch, *command) == 2

    said = capsys.readouterr()
    assert said.err.startswith(getattr(words, sentence).split("{")[0])
    assert said.err.count("\n") == 1
    assert "secret" not in said.err + said.out


@DATABASES
def test_the_doctor_finds_a_database_that_cannot_be_opened(
    monkeypatch: pytest.MonkeyPatch,
    empty_folder: Path,
    capsys: pytest.CaptureFixture[str],
    url: str,
    sentence: str,
) -> None:
    monkeypatch.setenv("CORROBOT_DATABASE_URL", url)
    (empty_folder / "letter.txt").write_text("Dear desk, " * 100)
    assert enter(monkeypatch, "doctor") == 1

    said = capsys.readouterr().out
    assert f"[{ENGLISH.unwell}] {getattr(ENGLISH, sentence).split('{')[0]}" in said
    assert "secret" not in said


@LANGUAGES
@pytest.mark.parametrize("command", ["run", "sync"])
def test_without_a_network_it_is_said_that_discord_cannot_be_reached(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    locale: str,
    words: DoctorWords,
    command: str,
) -> None:
    async def no_network(*_: object) -> None:
        raise aiohttp.ClientConnectionError

    monkeypatch.setattr(discord.http.HTTPClient, "static_login", no_network)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("CORROBOT_TOKEN", "simulated")
    assert enter(monkeypatch, command) == 2
    assert words.discord_unreachable.split("{")[0] in capsys.readouterr().err


async def test_inspecting_what_is_not_there_makes_nothing(
    empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await command_line.inspect(server=GUILD, as_json=True) == 2
    assert "migrate" in capsys.readouterr().err
    assert list(empty_folder.iterdir()) == []


async def test_a_migrated_database_is_inspected(
    empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await command_line.migrate() == 0
    database = Database("sqlite+aiosqlite:///corrobot.db")
    desk = Desk(database)
    await desk.claim("The bridge was closed.")
    await desk.add(1, "Knack", "a witness")
    await database.aclose()
    capsys.readouterr()

    assert await command_line.inspect(server=GUILD, as_json=True) == 0
    [claim] = json.loads(capsys.readouterr().out)
    assert (claim["number"], claim["state"], claim["outlets"]) == (1, "unverified", 1)
    assert set(claim) == {
        *("number", "text", "kind", "state", "closed", "contested", "stale", "in_review"),
        *("outlets", "languages", "origins", "missing"),
    }
    assert set(claim["missing"]) == {"corroborated", "denied"}
    assert {*claim["missing"]["corroborated"][0]} == {"code", "have", "need"}

    assert await command_line.inspect(server=GUILD, claim=1) == 0
    assert capsys.readouterr().out.startswith("#1 unverified ")
    assert await command_line.inspect(server=GUILD, claim=2) == 2
    assert await command_line.inspect(server=ELSEWHERE, claim=1) == 2


def test_a_service_manager_can_stop_it(empty_folder: Path) -> None:
    """``SIGTERM`` while it waits for Discord ends it like Ctrl-C: tidily, with no traceback."""
    script = (
        "import asyncio, sys\n"
        "from bot import __main__ as line, client\n"
        "async def start(self, token):\n"
        "    print('started', flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "client.Corrobot.start = start\n"
        "sys.exit(line.run())\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script],
        env={**surroundings(), "CORROBOT_TOKEN": "simulated"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "started\n"
    running.send_signal(signal.SIGTERM)
    _, said = running.communicate(timeout=30)

    assert running.returncode == 0
    assert "Traceback" not in said
