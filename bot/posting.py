"""The outbox: every message that others see is a row first, so that none is posted twice or forgotten."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.posts import Post
from storage.types import UtcDateTime, table_of
from storage.vocabulary import PostKind, PostState

# Discord forgets a nonce after "a few minutes". A request may still be applied 30 s after we gave up on it,
# so only retries whose age plus 30 s stays well inside the shortest window seen (120 s) are blind.
BLIND_RETRY = timedelta(seconds=60)
# A send that has not come back by now belongs to a process that died.
LEASE = timedelta(seconds=25)
NONCE_LENGTH = 25

_POST = table_of(Post)
_INTEND = insert(_POST).returning(_POST.c.id)
_TIME = UtcDateTime()
_MOMENT = bindparam("moment", type_=_TIME)
_LEASE = (
    update(_POST)
    .where(
        _POST.c.id == bindparam("post"),
        _POST.c.guild_id == bindparam("guild"),
        or_(
            _POST.c.state == PostState.PENDING,
            (_POST.c.state == PostState.SENDING) & (_POST.c.last_try_at < bindparam("died", type_=_TIME)),
        ),
    )
    .values(
        state=bindparam("taken", type_=_POST.c.state.type),
        attempts=_POST.c.attempts + 1,
        last_try_at=_MOMENT,
        first_try_at=func.coalesce(_POST.c.first_try_at, _MOMENT),
        dirty=False,
    )
)
_POSTED = (
    update(_POST)
    .where(_POST.c.id == bindparam("post"), _POST.c.guild_id == bindparam("guild"))
    .values(state=bindparam("now_posted", type_=_POST.c.state.type), message_id=bindparam("message"))
    .returning(_POST.c.dirty)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    id: int
    guild_id: int
    kind: PostKind
    claim_id: int | None
    review_id: int | None
    channel_id: int
    message_id: int | None
    state: PostState
    dirty: bool
    attempts: int
    first_try_at: datetime | None


async def intend(
    session: AsyncSession,
    *,
    guild_id: int,
    kind: PostKind,
    key: str,
    channel_id: int,
    now: datetime,
    claim_id: int | None = None,
    review_id: int | None = None,
) -> PostFacts:
    """Ask for one message, in the transaction of its cause; ``key`` makes asking twice harmless."""
    post_id = await session.scalar(
        _INTEND,
        {
            "guild_id": guild_id,
            "kind": kind,
            "dedupe_key": key,
            "channel_id": channel_id,
            "claim_id": claim_id,
            "review_id": review_id,
            "created_at": now,
        },
    )
    assert post_id is not None
    return PostFacts(
        id=post_id,
        guild_id=guild_id,
        kind=kind,
        claim_id=claim_id,
        review_id=review_id,
        channel_id=channel_id,
        message_id=None,
        state=PostState.PENDING,
        dirty=False,
        attempts=0,
        first_try_at=None,
    )


async def touch(session: AsyncSession, *, guild_id: int, claim_id: int) -> None:
    """Say that what a claim's messages show may be out of date."""
    await session.execute(
        update(Post).where(col(Post.guild_id) == guild_id, col(Post.claim_id) == claim_id).values(dirty=True)
    )


async def due(
    session: AsyncSession, *, now: datetime, guild_id: int | None = None, claim_id: int | None = None
) -> list[PostFacts]:
    """What waits to be sent, sent again or drawn again. Without ``guild_id``: of every server."""
    statement = (
        select(*(_POST.c[name] for name in PostFacts.__dataclass_fields__))
        .where(
            or_(
                col(Post.state) == PostState.PENDING,
                (col(Post.state) == PostState.SENDING) & (col(Post.last_try_at) < now - LEASE),
                (col(Post.state) == PostState.POSTED) & col(Post.dirty),
            )
        )
        .order_by(col(Post.id))
    )
    if guild_id is not None:
        statement = statement.where(col(Post.guild_id) == guild_id)
    if claim_id is not None:
        statement = statement.where(col(Post.claim_id) == claim_id)
    return [PostFacts(**row._mapping) for row in await session.execute(statement)]


async def lease(session: AsyncSession, post_id: int, *, guild_id: int, now: datetime) -> bool:
    """Take a post to send it; false where somebody else has it. Committed before the request goes out."""
    taken = await session.execute(
        _LEASE,
        {"post": post_id, "guild": guild_id, "moment": now, "died": now - LEASE, "taken": PostState.SENDING},
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


async def posted(session: AsyncSession, post_id: int, *, guild_id: int, message_id: int) -> bool:
    """Note where the message stands; true if what it shows has changed since it was asked for."""
    dirty = await session.scalar(
        _POSTED, {"post": post_id, "guild": guild_id, "message": message_id, "now_posted": PostState.POSTED}
    )
    return bool(dirty)


async def failed(session: AsyncSession, post_id: int, *, guild_id: int, reason: str) -> None:
    await _settle(session, post_id, guild_id=guild_id, state=PostState.FAILED, reason=reason)


async def released(session: AsyncSession, post_id: int, *, guild_id: int) -> None:
    """Give back a post that surely was not sent, to be tried again."""
    await _settle(session, post_id, guild_id=guild_id, state=PostState.PENDING)


async def uncertain(session: AsyncSession, post_id: int, *, guild_id: int, reason: str) -> None:
    """Discord may or may not have it: a person decides, never a guess."""
    await _settle(session, post_id, guild_id=guild_id, state=PostState.UNCERTAIN, reason=reason)


async def removed(session: AsyncSession, post_id: int, *, guild_id: int) -> None:
    """Somebody deleted the message; it stays deleted."""
    await _settle(session, post_id, guild_id=guild_id, state=PostState.REMOVED)


async def clean(session: AsyncSession, post_id: int, *, guild_id: int) -> None:
    """Say that the message is about to be drawn. Before reading the facts: a later change soils it again."""
    await session.execute(
        update(Post).where(col(Post.id) == post_id, col(Post.guild_id) == guild_id).values(dirty=False)
    )


async def soil(session: AsyncSession, post_id: int, *, guild_id: int) -> None:
    """Say that drawing did not succeed and is to be tried again."""
    await session.execute(
        update(Post).where(col(Post.id) == post_id, col(Post.guild_id) == guild_id).values(dirty=True)
    )


async def card_of(
    session: AsyncSession, claim_id: int, *, guild_id: int, review_id: int | None = None
) -> tuple[int, int] | None:
    """Channel and message id of a claim's card, or of the card of one of its reviews, once it is posted."""
    row = (
        await session.execute(
            select(col(Post.channel_id), col(Post.message_id)).where(
                col(Post.guild_id) == guild_id,
                col(Post.claim_id) == claim_id,
                col(Post.review_id) == review_id,
                col(Post.state) == PostState.POSTED,
            )
        )
    ).first()
    return None if row is None or row[1] is None else (row[0], row[1])


def nonce(post_id: int, *, instance: str) -> str:
    """The same 25 characters for every attempt at one post, and no other post's."""
    digest = hashlib.sha256(f"{instance}:{post_id}".encode()).digest()
    return base64.b32encode(digest).decode()[:NONCE_LENGTH]


def may_retry(post: PostFacts, now: datetime) -> bool:
    """Whether a send that was left open is young enough to repeat under the same nonce."""
    return post.first_try_at is None or now - post.first_try_at < BLIND_RETRY


async def _settle(
    session: AsyncSession, post_id: int, *, guild_id: int, state: PostState, reason: str | None = None
) -> None:
    await session.execute(
        update(Post)
        .where(col(Post.id) == post_id, col(Post.guild_id) == guild_id)
        .values(state=state, reason=reason)
    )
