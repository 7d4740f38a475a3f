"""``/status``: where a server's claims stand."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import status
from bot.client import Corrobot
from cogs._asking import guild_of, said, words_of
from cogs._drawing import status_summary
from cogs._outbound import answer


class Status(commands.Cog):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("status"), description=said("status.about"))
    @app_commands.guild_only()
    async def status(self, interaction: discord.Interaction) -> None:
        async with self.bot.database.reading() as session:
            summary = await status.summary(session, guild_id=guild_of(interaction), now=self.bot.clock())
        await answer(interaction, status_summary(summary, words_of(interaction)))


async def setup(bot: Corrobot) -> None:
    await bot.add_cog(Status(bot))
