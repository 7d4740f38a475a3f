"""The command line: ``python -m bot run``, and what the person who runs the bot needs beside it."""

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from typing import Annotated, Literal

import aiohttp
import discord
from cyclopts import App, Parameter
from pydantic import ValidationError
from sqlalchemy import make_url

from bot import client, doctor, inspection
from bot.doctor import Finding
from bot.refusals import ClaimUnknown
from bot.settings import Settings
from bot.words.doctor import DUTCH, ENGLISH, DoctorWords
from storage import schema
from storage.database import Database
from storage.schema import UnknownSchema

WRONG, CANNOT_START = 1, 2
# No way to Discord, or nobody there who answers.
NO_DISCORD = (aiohttp.ClientError, discord.DiscordServerError, discord.GatewayNotFound)

app = App(name="corrobot", help="The fact-checking desk that lives in Discord.")


@app.command
def run() -> int:
    """Connect to Discord and work until stopped."""
    settings = _usable_settings()
    if not _has_token(settings):
        return _complain(_words().no_token)
    discord.utils.setup_logging(level=logging.getLevelNamesMapping()[settings.log_level], root=True)
    try:
        asyncio.run(_run(settings))
    except discord.LoginFailure:
        return _complain(_words().token_refused)
    except UnknownSchema as unknown:
        return _complain(_words().schema_unknown.format(revision=unknown))
    except (KeyboardInterrupt, asyncio.CancelledError):
        # Ctrl-C, or a service manager's SIGTERM: everything was closed on the way here.
        pass
    return 0


@app.command
def demo(language: Literal["en", "nl"] = "en", port: int | None = None) -> int:
    """Show the bot at work in a browser page, with no token and no network.

    Args:
        language: the language of the demonstration's server, en or nl.
        port: the loopback port of the page.
    """
    # Only here: the simulator is not installed where the bot runs in earnest.
    from bot.demo import serve

    serve(_settings(), language=language, port=port)
    return 0


@app.command
async def sync() -> int:
    """Register the commands with Discord, if they changed."""
    settings = _usable_settings()
    if settings.token is None or not _has_token(settings):
        return _complain(_words().no_token)
    bot = client.build(settings.model_copy(update={"sync_commands": False}))
    async with bot:
        try:
            await bot.login(settings.token.get_secret_value())
        except discord.LoginFailure:
            return _complain(_words().token_refused)
        print(_words().synced if await bot.sync() else _words().sync_needless)
    return 0


@app.command
async def migrate() -> int:
    """Bring the database's schema up to date."""
    async with contextlib.aclosing(Database(_usable_settings().database_url)) as database:
        try:
            await database.migrate()
        except UnknownSchema as unknown:
            return _complain(_words().schema_unknown.format(revision=unknown))
    print(_words().migrated)
    return 0


@app.command(name="doctor")
async def examine() -> int:
    """Look whether everything is in order, and say what to do where it is not."""
    words = _words()
    settings = _settings()
    findings = await doctor.examine(settings, words, now=client.utc_now())
    if _has_token(settings):
        findings += await _in_discord(settings, words)
    for finding in findings:
        print(f"[{words.well if finding.well else words.unwell}] {finding.what}")
        if not finding.well:
            print(f"    -> {finding.advice}")
    if all(finding.well for finding in findings):
        print(words.all_well)
        return 0
    return WRONG


@app.command
async def inspect(
    *,
    server: Annotated[int, Parameter(help="the server's Discord id")],
    claim: Annotated[int | None, Parameter(help="one claim's number; all without it")] = None,
    as_json: Annotated[bool, Parameter(name="--json", help="print JSON")] = False,
) -> int:
    """Say what the rules make of a server's claims."""
    url = _usable_settings().database_url
    if await schema.revision(make_url(url)) != schema.newest():
        return _complain(_words().migrate_first)
    async with contextlib.aclosing(Database(url)) as database, database.reading() as session:
        try:
            found = await inspection.inspect(session, guild_id=server, number=claim)
        except ClaimUnknown:
            return _complain(_words().claim_unknown)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for one in found:
        low, high = one["origins"]
        print(f"#{one['number']} {one['closed'] or one['state']} {low}-{high} {one['text']}")
    return 0


async def _in_discord(settings: Settings, words: DoctorWords) -> list[Finding]:
    """Sign in, without starting to work, and look what each server lets the bot do."""
    assert settings.token is not None
    async with discord.Client(intents=discord.Intents.none()) as visitor:
        try:
            await visitor.login(settings.token.get_secret_value())
            withheld = await client.withheld(visitor)
        except discord.LoginFailure:
            return [Finding(well=False, what=words.token_refused, advice=words.get_token)]
        except (*NO_DISCORD, discord.HTTPException, OSError) as error:
            what = words.discord_unreachable.format(error=type(error).__name__)
            return [Finding(well=False, what=what, advice=words.discord_advice)]
    if not withheld:
        return [Finding(well=True, what=words.permissions)]
    return [
        Finding(
            well=False,
            what=words.permissions_missing.format(server=server, permissions=", ".join(names)),
            advice=words.permissions_advice,
        )
        for server, names in withheld.items()
    ]


async def _run(settings: Settings) -> None:
    assert settings.token is not None
    working = asyncio.current_task()
    assert working is not None
    with contextlib.suppress(NotImplementedError):
        # Not on Windows, which knows no SIGTERM.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, working.cancel)
    async with client.build(settings) as bot:
        await bot.start(settings.token.get_secret_value())


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as wrong:
        for one in wrong.errors(include_input=False):
            name = "_".join(map(str, one["loc"])).upper().removeprefix("CORROBOT_")
            _complain(_words().setting_wrong.format(name=f"CORROBOT_{name}", why=one["msg"]))
        sys.exit(CANNOT_START)


def _usable_settings() -> Settings:
    """The settings, where the database's address is one that can be opened."""
    settings, words = _settings(), _words()
    wrong = doctor.unusable(settings.database_url, words)
    if wrong is not None:
        sys.exit(_complain(f"{wrong.what} {wrong.advice}"))
    return settings


def _has_token(settings: Settings) -> bool:
    return settings.token is not None and bool(settings.token.get_secret_value().strip())


def _words() -> DoctorWords:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return DUTCH if spoken.startswith("nl") else ENGLISH


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT_START


def main() -> None:
    """Run the command line; a command's result is the exit code."""
    words = _words()
    try:
        result = app(sys.argv[1:])
    except NO_DISCORD as error:
        what = words.discord_unreachable.format(error=type(error).__name__)
        result = _complain(f"{what} {words.discord_advice}")
    except doctor.CANNOT_OPEN as error:
        found = doctor.unopened(_settings().database_url, error, words)
        result = _complain(f"{found.what} {found.advice}")
    sys.exit(result if isinstance(result, int) else 0)


if __name__ == "__main__":
    main()
