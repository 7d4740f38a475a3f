"""``/help``: what whoever asks can do here."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Corrobot
from bot.people import Right, may
from cogs._asking import guild_of, person_of, said, words_of
from cogs._drawing import help_page
from cogs._outbound import answer


class Help(commands.Cog):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("help"), description=said("help.about"))
    @app_commands.guild_only()
    async def help(self, interaction: discord.Interaction) -> None:
        server, person = await self.bot.server(guild_of(interaction)), person_of(interaction)
        rights = {right for right in Right if may(person, right, server)}
        await answer(interaction, help_page(rights, words_of(interaction)))


async def setup(bot: Corrobot) -> None:
    await bot.add_cog(Help(bot))
