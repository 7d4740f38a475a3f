"""A small simulated Discord with the real bot in it: the only test file that imports the simulator.

Everything here is a thin verb: who does what, and what they then see. Verbs must not overlap; the
simulator refuses two people acting at once, so races are tested on the rules.
"""

import shutil
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord
from pydantic import SecretStr

from bot import client
from bot.client import Corrobot
from bot.refusals import Refusal
from bot.settings import Settings

MANAGE_MESSAGES = discord.Permissions(manage_messages=True)
MANAGE_SERVER = discord.Permissions(manage_guild=True, manage_messages=True)

Message = discord.Message | simcord.ResponseMessage


@dataclass(frozen=True, slots=True)
class Answer:
    """What one act brought back to the person who acted."""

    result: simcord.InteractionResult

    @property
    def messages(self) -> list[simcord.ResponseMessage]:
        first = self.result.response
        return [*([] if first is None else [first]), *self.result.followups]

    @property
    def message(self) -> simcord.ResponseMessage:
        """The one message that answered."""
        [message] = self.messages
        return message

    @property
    def told(self) -> simcord.ResponseMessage:
        """What a press brought beside the message that was pressed."""
        return self.result.followups[-1]

    @property
    def text(self) -> str:
        """Every word of every message that answered, one text component a line."""
        return "\n".join(text_of(message) for message in self.messages)

    @property
    def ephemeral(self) -> bool:
        return all(message.ephemeral for message in self.messages)

    @property
    def acknowledged(self) -> bool:
        return self.result.acknowledged

    @property
    def form(self) -> dict[str, Any]:
        """The form that opened."""
        assert self.result.modal is not None, f"no form, but: {self.text}"
        return self.result.modal

    @property
    def opened_a_form(self) -> bool:
        return self.result.modal is not None

    @property
    def fields(self) -> dict[str, dict[str, Any]]:
        """The form's fields by custom id."""
        return {part["custom_id"]: part for part in _walk(self.form["components"]) if "custom_id" in part}


@dataclass(frozen=True, slots=True)
class Human:
    """A member of a server, seen through the channel that everybody works in."""

    actor: simcord.MemberActor
    channel: simcord.ChannelHandle
    locales: dict[int, str] = field(repr=False)

    @property
    def id(self) -> int:
        return self.actor.id

    def speaks(self, locale: str) -> "Human":
        """Set the language of this person's Discord client."""
        self.locales[self.id] = locale
        return self

    async def slash(self, command: str, **options: Any) -> Answer:
        return Answer(await self.actor.slash(self.channel, command, **options))

    async def menu(self, name: str, message: Message) -> Answer:
        """Use an entry of the message menu."""
        return Answer(await self.actor.context_menu(self.channel, name, message))

    async def press(self, message: Message, custom_id: str) -> Answer:
        return Answer(await self.actor.click(message, custom_id=custom_id))

    async def choose(self, message: Message, custom_id: str, *values: Any) -> Answer:
        """Choose in a select menu."""
        return Answer(await self.actor.select(message, values, custom_id=custom_id))

    async def submit(self, opened: Answer, **fields: Any) -> Answer:
        """Fill the form that opened and send it off; a select takes its one value as it is."""
        kinds = {custom_id: part["type"] for custom_id, part in opened.fields.items()}
        values = {
            name: [value] if kinds.get(name) in SELECTS and isinstance(value, str) else value
            for name, value in fields.items()
        }
        return Answer(await self.actor.submit_modal(opened.result, values))

    async def typing(self, command: str, option: str, typed: str, **filled: Any) -> list[str]:
        """Type into an option that suggests; the names that were offered."""
        choices = await self.actor.autocomplete(self.channel, command, option, typed, **filled)
        return [choice["name"] for choice in choices]

    async def says(self, text: str, *, files: Sequence[tuple[str, bytes]] = ()) -> discord.Message:
        return await self.actor.send(self.channel, text, attachments=files)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was never set up, with one of each sort of person in it."""

    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    other_channel: simcord.ChannelHandle
    submitter: Human
    checker: Human
    reviewers: tuple[Human, Human, Human]
    lead: Human
    outsider: Human

    @property
    def id(self) -> int:
        return self.guild.id

    @property
    def everyone(self) -> tuple[Human, ...]:
        return (self.submitter, self.checker, *self.reviewers, self.lead, self.outsider)

    def cards(self) -> list[discord.Message]:
        """What everybody can see in the channel, oldest first."""
        return [message for message in self.channel.history() if not message.flags.ephemeral]

    def card(self, number: int) -> discord.Message:
        """The newest message in the channel that speaks of this claim."""
        return next(card for card in reversed(self.cards()) if f"#{number}" in text_of(card).split("\n")[0])

    def review_card(self) -> discord.Message:
        """The newest message with vote buttons."""
        return next(card for card in reversed(self.cards()) if vote_ids(card))


@dataclass(slots=True)
class World:
    """The simulated Discord, the bot in it, and a first server."""

    env: simcord.Env
    settings: Settings
    server: Server
    locales: dict[int, str]

    @property
    def bot(self) -> Corrobot:
        assert isinstance(self.env.bot, Corrobot)
        return self.env.bot

    def another_server(self, name: str = "Elsewhere") -> Server:
        return _found(self.env, name, self.locales)

    async def restart(self) -> None:
        """Stop the bot and start a new one on the same database."""
        stopped = self.bot
        await self.env.restart_bot(client.build(self.settings))
        # The simulator only lets go of a bot; whatever that had opened is ours to close.
        await stopped.close()

    def take_roles(self, human: Human) -> None:
        """Leave somebody without any role in the first server."""
        guild_id, backend = self.server.id, self.env.backend
        for role in self.server.guild.roles.values():
            if role.id != guild_id:
                backend.remove_member_role(guild_id, human.id, role.id)

    async def wait(self, seconds: float) -> None:
        """Let simulated time pass."""
        await self.env.advance_time(seconds)

    def sent(self) -> list[simcord.HttpLogEntry]:
        """Every request the bot made of Discord, oldest first."""
        return self.env.http_requests


SELECTS = (3, 5, 6, 7, 8)


@asynccontextmanager
async def world(
    folder: Path, *, template: Path | None = None, locale: str = "en-US", check_errors: bool = True
) -> AsyncIterator[World]:
    """Start the real bot on a fresh SQLite file in ``folder``, with a server full of people.

    A ``template`` is a database to begin with a copy of; without one, the bot makes its own.
    """
    if template is not None:
        shutil.copy(template, folder / "corrobot.db")
    settings = Settings(
        token=SecretStr("simulated"),
        database_url=f"sqlite+aiosqlite:///{folder / 'corrobot.db'}",
        data_dir=folder,
    )
    async with simcord.run(client.build(settings), check_errors=False) as env:
        locales: dict[int, str] = {}
        speak(env, locales, otherwise=locale)
        running = World(env=env, settings=settings, server=_found(env, "Newsroom", locales), locales=locales)
        try:
            yield running
        finally:
            await running.bot.close()
        if check_errors:
            _raise_faults(env)


def speak(env: simcord.Env, locales: Mapping[int, str], *, otherwise: str) -> None:
    """Give each person's interactions the locale of that person's client; the simulator has only English."""

    def in_their_language(event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE" and "member" in payload:
            payload["locale"] = locales.get(int(payload["member"]["user"]["id"]), otherwise)

    env.backend.subscribers.insert(0, in_their_language)


def text_of(message: Message) -> str:
    """Every word of a message: its content, then its text components in order."""
    return "\n".join(line for line in (message.content, *texts(message)) if line)


def texts(message: Message) -> list[str]:
    return [part["content"] for part in _walk(_raw(message)) if part.get("type") == TEXT_DISPLAY]


def buttons_of(message: Message) -> dict[str, str]:
    """The labels of a message's buttons by custom id."""
    return {
        part["custom_id"]: part.get("label", "")
        for part in _walk(_raw(message))
        if part.get("type") == BUTTON and "custom_id" in part
    }


def menus_of(message: Message) -> dict[str, dict[str, Any]]:
    """A message's select menus by custom id."""
    return {part["custom_id"]: part for part in _walk(_raw(message)) if part.get("type") in SELECTS}


def vote_ids(message: Message) -> dict[str, str]:
    """The custom ids of the vote buttons by their last letter: c, d and n."""
    return {name[-1]: name for name in buttons_of(message) if name.startswith("review:")}


TEXT_DISPLAY = 10
BUTTON = 2


def _raise_faults(env: simcord.Env) -> None:
    """Fail for whatever broke in the bot. A refusal is an answer, though it travels as an error."""
    faults = [error for error in env.errors if not isinstance(error.__cause__ or error, Refusal)]
    if faults:
        raise BaseExceptionGroup("the bot broke", faults)


def _raw(message: Message) -> list[dict[str, Any]]:
    if isinstance(message, simcord.ResponseMessage):
        return message.components
    return [component.to_dict() for component in message.components]  # type: ignore[misc]


def _walk(parts: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each component in reading order, containers before what they hold."""
    for part in parts:
        yield part
        yield from _walk(part.get("components") or [])
        for single in ("component", "accessory"):
            if part.get(single):
                yield from _walk([part[single]])


def _found(env: simcord.Env, name: str, locales: dict[int, str]) -> Server:
    guild = env.create_guild(name)
    channel = guild.create_text_channel("claims")
    other = guild.create_text_channel("reviews")
    desk = guild.create_role("Desk", permissions=MANAGE_MESSAGES)
    editor = guild.create_role("Editor", permissions=MANAGE_SERVER)

    def human(called: str, *roles: simcord.RoleHandle) -> Human:
        return Human(guild.add_member(env.create_user(called), roles=roles), channel, locales)

    return Server(
        guild=guild,
        channel=channel,
        other_channel=other,
        submitter=human("Sara"),
        checker=human("Karim", desk),
        reviewers=(human("Ann", desk), human("Bob", desk), human("Cas", desk)),
        lead=human("Lea", editor),
        outsider=human("Otto"),
    )
