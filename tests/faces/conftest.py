"""The running bot, for every test of what people see."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.world import World
from tests.world import world as running_world


@pytest.fixture
async def world(tmp_path: Path, migrated_sqlite: Path) -> AsyncIterator[World]:
    started: asyncio.Future[World] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def hold() -> None:
        async with running_world(tmp_path, template=migrated_sqlite) as running:
            started.set_result(running)
            await over.wait()

    # One task enters and leaves: the simulator minds if its clock is put back from another context.
    held = asyncio.create_task(hold())
    either: set[asyncio.Future[Any]] = {held, started}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    if held.done():
        await held
    yield await started
    over.set()
    await held
