"""Changing what is on record of a claim: its text, its translations, its tags and its relations."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import claims, languages
from bot.client import Corrobot
from bot.quoting import quote
from bot.words.cards import named
from cogs._asking import ClaimNumber, asked, choices_of, described, guild_of, said, words_of
from cogs._drawing import language_name
from cogs._outbound import deliver, show_form
from cogs.claims._forms import EditForm
from cogs.claims._telling import tell
from storage.vocabulary import Relation


class Changing(commands.Cog):
    bot: Corrobot

    @app_commands.command(name=said("claim edit"), description=said("claim edit.about"))
    @described("claim")
    async def edit(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        async with self.bot.database.reading() as session:
            found = await claims.get(session, claim, guild_id=guild_of(interaction))
        await show_form(interaction, EditForm(words_of(interaction), found))

    @app_commands.command(name=said("claim translate"), description=said("claim translate.about"))
    @described("claim", "language")
    @app_commands.describe(text=said("claim translate.text"))
    async def translate(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Transform[int, ClaimNumber],
        language: str,
        text: str,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.translate(
                session, claim, **asked(interaction), language=language, text=text
            )
        words = words_of(interaction)
        into = language_name(languages.parse(language), words.language)
        await tell(interaction, changed, words.answers.claim_translated, language=into)

    @app_commands.command(name=said("claim tag"), description=said("claim tag.about"))
    @described("claim", "tags")
    async def tag(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber], tags: str
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.tag(session, claim, **asked(interaction), tags=tags)
        own = words_of(interaction).answers
        sentence = own.claim_tagged if changed.tags else own.claim_untagged
        await tell(interaction, changed, sentence, tags=", ".join(quote(tag) for tag in changed.tags))

    @app_commands.command(name=said("claim link"), description=said("claim link.about"))
    @described("claim", "relation", "other")
    @app_commands.choices(relation=choices_of(Relation))
    async def link(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Transform[int, ClaimNumber],
        relation: Relation,
        other: app_commands.Transform[int, ClaimNumber],
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.link(session, claim, **asked(interaction), relation=relation, other=other)
        # The other claim's card says so too.
        await deliver(self.bot, guild_id=changed.guild_id)
        words = words_of(interaction)
        how = named(words.cards, relation)
        await tell(interaction, changed, words.answers.claim_linked, relation=how, other=other)
