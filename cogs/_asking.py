"""What a cog needs to know of an interaction before it can ask a rule."""

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict, TypeVar

import discord
from discord import app_commands

from bot import articles, claims, evidence, links, sources
from bot.client import Corrobot
from bot.people import Person
from bot.quoting import length, plain
from bot.refusals import ArticleUnknown, ClaimUnknown, EvidenceUnknown, Refusal
from bot.words import Words, words_for
from bot.words.commands import SPOKEN
from cogs._limits import CHOICE_NAME, CHOICES

# Nine digits stay inside every integer column; a longer number is no claim's.
_CLAIM = re.compile(r"\s*(?:#\s*)?(\d{1,9})\s*|\s*#(\d{1,9})\s.*", re.DOTALL)
_EVIDENCE = re.compile(r"\s*#?\s*[Ee]?\s*(\d{1,9})\s*|\s*E(\d{1,9})\s.*", re.DOTALL)

T = TypeVar("T")


def bot_of(interaction: discord.Interaction) -> Corrobot:
    assert isinstance(interaction.client, Corrobot)
    return interaction.client


def guild_of(interaction: discord.Interaction) -> int:
    """The server this happened in. Every command is guild-only, so there always is one."""
    assert interaction.guild_id is not None
    return interaction.guild_id


def channel_of(interaction: discord.Interaction) -> int:
    """The channel this happened in."""
    assert interaction.channel_id is not None
    return interaction.channel_id


def person_of(interaction: discord.Interaction) -> Person:
    """Whoever did this, with the rights that Discord sent along with this very interaction."""
    user, permissions = interaction.user, interaction.permissions
    return Person(
        id=user.id,
        role_ids=frozenset(role.id for role in user.roles)
        if isinstance(user, discord.Member)
        else frozenset(),
        manages_messages=permissions.administrator or permissions.manage_messages,
        manages_server=permissions.administrator or permissions.manage_guild,
        locale=interaction.locale.value,
    )


class Asked(TypedDict):
    """What nearly every rule wants to know of the asking: ``**asked(interaction)``."""

    guild_id: int
    person: Person
    now: datetime


def asked(interaction: discord.Interaction) -> Asked:
    """Where, by whom and when a rule is asked."""
    return Asked(
        guild_id=guild_of(interaction), person=person_of(interaction), now=bot_of(interaction).clock()
    )


def words_of(interaction: discord.Interaction) -> Words:
    """The words in the language of whoever is being answered."""
    return words_for(interaction.locale.value)


def said(key: str) -> app_commands.locale_str:
    """An English name or description, which the translator finds again by its key."""
    return app_commands.locale_str(SPOKEN[key].english, key=key)


def described(*options: str) -> Callable[[T], T]:
    """Describe a command's options out of the words: ``@described("claim", "kind")``."""
    return app_commands.describe(**{option: said(f"option.{option}.about") for option in options})


def choices_of(vocabulary: type[StrEnum]) -> list[app_commands.Choice[str]]:
    """The members of a vocabulary to pick from, by their translated names."""
    name = vocabulary.__name__.lower()
    return [app_commands.Choice(name=said(f"choice.{name}.{it.value}"), value=it.value) for it in vocabulary]


def claim_number(typed: str) -> int:
    """Read ``42``, ``#42`` or a suggestion's label, which Discord's client may send instead of its value.

    Raises:
        ClaimUnknown: it is no number, and so no claim's.
    """
    return _number(_CLAIM, typed, ClaimUnknown)


def evidence_number(typed: str) -> int:
    """Read ``E12``, ``12`` or the label of a suggestion.

    Raises:
        EvidenceUnknown: it is no number, and so no evidence's.
    """
    return _number(_EVIDENCE, typed, EvidenceUnknown)


def article_number(typed: str) -> int:
    """Read ``3``, ``#3`` or the label of a suggestion.

    Raises:
        ArticleUnknown: it is no number, and so no article's.
    """
    return _number(_CLAIM, typed, ArticleUnknown)


def _number(form: re.Pattern[str], typed: str, unknown: type[Refusal]) -> int:
    found = form.fullmatch(typed)
    if found is None:
        raise unknown(given=typed)
    return int(found[1] or found[2])


class ClaimNumber(app_commands.Transformer):
    """An option that takes ``42``, ``#42`` or a picked suggestion, and suggests this server's claims."""

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> int:
        return claim_number(str(value))

    async def autocomplete(
        self, interaction: discord.Interaction, value: int | float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        async with bot_of(interaction).database.reading() as session:
            found = await claims.suggest(
                session, guild_id=guild_of(interaction), typed=str(value), limit=CHOICES
            )
        return [_choice(line.number, line.text) for line in found]


class EvidenceNumber(app_commands.Transformer):
    """An option that takes ``E12``, ``12`` or a picked suggestion, and suggests this server's evidence."""

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> int:
        return evidence_number(str(value))

    async def autocomplete(
        self, interaction: discord.Interaction, value: int | float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        async with bot_of(interaction).database.reading() as session:
            found = await evidence.suggest(
                session, guild_id=guild_of(interaction), typed=str(value), limit=CHOICES
            )
        return [
            app_commands.Choice(
                name=plain(f"E{line.number} · #{line.claim} · {line.source}", CHOICE_NAME),
                value=str(line.number),
            )
            for line in found
        ]


class SourceName(app_commands.Transformer):
    """An option that takes a source's name, and suggests the names that this server's register knows."""

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> str:
        return str(value)

    async def autocomplete(
        self, interaction: discord.Interaction, value: int | float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        async with bot_of(interaction).database.reading() as session:
            found = await sources.suggest(
                session, guild_id=guild_of(interaction), typed=str(value), limit=CHOICES
            )
        # A choice's value cannot be longer than its name, and a name that was cut would be another source.
        return [app_commands.Choice(name=name, value=name) for name in found if length(name) <= CHOICE_NAME]


class ArticleNumber(app_commands.Transformer):
    """An option that takes ``3``, ``#3`` or a picked suggestion, and suggests this server's articles."""

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> int:
        return article_number(str(value))

    async def autocomplete(
        self, interaction: discord.Interaction, value: int | float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        async with bot_of(interaction).database.reading() as session:
            found = await articles.suggest(
                session, guild_id=guild_of(interaction), typed=str(value), limit=CHOICES
            )
        return [_choice(number, title) for number, title in found]


class Link(app_commands.Transformer):
    """An option that takes a web address."""

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> str | None:
        return links.checked(str(value))


def _choice(number: int, text: str) -> app_commands.Choice[int | float | str]:
    return app_commands.Choice(name=plain(f"#{number} {text}", CHOICE_NAME), value=str(number))
