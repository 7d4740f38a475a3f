"""Changing claims: their text, its translations, tags and relations, and whether they are worked on."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import claims
from bot.client import Corrobot
from bot.facts import ClaimFacts
from bot.languages import name_of
from bot.quoting import quote
from bot.words.cards import named
from cogs._asking import ClaimNumber, asked, choices_of, described, guild_of, said, words_of
from cogs._forms import giving_back
from cogs._outbound import deliver, finish, show_form
from cogs.claims._forms import EditForm
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
        with giving_back(text):
            async with self.bot.database.unit_of_work() as session:
                changed = await claims.translate(
                    session, claim, **asked(interaction), language=language, text=text
                )
        words = words_of(interaction)
        said = words.answers.claim_translated.format(
            number=changed.number, language=name_of(parse(language), words.language)
        )
        await _tell(self.bot, interaction, changed, said)
