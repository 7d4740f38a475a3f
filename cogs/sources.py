"""``/source``: the register of who asserts things, and correcting what was guessed of a new one."""

import re
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import sources
from bot.client import Corrobot
from bot.facts import SourceFacts
from bot.quoting import plain, quote
from bot.words import Words
from bot.words.cards import named
from cogs._asking import SourceName, asked, bot_of, choices_of, described, guild_of, said, words_of
from cogs._drawing import source_card, source_list, told
from cogs._durable import DurableButton, pressable
from cogs._forms import LANGUAGE_LENGTH, Form, options_of
from cogs._outbound import answer, deliver, finish, show_form, turn
from storage.vocabulary import Naming, Reliability, SourceKind


class CorrectForm(Form):
    """Corrects what was guessed of a source when it was first named."""

    def __init__(self, words: Words, source: SourceFacts) -> None:
        own = words.forms
        super().__init__(own.source_title.format(name=plain(source.name, 25)))
        self.name = source.name
        kinds = options_of(SourceKind, words, source.kind)
        self.kind = self.menu("kind", own.source_kind, "", kinds, required=True)
        namings = options_of(Naming, words, source.naming)
        self.naming = self.menu("naming", own.source_naming, "", namings, required=True)
        self.language = self.line(
            "language", own.claim_language, own.claim_language_hint, source.language, LANGUAGE_LENGTH
        )
        self.overlaps = self.line(
            "overlaps", own.source_overlaps, own.source_overlaps_hint, None, sources.NAME_LIMIT
        )
        party = discord.CheckboxGroupOption(label=own.evidence_party, value="party", default=source.party)
        self.party = self.ticks("party", own.evidence_how, [party])

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        bot = bot_of(interaction)
        async with bot.database.unit_of_work() as session:
            kept = await sources.add(
                session,
                **asked(interaction),
                name=self.name,
                kind=SourceKind(self.kind.values[0]),
                naming=Naming(self.naming.values[0]),
                language=self.language.value or None,
                overlaps=self.overlaps.value or None,
                party=bool(self.party.values),
            )
        await deliver(bot, guild_id=guild_of(interaction))
        await finish(interaction, source_card(kept.source, words_of(interaction)))


class CorrectButton(DurableButton, template=r"source:(?P<source_id>\d{1,18}):correct"):
    """Opens the form that corrects a source, with what is known of it."""

    def __init__(self, source_id: int) -> None:
        super().__init__(pressable(f"source:{source_id}:correct"))
        self.source_id = source_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["source_id"]))

    async def pressed(self, interaction: discord.Interaction) -> None:
        async with bot_of(interaction).database.reading() as session:
            source = await sources.by_id(session, self.source_id, guild_id=guild_of(interaction))
        await show_form(interaction, CorrectForm(words_of(interaction), source))


class SourcesPageButton(DurableButton, template=r"sources:(?P<page>\d{1,9})"):
    """Turns the register to another page."""

    def __init__(self, page: int) -> None:
        super().__init__(pressable(page_id(page)))
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["page"]))

    async def pressed(self, interaction: discord.Interaction) -> None:
        await turn(interaction, await draw_page(interaction, self.page))


BUTTONS = (CorrectButton, SourcesPageButton)


def page_id(page: int) -> str:
    """The id of the button that turns the register to this page."""
    return f"sources:{page}"


async def draw_page(interaction: discord.Interaction, page: int) -> ui.LayoutView:
    """One page of the register."""
    async with bot_of(interaction).database.reading() as session:
        found = await sources.page(session, guild_id=guild_of(interaction), page=page)
    return source_list(found, words_of(interaction), turn=page_id)


@app_commands.guild_only()
class Sources(commands.GroupCog, group_name=said("source"), group_description=said("source.about")):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("source add"), description=said("source add.about"))
    @described("name", "kind", "naming", "party", "language", "reliability", "notes", "alias", "overlaps")
    @app_commands.choices(
        kind=choices_of(SourceKind), naming=choices_of(Naming), reliability=choices_of(Reliability)
    )
    async def add(
        self,
        interaction: discord.Interaction,
        name: app_commands.Transform[str, SourceName],
        kind: SourceKind | None = None,
        naming: Naming | None = None,
        party: bool | None = None,
        language: str | None = None,
        reliability: Reliability | None = None,
        notes: str | None = None,
        alias: str | None = None,
        overlaps: app_commands.Transform[str, SourceName] | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            kept = await sources.add(
                session,
                **asked(interaction),
                name=name,
                kind=kind,
                naming=naming,
                party=party,
                language=language,
                reliability=reliability,
                notes=notes,
                alias=alias,
                overlaps=overlaps,
            )
        own = words_of(interaction).answers
        sentence = own.source_created if kept.created else own.source_completed
        await deliver(self.bot, guild_id=guild_of(interaction))
        answer_text = sentence.format(name=quote(kept.source.name))
        words = words_of(interaction)
        await finish(interaction, told(answer_text, kept.also, words) if kept.also else answer_text)

    @app_commands.command(name=said("source show"), description=said("source show.about"))
    @described("name")
    async def show(
        self, interaction: discord.Interaction, name: app_commands.Transform[str, SourceName]
    ) -> None:
        async with self.bot.database.reading() as session:
            found = await sources.get(session, name, guild_id=guild_of(interaction))
        await answer(interaction, source_card(found, words_of(interaction)))

    @app_commands.command(name=said("source list"), description=said("source list.about"))
    async def list(self, interaction: discord.Interaction) -> None:
        await answer(interaction, await draw_page(interaction, 1))

    @app_commands.command(name=said("source rate"), description=said("source rate.about"))
    @described("name", "reliability", "notes")
    @app_commands.choices(reliability=choices_of(Reliability))
    async def rate(
        self,
        interaction: discord.Interaction,
        name: app_commands.Transform[str, SourceName],
        reliability: Reliability,
        notes: str | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            rated = await sources.rate(
                session, name, **asked(interaction), reliability=reliability, notes=notes
            )
        words = words_of(interaction)
        grade = named(words.cards, reliability)
        await self.tell(interaction, words.answers.source_rated, name=quote(rated.name), reliability=grade)

    @app_commands.command(name=said("source merge"), description=said("source merge.about"))
    @described("name", "into")
    async def merge(
        self,
        interaction: discord.Interaction,
        name: app_commands.Transform[str, SourceName],
        into: app_commands.Transform[str, SourceName],
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            stays = await sources.merge(session, name, **asked(interaction), into=into)
        sentence = words_of(interaction).answers.source_merged
        await self.tell(interaction, sentence, name=quote(name), into=quote(stays.name))

    async def tell(self, interaction: discord.Interaction, sentence: str, **blanks: str) -> None:
        """Draw again whatever leans on the source, and answer with one sentence about it."""
        await deliver(self.bot, guild_id=guild_of(interaction))
        await finish(interaction, sentence.format(**blanks))


async def setup(bot: Corrobot) -> None:
    bot.add_dynamic_items(*BUTTONS)
    await bot.add_cog(Sources(bot))


async def teardown(bot: Corrobot) -> None:
    bot.remove_dynamic_items(*BUTTONS)
