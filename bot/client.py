"""The Discord client: owns the database, the clock and the words, and loads the cogs by name."""

import asyncio
import hashlib
import importlib
import json
import logging
import pkgutil
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from weakref import WeakValueDictionary

import discord
from discord import app_commands
from discord.ext import commands
from sqlalchemy.ext.asyncio import AsyncSession

from bot import servers
from bot.facts import ServerFacts
from bot.quoting import length
from bot.refusals import Refusal
from bot.settings import Settings
from bot.translator import SpokenTranslator
from bot.words import words_for
from bot.words.refusals import BLANK_LENGTH, TYPED_LENGTH, in_words
from storage.database import Database
from storage.posts import Setting

log = logging.getLogger(__name__)

COGS = "cogs"
RATE_LIMIT_PATIENCE = 60.0
# What the bot cannot do without, on the whole server; each channel is checked by /setup.
NEEDED = ("view_channel", "send_messages")
# As many as Discord tells of in one answer.
MOST_SERVERS = 200
# Too late, or answered already: nobody is left to tell.
UNKNOWN_INTERACTION = 10062
ALREADY_ACKNOWLEDGED = 40060
TYPED_FILE = "typed.txt"
# Options that only say which one is meant, though Discord takes them as text.
POINTING = frozenset({"claim", "other", "evidence", "article"})


def utc_now() -> datetime:
    return datetime.now(UTC)


class Corrobot(commands.Bot):
    """One connection to Discord with everything it needs, ready to start."""

    def __init__(
        self, settings: Settings, *, database: Database, clock: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=RATE_LIMIT_PATIENCE,
            tree_cls=Tree,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        self.settings = settings
        self.database = database
        self.clock = clock
        self.data_dir: Path = settings.data_dir
        self.instance = ""
        self._servers: dict[int, ServerFacts] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def setup_hook(self) -> None:
        """Make ready before the first event: tables, cogs, and commands where Discord's are out of date."""
        await self.database.migrate()
        async with self.database.unit_of_work() as session:
            self.instance = await _instance(session)
        for name in extensions():
            if name not in self.extensions:
                await self.load_extension(name)
        await self.tree.set_translator(SpokenTranslator())
        if self.settings.sync_commands:
            await self.sync()

    async def sync(self, *, always: bool = False) -> bool:
        """Give Discord the commands if they changed or it lacks some; true if they were sent."""
        digest = await self._commands_digest()
        key = f"commands:{self.application_id}"
        async with self.database.reading() as session:
            known = await session.get(Setting, key)
            current = known is not None and known.value == digest
        if current and not always and await self._discord_has_all():
            return False
        await self.tree.sync()
        async with self.database.unit_of_work() as session:
            await session.merge(Setting(key=key, value=digest))
        return True

    async def _commands_digest(self) -> str:
        translator = self.tree.translator
        assert translator is not None, "the translator is set before syncing"
        payload = [
            await command.get_translated_payload(self.tree, translator)
            for command in self.tree.get_commands()
        ]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    async def _discord_has_all(self) -> bool:
        there = {(command.name, command.type) for command in await self.tree.fetch_commands()}
        return there == {(it.name, _type(it)) for it in self.tree.get_commands()}

    async def server(self, guild_id: int) -> ServerFacts:
        """A server's settings, kept until ``forget_server``."""
        if guild_id not in self._servers:
            async with self.database.reading() as session:
                self._servers[guild_id] = await servers.get(session, guild_id=guild_id)
        return self._servers[guild_id]

    def forget_server(self, guild_id: int) -> None:
        """Read a server's settings again next time: they changed."""
        self._servers.pop(guild_id, None)

    def lock(self, name: str) -> asyncio.Lock:
        """One lock a name, for as long as somebody holds it. Saves work; only the database decides races."""
        lock = self._locks.get(name)
        if lock is None:
            self._locks[name] = lock = asyncio.Lock()
        return lock

    async def explain(self, interaction: discord.Interaction, error: BaseException) -> None:
        """Tell the person what went wrong; log what they cannot help. Never fails itself."""
        cause = _cause(error)
        if _nobody_left(cause):
            log.warning("interaction %s: %s", interaction.id, cause)
            return
        words = words_for(interaction.locale.value)
        if isinstance(cause, Refusal):
            text = in_words(cause, words)
        elif isinstance(cause, app_commands.NoPrivateMessage):
            text = words.refusals.only_in_servers
        else:
            log.error("interaction %s failed", interaction.id, exc_info=cause)
            text = words.refusals.something_broke.format(reference=interaction.id)
        typed = cause.typed or "" if isinstance(cause, Refusal) else ""
        # The answer shows the beginning of it; the file has every word.
        files = [_as_file(typed)] if length(typed) > TYPED_LENGTH else []
        try:
            # By name, as the cogs are: the stairs go down only, and every answer leaves through one door.
            await importlib.import_module(f"{COGS}._outbound").answer(interaction, text, files=files)
        except Exception as failure:
            log.warning("interaction %s could not be answered: %r", interaction.id, failure)

    async def close(self) -> None:
        """Close everything this client opened. Safe to do twice."""
        try:
            await super().close()
        finally:
            await self.database.aclose()


class Tree(app_commands.CommandTree[Corrobot]):
    """Explains errors in one place, and answers only in servers."""

    async def interaction_check(self, interaction: discord.Interaction[Corrobot], /) -> bool:
        if interaction.guild_id is not None:
            return True
        if interaction.type is not discord.InteractionType.autocomplete:
            await self.client.explain(interaction, app_commands.NoPrivateMessage())
        return False

    async def on_error(
        self, interaction: discord.Interaction[Corrobot], error: app_commands.AppCommandError, /
    ) -> None:
        cause = _cause(error)
        if isinstance(cause, Refusal):
            # Everything, whatever was refused: the role, the number of the claim, or another option.
            cause.typed = _typed(interaction, cause) or cause.typed
        await self.client.explain(interaction, error)


def build(settings: Settings) -> Corrobot:
    """A client that is ready to start, and needs nothing else."""
    return Corrobot(settings, database=Database(settings.database_url))


async def withheld(visitor: discord.Client) -> dict[str, list[str]]:
    """What each server does not let the bot do, by the server's name. Needs a login, and no connection."""
    found: dict[str, list[str]] = {}
    for guild in await visitor.http.get_guilds(MOST_SERVERS):
        granted = discord.Permissions(int(guild["permissions"]))
        names = [name.replace("_", " ") for name in NEEDED if not getattr(granted, name)]
        if names and not granted.administrator:
            found[guild["name"]] = names
    return found


def extensions() -> list[str]:
    """The cogs, found and not listed: a new file is a new cog."""
    package = importlib.import_module(COGS)
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return sorted(f"{COGS}.{name}" for name in names if not name.startswith("_"))


def _cause(error: BaseException) -> BaseException:
    """What really happened: discord.py wraps what a command or a transformer raised."""
    if isinstance(error, app_commands.AppCommandError) and error.__cause__ is not None:
        return error.__cause__
    return error


def _typed(interaction: discord.Interaction[Corrobot], refusal: Refusal) -> str:
    """Everything written into a command's options; nothing where the sentence itself shows all of it."""
    command = interaction.command
    if not isinstance(command, app_commands.Command):
        return ""
    # As they arrived: what became of them is lost where one of them was refused.
    arrived = dict(iter(interaction.namespace))
    written = [
        str(arrived[parameter.name])
        for parameter in command.parameters
        if parameter.type is discord.AppCommandOptionType.string
        and not parameter.choices
        and parameter.name not in POINTING
        and arrived.get(parameter.name)
    ]
    if all(text in refusal.blanks.values() and len(text) <= BLANK_LENGTH for text in written):
        return ""
    return "\n".join(written)


def _as_file(typed: str) -> discord.File:
    return discord.File(BytesIO(typed.encode("utf-8", "replace")), TYPED_FILE)


def _nobody_left(error: BaseException) -> bool:
    return isinstance(error, discord.HTTPException) and error.code in (
        UNKNOWN_INTERACTION,
        ALREADY_ACKNOWLEDGED,
    )


def _type(command: object) -> discord.AppCommandType:
    return (
        command.type if isinstance(command, app_commands.ContextMenu) else discord.AppCommandType.chat_input
    )


async def _instance(session: AsyncSession) -> str:
    """What tells this installation's messages from another's; made up once."""
    known = await session.get(Setting, "instance")
    if known is None:
        known = Setting(key="instance", value=uuid.uuid4().hex)
        session.add(known)
    return known.value
