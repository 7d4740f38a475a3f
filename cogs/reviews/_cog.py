"""The ``/review`` group."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import reviews
from bot.client import Corrobot
from cogs._asking import ClaimNumber, asked, described, said, words_of
from cogs._outbound import deliver, finish
from cogs.reviews._opening import open_review


@app_commands.guild_only()
class Reviews(commands.GroupCog, group_name=said("review"), group_description=said("review.about")):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("review open"), description=said("review open.about"))
    @described("claim")
    async def open(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        await open_review(interaction, claim)

    @app_commands.command(name=said("review withdraw"), description=said("review withdraw.about"))
    @described("claim", "reason")
    async def withdraw(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber], reason: str
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            found = await reviews.withdraw(session, claim, **asked(interaction), reason=reason)
        await deliver(self.bot, guild_id=found.guild_id, claim_id=found.id)
        sentence = words_of(interaction).answers.review_withdrawn
        await finish(interaction, sentence.format(number=found.number))
