"""Runs the bot in a simulated Discord and shows that in a browser page, until it is told to stop."""

import asyncio
import contextlib
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simcord
from babel.lists import format_list

from bot import client
from bot.client import Corrobot
from bot.demo import _case
from bot.demo._case import Case
from bot.demo._loading import Cast, Place, load
from bot.demo._words import LANGUAGES, DemoWords
from bot.people import Person
from bot.settings import Settings

NAMES = ("Sanne", "Amir", "Billie", "Chris", "Lena")
# Longer than the bot's own posting loop sleeps: by then every card stands in the channel.
UNTIL_POSTED = 60.0
SETTLE = 60.0
LOCALES = {"en": "en-US", "nl": "nl"}
# The claim that shows why origins are counted, the review that lacks one vote, and the speech.
HINGE, WAITING, TRANSCRIPT = "C2", "C10", "C7"
RECORD, SPEAKER = "S8", "S5"


@dataclass(frozen=True, slots=True)
class Stage:
    """The simulated server, and who is in it."""

    channel: simcord.ChannelHandle
    viewers: tuple[simcord.MemberActor, ...]
    place: Place
    cast: Cast


def serve(settings: Settings, *, language: str | None = None, port: int | None = None) -> None:
    """Show the demonstration until Ctrl-C."""
    chosen = language or "en"
    asyncio.run(_serve(settings, chosen, _free_port(settings.demo_port if port is None else port)))


async def _serve(settings: Settings, language: str, port: int) -> None:
    words = LANGUAGES[language]
    stop = _on_interrupt()
    print(words.loading, flush=True)
    async with running(settings, language=language, port=port) as url:
        print(_greeting(words, url, language), f"\n{words.stop}", sep="\n", flush=True)
        await stop.wait()
    print(f"\n{words.stopped}", flush=True)


@contextlib.asynccontextmanager
async def running(settings: Settings, *, language: str, port: int = 0) -> AsyncIterator[str]:
    """The demonstration while it runs, on a database of its own; its address."""
    folder = settings.data_dir / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        bot = client.build(_on_its_own(settings, Path(fresh)))
        async with _simulated(bot, locale=LOCALES[language]) as env:
            stage = _set_the_stage(env, language)
            await load(bot.database, _case.read(), stage.cast, stage.place, now=bot.clock())
            bot.forget_server(stage.place.guild_id)
            await env.advance_time(UNTIL_POSTED)
            await stage.viewers[0].send(stage.channel, LANGUAGES[language].rumour)
            async with _page(env, stage, language, port) as preview:
                yield preview.url


def _on_its_own(settings: Settings, folder: Path) -> Settings:
    database_url = f"sqlite+aiosqlite:///{folder / 'demo.db'}"
    return settings.model_copy(update={"database_url": database_url, "data_dir": folder})


def _free_port(wanted: int) -> int:
    """The port that was asked for, or any free one where it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return 0
    return wanted


@contextlib.asynccontextmanager
async def _simulated(bot: Corrobot, *, locale: str) -> AsyncIterator[simcord.Env]:
    env = simcord.Env(bot, check_errors=False, settle_timeout=SETTLE)
    env.backend.advance_clock((datetime.now(UTC) - env.now()).total_seconds())
    env.backend.bot_user.name = "Corrobot"
    env.backend.subscribers.insert(0, _speaking(locale))
    await env.start()
    try:
        with env.time_context():
            yield env
    finally:
        await env.shutdown()


def _speaking(locale: str) -> Any:
    """Everybody's client is in one language; the simulator by itself knows only English."""

    def in_that_language(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            payload["locale"] = locale  # type: ignore[index]

    return in_that_language


def _set_the_stage(env: simcord.Env, language: str) -> Stage:
    words = LANGUAGES[language]
    submitter, *reviewers, lead = (env.create_user(name.lower(), global_name=name) for name in NAMES)
    # The owner may do everything, the setup screen included; the others hold roles and no permissions.
    guild = env.create_guild(words.server, owner=lead)
    channel = guild.create_text_channel(words.channel)
    checkers = guild.create_role(words.checkers)
    leads = guild.create_role(words.leads)
    actors = (
        guild.add_member(submitter),
        *(guild.add_member(user, roles=[checkers]) for user in reviewers),
        guild.add_member(lead, roles=[leads]),
    )
    first, second, third = (Person(id=user.id, role_ids=frozenset({checkers.id})) for user in reviewers)
    cast = Cast(
        submitter=Person(id=submitter.id),
        reviewers=(first, second, third),
        lead=Person(id=lead.id, role_ids=frozenset({leads.id}), manages_messages=True, manages_server=True),
    )
    place = Place(
        guild_id=guild.id,
        channel_id=channel.id,
        checker_role_id=checkers.id,
        lead_role_id=leads.id,
        language=language,
    )
    return Stage(channel, actors, place, cast)


def _page(env: simcord.Env, stage: Stage, language: str, port: int) -> simcord.Preview:
    return env.preview(
        stage.channel,
        viewers=stage.viewers,
        layout="channel",
        locale=LOCALES[language],
        timezone="Europe/Amsterdam",
        port=port,
    )


def _greeting(words: DemoWords, url: str, language: str) -> str:
    case: Case = _case.read()
    submitter, *reviewers, lead = NAMES
    return words.ready.format(
        url=url,
        submitter=submitter,
        reviewers=format_list(reviewers, locale=language),
        lead=lead,
        third=reviewers[-1],
        hinge=case.number(HINGE),
        waiting=case.number(WAITING),
        transcript=case.number(TRANSCRIPT),
        record=case.name(RECORD, language),
        speaker=case.name(SPEAKER, language),
    )


def _on_interrupt() -> asyncio.Event:
    """Set when the process is asked to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signal handlers on the loop; Ctrl-C then ends asyncio.run() as it always does.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(signal_number, stop.set)
    return stop
