"""What others see is posted once, drawn again when it changes, and never pings anybody."""

import asyncio
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import ui
from sqlalchemy import select

from bot import claims
from bot.client import Corrobot, utc_now
from bot.people import Person
from bot.quoting import length
from cogs._outbound import answer, deliver, finish, post
from cogs.posting import SECONDS
from storage.posts import Post
from storage.vocabulary import PostState
from tests.world import World, text_of

MESSAGES = "/channels/*/messages"
ONE_MESSAGE = "/channels/*/messages/*"
CLAIM = {"text": "The ferry to the island stops running next month", "kind": "event"}
# discord.py itself repeats 500, 502 and 504; this one it hands on at once.
UNAVAILABLE = 503


async def post_of(bot: Corrobot) -> Post:
    """The one row of the outbox."""
    async with bot.database.reading() as session:
        return (await session.scalars(select(Post))).one()


def later(world: World, seconds: float) -> None:
    """Move the bot's clock on."""
    world.bot.clock = lambda: utc_now() + timedelta(seconds=seconds)


def creates_and_edits(world: World) -> list[Any]:
    """The body of every request that shows somebody something."""
    bodies = []
    for request in world.sent():
        body = request.json
        if not isinstance(body, dict):
            continue
        if request.path.endswith("/callback"):
            body = body.get("data") if body.get("type") in (4, 7) else None
        elif "/messages" not in request.path:
            continue
        if body is not None:
            bodies.append(body)
    return bodies


async def test_every_create_and_edit_says_that_nobody_is_pinged(world: World) -> None:
    server = world.server
    await server.submitter.slash("claim add", text="@everyone <@1> the ferry stops", kind="event")
    await server.checker.slash("claim show", claim="1")
    await server.checker.slash("claim show", claim="99")
    await server.checker.press(server.card(1), "claim:1:history")
    await server.checker.press(server.card(1), "claim:1:take")
    bodies = creates_and_edits(world)
    assert len(bodies) >= 5
    for body in bodies:
        assert body["allowed_mentions"] == {"parse": []}, body


async def test_nothing_is_kept_in_the_view_store(world: World) -> None:
    server = world.server
    before = dict(world.bot._connection._view_store._dynamic_items)
    await server.submitter.slash("claim add", **CLAIM)
    await server.checker.slash("claim show", claim="1")
    await server.checker.press(server.card(1), "claim:1:take")
    assert not world.bot._connection._view_store._views
    assert world.bot._connection._view_store._dynamic_items == before


async def test_a_refused_card_is_not_tried_again_and_the_claim_is_filed(world: World) -> None:
    world.env.inject_error("POST", MESSAGES, status=403, code=50013)
    answer = await world.server.submitter.slash("claim add", **CLAIM)
    assert "#1" in answer.text
    row = await post_of(world.bot)
    assert row.state is PostState.FAILED
    assert row.reason
    later(world, 3600)
    await deliver(world.bot)
    assert world.server.cards() == []


async def test_a_lost_answer_is_followed_by_one_more_try_under_the_same_nonce(world: World) -> None:
    world.env.inject_error("POST", MESSAGES, status=UNAVAILABLE)
    await world.server.submitter.slash("claim add", **CLAIM)
    assert (await post_of(world.bot)).state is PostState.SENDING
    await deliver(world.bot)
    assert world.server.cards() == []
    later(world, 40)
    await deliver(world.bot)
    assert (await post_of(world.bot)).state is PostState.POSTED
    nonces = {
        (request.json or {})["nonce"]
        for request in world.sent()
        if request.method == "POST" and request.path.endswith("/messages")
    }
    assert len(nonces) == 1
    assert len(world.server.cards()) == 1


async def test_an_old_lost_answer_is_left_to_a_person(world: World) -> None:
    world.env.inject_error("POST", MESSAGES, status=UNAVAILABLE)
    await world.server.submitter.slash("claim add", **CLAIM)
    later(world, 600)
    await deliver(world.bot)
    assert (await post_of(world.bot)).state is PostState.UNCERTAIN
    assert world.server.cards() == []


@pytest.mark.parametrize(
    ("status", "code", "state"),
    [(404, 10008, PostState.REMOVED), (403, 50013, PostState.FAILED), (UNAVAILABLE, 0, PostState.POSTED)],
)
async def test_a_card_that_cannot_be_drawn_again(
    world: World, status: int, code: int, state: PostState
) -> None:
    await world.server.submitter.slash("claim add", **CLAIM)
    world.env.inject_error("PATCH", ONE_MESSAGE, status=status, code=code)
    await world.server.checker.press(world.server.card(1), "claim:1:take")
    row = await post_of(world.bot)
    assert row.state is state
    assert row.dirty is (state is PostState.POSTED)


async def test_a_soiled_card_is_drawn_at_the_next_tick(world: World) -> None:
    await world.server.submitter.slash("claim add", **CLAIM)
    world.env.inject_error("PATCH", ONE_MESSAGE, status=UNAVAILABLE)
    await world.server.checker.press(world.server.card(1), "claim:1:take")
    assert f"<@{world.server.checker.id}>" not in text_of(world.server.card(1))
    await world.wait(SECONDS + 1)
    assert f"<@{world.server.checker.id}>" in text_of(world.server.card(1))


async def test_a_card_that_somebody_deleted_stays_deleted(world: World) -> None:
    await world.server.submitter.slash("claim add", **CLAIM)
    row = await post_of(world.bot)
    async with world.bot.database.unit_of_work() as session:
        held = await session.get(Post, row.id)
        assert held is not None
        held.message_id, held.dirty = 1, True
    await deliver(world.bot, guild_id=world.server.id)
    assert (await post_of(world.bot)).state is PostState.REMOVED


async def test_delivering_never_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise RuntimeError("no database")

    monkeypatch.setattr(world.bot.database, "reading", broken)
    await deliver(world.bot)


async def test_one_broken_post_does_not_hold_up_the_rest(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.server.submitter.slash("claim add", **CLAIM)

    async def broken(guild_id: int) -> Any:
        raise RuntimeError("no settings")

    monkeypatch.setattr(world.bot, "server", broken)
    async with world.bot.database.unit_of_work() as session:
        for held in await session.scalars(select(Post)):
            held.dirty = True
    await deliver(world.bot)


async def test_the_loop_is_started_again_should_it_stop(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog = world.bot.get_cog("Posting")
    # Loading an extension makes its classes anew, so this is no ``cogs.posting.Posting`` of ours.
    assert cog is not None
    revive: Any = cog.revive  # type: ignore[attr-defined]
    restarted: list[bool] = []
    monkeypatch.setattr(
        cog.tick,  # type: ignore[attr-defined]
        "restart",
        lambda: restarted.append(True),
    )
    await revive(RuntimeError("stopped"))
    assert restarted


async def test_two_deliveries_at_once_post_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("cogs._outbound.post", _times_out)
        await world.server.submitter.slash("claim add", **CLAIM)
    assert (await post_of(world.bot)).state is PostState.SENDING
    later(world, 40)
    await asyncio.gather(deliver(world.bot), deliver(world.bot))
    assert (await post_of(world.bot)).attempts == 2
    assert len(world.server.cards()) == 1


async def _times_out(*_: object, **__: object) -> int:
    raise TimeoutError


async def test_a_post_that_somebody_else_is_sending_is_left_to_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def taken(*_: object, **__: object) -> bool:
        return False

    monkeypatch.setattr("bot.posting.lease", taken)
    await world.server.submitter.slash("claim add", **CLAIM)
    assert world.server.cards() == []
    assert (await post_of(world.bot)).state is PostState.PENDING


async def test_a_card_that_was_out_of_date_when_it_arrived_is_drawn_again_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody adds to the claim while Discord takes its time over the card."""
    monkeypatch.setattr("cogs._outbound.post", _while_others_work(world.bot))
    await world.server.submitter.slash("claim add", **CLAIM)
    assert not (await post_of(world.bot)).dirty
    assert "war" in text_of(world.server.card(1))


async def test_a_late_card_that_was_out_of_date_when_it_arrived_is_drawn_again_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("cogs._outbound.post", _times_out)
        await world.server.submitter.slash("claim add", **CLAIM)
    later(world, 40)
    monkeypatch.setattr("cogs._outbound.post", _while_others_work(world.bot))
    await deliver(world.bot)
    assert not (await post_of(world.bot)).dirty
    assert "war" in text_of(world.server.card(1))


def _while_others_work(bot: Corrobot) -> Any:
    """A send during which somebody tags the first claim."""

    async def slow(given: Corrobot, view: Any, *, guild_id: int, **where: Any) -> int:
        message_id = await post(given, view, guild_id=guild_id, **where)
        async with bot.database.unit_of_work() as session:
            checker = Person(id=1, manages_messages=True)
            await claims.tag(session, 1, guild_id=guild_id, person=checker, now=bot.clock(), tags="war")
        return message_id

    return slow


async def test_a_card_that_surely_was_not_sent_is_sent_the_next_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def held_up(*_: object, **__: object) -> int:
        raise discord.RateLimited(120)

    with monkeypatch.context() as patch:
        patch.setattr("cogs._outbound.post", held_up)
        await world.server.submitter.slash("claim add", **CLAIM)
    assert (await post_of(world.bot)).state is PostState.PENDING
    await deliver(world.bot)
    assert (await post_of(world.bot)).state is PostState.POSTED
    assert len(world.server.cards()) == 1


class Interaction:
    """What an answer needs of an interaction; remembers what it was given."""

    def __init__(self, *, responded: bool) -> None:
        self.given: dict[str, Any] = {}
        self.response = SimpleNamespace(is_done=lambda: responded, send_message=self._keep)
        self.followup = SimpleNamespace(send=self._keep)
        self.edit_original_response = self._keep

    async def _keep(self, **given: Any) -> None:
        self.given = given


@pytest.mark.parametrize("responded", [True, False])
async def test_a_drawing_is_finished_and_a_short_lived_view_is_not(responded: bool) -> None:
    for live in (True, False):
        for say in (answer, finish):
            interaction: Any = Interaction(responded=responded)
            view = ui.LayoutView()
            await say(interaction, view, live=live)
            assert interaction.given["view"] is view
            assert view.is_finished() is not live
            assert interaction.given["allowed_mentions"].to_dict() == {"parse": []}


@pytest.mark.parametrize("said", ["x" * 2000, "x" * 2001, "👍" * 1500, "é" * 5000])
async def test_a_text_that_is_too_long_for_discord_is_cut(said: str) -> None:
    for responded in (True, False):
        for say in (answer, finish):
            interaction: Any = Interaction(responded=responded)
            await say(interaction, said)
            content = interaction.given["content"]
            assert 1990 < length(content) <= 2000
            assert content == said or (content[-1] == "…" and said.startswith(content[:-1]))


async def test_a_picture_goes_with_the_answer() -> None:
    picture = discord.File(BytesIO(b"picture"), "picture.png")
    for say, name in ((answer, "files"), (finish, "attachments")):
        interaction: Any = Interaction(responded=True)
        await say(interaction, "Here it is.", files=[picture])
        assert (interaction.given["content"], interaction.given[name]) == ("Here it is.", [picture])
