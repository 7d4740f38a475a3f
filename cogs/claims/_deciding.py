"""Deciding about a claim without a review: closing it, opening it again, and a lead's word."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import claims
from bot.client import Corrobot
from bot.words.cards import named
from cogs._asking import ClaimNumber, asked, choices_of, described, said, words_of
from cogs.claims._telling import tell
from storage.vocabulary import Closed, State

# Closing as a duplicate belongs to merging, which knows of what it is one.
REASONS = [choice for choice in choices_of(Closed) if choice.value != Closed.DUPLICATE]


class Deciding(commands.Cog):
    bot: Corrobot

    @app_commands.command(name=said("claim close"), description=said("claim close.about"))
    @described("claim", "reason", "note")
    @app_commands.choices(reason=REASONS)
    async def close(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Transform[int, ClaimNumber],
        reason: Closed,
        note: str | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.close(session, claim, **asked(interaction), reason=reason, note=note)
        words = words_of(interaction)
        await tell(interaction, changed, words.answers.claim_closed, reason=named(words.cards, reason))

    @app_commands.command(name=said("claim reopen"), description=said("claim reopen.about"))
    @described("claim", "reason")
    async def reopen(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber], reason: str
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.reopen(session, claim, **asked(interaction), reason=reason)
        await tell(interaction, changed, words_of(interaction).answers.claim_reopened)

    @app_commands.command(name=said("claim override"), description=said("claim override.about"))
    @described("claim", "state", "reason")
    @app_commands.choices(state=choices_of(State))
    async def override(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Transform[int, ClaimNumber],
        state: State,
        reason: str,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            changed = await claims.override(session, claim, **asked(interaction), state=state, reason=reason)
        words = words_of(interaction)
        await tell(interaction, changed, words.answers.claim_overridden, state=named(words.cards, state))
