"""How a loop ends: not when it is told to, but when it has let go of what it held."""

import asyncio
from typing import Any

from discord.ext import tasks


async def ended(loop: tasks.Loop[Any]) -> None:
    """Cancel a loop and wait for it, so that the database can be closed after it."""
    task = loop.get_task()
    loop.cancel()
    if task is not None:
        await asyncio.wait({task})
