"""A verdict whose re-check comes due is marked on its card, once, with nobody asking for it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import claims
from bot.client import utc_now
from cogs.rechecking import MINUTES
from storage.events import AuditEntry
from tests.world import World, text_of

STALE = "Stale: its re-check is due"
TICK = MINUTES * 60 + 1


async def decided(world: World) -> None:
    """A claim that the lead decided upon half a year ago."""
    server = world.server
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    await server.checker.slash("evidence add", claim="1", stance="supports", source="Knack")
    await server.lead.slash("claim override", claim="1", state="corroborated", reason="I was there.")
    assert STALE not in text_of(server.card(1))
    world.bot.clock = lambda: utc_now() + timedelta(days=181)


async def tick(world: World) -> None:
    """What the loop does each time, without the wait."""
    cog: Any = world.bot.get_cog("Rechecking")
    await cog.tick()


async def entries(world: World) -> int:
    async with world.bot.database.reading() as session:
        return await session.scalar(select(func.count()).select_from(AuditEntry)) or 0


async def test_the_card_says_that_the_recheck_is_due_and_looking_again_changes_nothing(world: World) -> None:
    await decided(world)
    before = await entries(world)
    await world.wait(TICK)
    assert STALE in text_of(world.server.card(1))
    assert await entries(world) == before + 1

    sent = len(world.sent())
    await tick(world)
    await tick(world)
    assert len(world.sent()) == sent
    assert await entries(world) == before + 1


async def test_a_verdict_that_is_not_due_is_left_alone(world: World) -> None:
    await decided(world)
    world.bot.clock = lambda: utc_now() + timedelta(days=179)
    await tick(world)
    assert STALE not in text_of(world.server.card(1))


async def test_a_server_that_fails_does_not_hold_up_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = world.another_server()
    await broken.submitter.slash("claim add", text="Elsewhere.", kind="event")
    await decided(world)
    recheck_due = claims.recheck_due

    async def failing(session: Any, *, guild_id: int, now: Any) -> int:
        if guild_id == broken.id:
            raise RuntimeError("this server fails")
        return await recheck_due(session, guild_id=guild_id, now=now)

    monkeypatch.setattr(claims, "recheck_due", failing)
    await tick(world)
    assert STALE in text_of(world.server.card(1))
    assert f"the re-checks of server {broken.id} failed" in caplog.text


async def test_the_loop_is_started_again_should_it_stop(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog: Any = world.bot.get_cog("Rechecking")
    restarted: list[bool] = []
    monkeypatch.setattr(cog.tick, "restart", lambda: restarted.append(True))
    await cog.revive(RuntimeError("stopped"))
    assert restarted
