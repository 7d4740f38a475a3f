"""The ``/claim`` group: its commands live with what they do, and meet here."""

from discord import app_commands
from discord.ext import commands

from bot.client import Corrobot
from cogs._asking import said
from cogs.claims._changing import Changing
from cogs.claims._deciding import Deciding
from cogs.claims._filing import Filing
from cogs.claims._looking import Looking


@app_commands.guild_only()
class Claims(
    Filing,
    Looking,
    Changing,
    Deciding,
    commands.GroupCog,
    group_name=said("claim"),
    group_description=said("claim.about"),
):
    """Everything under ``/claim``, and the message menu's *Track as claim*."""

    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name=said("track"), callback=self.track)
        app_commands.guild_only(self.menu)

    async def cog_load(self) -> None:
        # A menu entry cannot be declared inside a class, so it is added by hand and taken away again.
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)
