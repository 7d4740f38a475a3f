"""Keeps at it: sends what could not be sent at once, and draws again what is out of date."""

import logging

from discord.ext import commands, tasks

from bot.client import Corrobot
from cogs._looping import ended
from cogs._outbound import deliver

log = logging.getLogger(__name__)

SECONDS = 30


class Posting(commands.Cog):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        await ended(self.tick)

    @tasks.loop(seconds=SECONDS)
    async def tick(self) -> None:
        """Deliver everything that is due; failures are logged there, so that this never stops for good."""
        await deliver(self.bot)

    @tick.before_loop
    async def wait(self) -> None:
        await self.bot.wait_until_ready()

    @tick.error
    async def revive(self, error: BaseException) -> None:
        log.error("the posting loop stopped and is started again", exc_info=error)
        self.tick.restart()


async def setup(bot: Corrobot) -> None:
    await bot.add_cog(Posting(bot))
