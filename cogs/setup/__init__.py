"""Setting a server up: one screen of menus."""

from bot.client import Corrobot
from cogs.setup._cog import Setup
from cogs.setup._screen import SettingMenu, ZoneButton


async def setup(bot: Corrobot) -> None:
    bot.add_dynamic_items(SettingMenu, ZoneButton)
    await bot.add_cog(Setup(bot))


async def teardown(bot: Corrobot) -> None:
    bot.remove_dynamic_items(SettingMenu, ZoneButton)
