"""Claims: filing, looking, changing."""

from bot.client import Corrobot
from cogs.claims._buttons import BUTTONS
from cogs.claims._cog import Claims


async def setup(bot: Corrobot) -> None:
    bot.add_dynamic_items(*BUTTONS)
    await bot.add_cog(Claims(bot))


async def teardown(bot: Corrobot) -> None:
    bot.remove_dynamic_items(*BUTTONS)
