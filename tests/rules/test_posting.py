from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from bot import claims, posting
from storage.posts import Post
from storage.vocabulary import PostKind, PostState
from tests.desk import CHANNEL, LEAD, Desk


async def due(desk: Desk, **where: int) -> list[posting.PostFacts]:
    async with desk.database.reading() as session:
        return await posting.due(session, now=desk.now, **where)


async def lease(desk: Desk, post_id: int) -> bool:
    async with desk.database.unit_of_work() as session:
        return await posting.lease(session, post_id, guild_id=desk.guild_id, now=desk.now)


async def test_a_claim_and_its_card_are_written_together(desk: Desk) -> None:
    await desk.claim()

    [post] = await due(desk)
    assert (post.kind, post.channel_id, post.state, post.claim_id) == (
        PostKind.CLAIM_CARD,
        CHANNEL,
        PostState.PENDING,
        1,
    )


async def test_the_card_goes_to_the_claims_channel_once_there_is_one(desk: Desk) -> None:
    from bot import servers

    await desk.do(servers.change, by=LEAD, claims_channel_id=5, review_channel_id=6)
    number = await desk.claim()
    await desk.add(number, "Knack")
    await desk.review(number)

    assert [(post.kind, post.channel_id) for post in await due(desk)] == [
        (PostKind.CLAIM_CARD, 5),
        (PostKind.REVIEW_CARD, 6),
    ]


async def test_a_post_is_leased_to_one_sender(desk: Desk) -> None:
    await desk.claim()
    [post] = await due(desk)

    assert [await lease(desk, post.id), await lease(desk, post.id)] == [True, False]
    assert await due(desk) == []


async def test_a_sender_that_died_is_replaced_under_the_same_nonce(desk: Desk) -> None:
    await desk.claim()
    [post] = await due(desk)
    await lease(desk, post.id)
    desk.now += timedelta(seconds=26)

    [again] = await due(desk)
    assert await lease(desk, again.id)
    assert posting.nonce(post.id, instance="x") == posting.nonce(again.id, instance="x")
    assert posting.may_retry(again, desk.now)
    assert not posting.may_retry(again, desk.now + timedelta(seconds=60))


def test_nonces_fit_and_differ() -> None:
    nonces = {posting.nonce(post, instance=instance) for post in range(100) for instance in "ab"}
    assert len(nonces) == 200
    assert {len(nonce) for nonce in nonces} == {25}


async def test_a_posted_card_is_drawn_again_after_a_change_only(desk: Desk) -> None:
    number = await desk.claim()
    [post] = await due(desk)
    await lease(desk, post.id)
    async with desk.database.unit_of_work() as session:
        await posting.posted(session, post.id, guild_id=desk.guild_id, message_id=9)
    assert await due(desk) == []
    async with desk.database.reading() as session:
        assert await posting.card_of(session, 1, guild_id=desk.guild_id) == (CHANNEL, 9)
        assert await posting.card_of(session, 1, guild_id=desk.guild_id + 1) is None

    await desk.do(claims.tag, number, tags="war")
    assert [(one.id, one.dirty) for one in await due(desk, guild_id=desk.guild_id, claim_id=1)] == [
        (post.id, True)
    ]
    assert await due(desk, guild_id=desk.guild_id + 1) == []


async def test_a_change_while_drawing_is_not_lost(desk: Desk) -> None:
    await desk.claim()
    [post] = await due(desk)
    async with desk.database.unit_of_work() as session:
        await posting.posted(session, post.id, guild_id=desk.guild_id, message_id=9)
        await posting.clean(session, post.id, guild_id=desk.guild_id)
    await desk.do(claims.tag, 1, tags="war")

    assert [one.dirty for one in await due(desk)] == [True]


async def test_what_failed_or_is_unsure_or_was_removed_is_not_sent_again(desk: Desk) -> None:
    for count in range(3):
        await desk.claim(f"Claim {count}")
    one, two, three = await due(desk)
    async with desk.database.unit_of_work() as session:
        await posting.failed(session, one.id, guild_id=desk.guild_id, reason="forbidden")
        await posting.uncertain(session, two.id, guild_id=desk.guild_id, reason="no answer")
        await posting.removed(session, three.id, guild_id=desk.guild_id)
        await posting.touch(session, guild_id=desk.guild_id, claim_id=1)
    assert await due(desk) == []


async def test_another_server_cannot_settle_a_post(desk: Desk) -> None:
    await desk.claim()
    [post] = await due(desk)
    async with desk.database.unit_of_work() as session:
        await posting.removed(session, post.id, guild_id=desk.guild_id + 1)
        assert not await posting.lease(session, post.id, guild_id=desk.guild_id + 1, now=desk.now)
    async with desk.database.reading() as session:
        state = await session.scalar(select(col(Post.state)).where(col(Post.id) == post.id))
    assert state is PostState.PENDING


async def test_the_same_post_is_intended_once(desk: Desk) -> None:
    import pytest
    from sqlalchemy.exc import IntegrityError

    for attempt in range(2):
        try:
            async with desk.database.unit_of_work() as session:
                await posting.intend(
                    session,
                    guild_id=desk.guild_id,
                    kind=PostKind.CLAIM_CARD,
                    key="card:1:create",
                    channel_id=1,
                    now=desk.now,
                )
        except IntegrityError:
            assert attempt == 1
            return
    pytest.fail("the second one was taken")
