"""The running bot, for every test of what people see."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.world import World
from tests.world import world as running_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running_world(tmp_path) as started:
        yield started
