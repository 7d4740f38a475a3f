"""What the person who runs the bot meets in the terminal: a sentence, an exit code, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __main__ as command_line
from bot import doctor
from bot.settings import Settings
from bot.words.doctor import ENGLISH
from storage.database import Database
from tests.desk import ELSEWHERE, GUILD, NOON, Desk


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a database, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CORROBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def test_without_a_token_it_points_to_the_demonstration(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run() == 2
    assert "make demo" in capsys.readouterr().err


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


async def test_the_doctor_finds_what_is_wrong_and_says_what_to_do(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    findings = await doctor.examine(Settings(database_url=url), ENGLISH, now=NOON)

    wrong = {finding.what for finding in findings if not finding.well}
    assert ENGLISH.token_missing in wrong
    assert any(what.startswith("PostgreSQL can lose") for what in wrong) is not database.is_sqlite
    assert all(finding.advice for finding in findings if not finding.well)


async def test_the_doctor_makes_no_database(empty_folder: Path) -> None:
    findings = await doctor.examine(Settings(), ENGLISH, now=NOON)

    assert any("does not exist yet" in finding.what for finding in findings)
    assert list(empty_folder.iterdir()) == []


async def test_the_doctor_says_that_a_database_does_not_answer() -> None:
    settings = Settings(database_url="postgresql+asyncpg://nobody:secret@127.0.0.1:1/none")
    findings = await doctor.examine(settings, ENGLISH, now=NOON)

    [unreachable] = [finding for finding in findings if "cannot be reached" in finding.what]
    assert not unreachable.well
    assert "secret" not in unreachable.what


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
        env={
            **os.environ,
            "CORROBOT_TOKEN": "simulated",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        },
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
