"""Keeps the verdicts honest: marks those whose re-check has come due, once, and draws their cards again."""

import logging

from discord.ext import commands, tasks

from bot import claims, servers
from bot.client import Corrobot
from cogs._looping import ended
from cogs._outbound import deliver

log = logging.getLogger(__name__)

MINUTES = 15


class Rechecking(commands.Cog):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        self.tick.start()

    async def cog_unload(self) -> None:
        await ended(self.tick)

    @tasks.loop(minutes=MINUTES)
    async def tick(self) -> None:
        """Look at every server; one that fails does not hold up the others."""
        async with self.bot.database.reading() as session:
            everywhere = await servers.everywhere(session)
        for guild_id in everywhere:
            try:
                await self._look(guild_id)
            except Exception:
                log.exception("the re-checks of server %s failed", guild_id)

    async def _look(self, guild_id: int) -> None:
        async with self.bot.database.unit_of_work() as session:
            due = await claims.recheck_due(session, guild_id=guild_id, now=self.bot.clock())
        if due:
            await deliver(self.bot, guild_id=guild_id)

    @tick.before_loop
    async def wait(self) -> None:
        await self.bot.wait_until_ready()

    @tick.error
    async def revive(self, error: BaseException) -> None:
        log.error("the loop of re-checks stopped and is started again", exc_info=error)
        self.tick.restart()


async def setup(bot: Corrobot) -> None:
    await bot.add_cog(Rechecking(bot))
