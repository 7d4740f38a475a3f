"""``/setup``, for whoever manages the server."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Corrobot
from bot.people import Right, require
from cogs._asking import guild_of, person_of, said
from cogs._outbound import answer
from cogs.setup._screen import draw_screen


class Setup(commands.Cog):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("setup"), description=said("setup.about"))
    @app_commands.guild_only()
    # Only a hint, which a server's owner can change: the rule asks again.
    @app_commands.default_permissions(manage_guild=True)
    async def setup(self, interaction: discord.Interaction) -> None:
        server = await self.bot.server(guild_of(interaction))
        require(person_of(interaction), Right.SET_UP, server)
        await answer(interaction, draw_screen(interaction, server))
