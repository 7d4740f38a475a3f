"""Reviews: opening one, voting on its card, withdrawing it."""

from bot.client import Corrobot
from cogs.reviews._buttons import OpenButton, VoteButton
from cogs.reviews._cog import Reviews


async def setup(bot: Corrobot) -> None:
    bot.add_dynamic_items(OpenButton, VoteButton)
    await bot.add_cog(Reviews(bot))


async def teardown(bot: Corrobot) -> None:
    bot.remove_dynamic_items(OpenButton, VoteButton)
