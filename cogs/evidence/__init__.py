"""Evidence: adding what sources say, listing it, reading what was only cited, taking it back."""

from bot.client import Corrobot
from cogs.evidence._buttons import BUTTONS
from cogs.evidence._cog import Evidence


async def setup(bot: Corrobot) -> None:
    bot.add_dynamic_items(*BUTTONS)
    await bot.add_cog(Evidence(bot))


async def teardown(bot: Corrobot) -> None:
    bot.remove_dynamic_items(*BUTTONS)
