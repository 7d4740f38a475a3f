"""Filing a claim: once, with its number, its card and its event in one transaction."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints
from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import articles, events, languages, posting, servers, sources
from bot.claims._facts import compose, load
from bot.facts import ClaimFacts, FileFacts, ServerFacts, SourceFacts
from bot.files import StoredFile
from bot.folding import Typed, clean, text_key
from bot.links import checked
from bot.people import Person
from bot.posting import PostFacts
from bot.refusals import TextEmpty, TextTooLong
from storage.claims import Appearance, Claim
from storage.files import Attachment
from storage.types import table_of
from storage.vocabulary import Closed, Kind, PostKind, Priority, SourceKind, State

TEXT_LIMIT = 1000
CONTEXT_LIMIT = 1500
UNCHECKABLE = frozenset({Kind.FORECAST, Kind.OPINION})
# A claim that was closed in one of these ways no longer stands for its text.
GONE = (Closed.WITHDRAWN, Closed.DUPLICATE)

_CLAIMS = table_of(Claim)
_NEW = insert(_CLAIMS).returning(_CLAIMS.c.id)
_REPEAT = (
    select(_CLAIMS.c.id)
    .where(
        _CLAIMS.c.guild_id == bindparam("guild"),
        _CLAIMS.c.text_key == bindparam("key"),
        _CLAIMS.c.closed.is_(None) | _CLAIMS.c.closed.not_in(GONE),
    )
    .order_by(_CLAIMS.c.number)
    .limit(1)
)
# What is so of every claim at first.
_NEWBORN: dict[str, Any] = {
    "state": State.UNVERIFIED,
    "version": 1,
    "sealed": False,
    "split": False,
    "overridden": False,
    "override_reason": None,
    "stale": None,
    "assignee_id": None,
    "decided_at": None,
}


class NewClaim(BaseModel):
    """What somebody files, before any rule has looked at it."""

    model_config = ConfigDict(frozen=True)

    text: Annotated[Typed, StringConstraints(strip_whitespace=True)]
    kind: Kind | None = None
    said_by: Typed | None = None
    link: Typed | None = None
    language: Typed | None = None
    priority: Priority = Priority.NORMAL
    article: int | None = None
    context: Typed | None = None
    author_id: int | None = None
    files: tuple[StoredFile, ...] = ()


class Added(BaseModel):
    """What came of it: the claim, whether it was there already, and the sources made on the way."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    claim: ClaimFacts
    repeated: bool
    created: tuple[SourceFacts, ...] = ()
    card: PostFacts | None = None


async def add(
    session: AsyncSession, given: NewClaim, *, guild_id: int, person: Person, now: datetime, channel_id: int
) -> Added:
    """File a claim, or find the one that says exactly the same.

    ``channel_id`` is where its card goes while the server has set no channel for claims.

    Raises:
        TextEmpty, TextTooLong: the text is none, or over 1,000 characters.
        NotALink, LanguageUnknown, ArticleUnknown: an option is not what it should be.
    """
    text = claim_text(given.text)
    link = checked(given.link)
    server = await servers.hold(session, guild_id=guild_id)
    repeat = await find_repeat(session, text, guild_id=guild_id)
    if repeat is not None:
        return Added(claim=await load(session, repeat, guild_id=guild_id), repeated=True)
    said_by, created = await speaker(session, given.said_by, guild_id=guild_id)
    article = await articles.find(session, given.article, guild_id=guild_id)
    kind = given.kind or (Kind.STATEMENT if said_by is not None else Kind.EVENT)
    [number] = await servers.numbers(session, "last_claim", guild_id=guild_id)
    values: dict[str, Any] = {
        "guild_id": guild_id,
        "number": number,
        "text": text,
        "language": (
            languages.parse(given.language)
            if given.language
            else languages.detect(text, otherwise=server.language)
        ),
        "kind": kind,
        "closed": Closed.NOT_CHECKABLE if kind in UNCHECKABLE else None,
        "submitter_id": person.id,
        "priority": given.priority,
        "created_at": now,
    }
    keys = {
        "text_key": text_key(text),
        "speaker_id": said_by.id if said_by else None,
        "article_id": article[0] if article else None,
    }
    claim_id = await session.scalar(_NEW, values | keys)
    assert claim_id is not None
    context = clean(given.context or "")[:CONTEXT_LIMIT] or None
    await _seen(session, given, link, context, claim_id, guild_id=guild_id, person=person, now=now)
    await attach(session, given.files, guild_id=guild_id, person=person, now=now, claim_id=claim_id)
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type="claim.filed",
        subject=f"claim:{number}",
        body={"text": text, "kind": kind.value, "language": values["language"], "link": link},
    )
    card = await posting.intend(
        session,
        guild_id=guild_id,
        kind=PostKind.CLAIM_CARD,
        key=f"card:{claim_id}:create",
        channel_id=server.claims_channel_id or channel_id,
        now=now,
        claim_id=claim_id,
    )
    claim = compose(
        (),
        quorum=server.quorum,
        min_origins=server.min_origins,
        **_NEWBORN,
        **values,
        id=claim_id,
        speaker=said_by,
        article=article[1] if article else None,
        link=link,
        context=context,
        files=tuple(FileFacts(**file.model_dump()) for file in given.files),
    )
    return Added(claim=claim, repeated=False, created=created, card=card)


def claim_text(given: str) -> str:
    """A claim's text, without the spaces around it.

    Raises:
        TextEmpty, TextTooLong: it is none, or over the limit.
    """
    text = clean(given)
    if not text:
        raise TextEmpty()
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(limit=TEXT_LIMIT, length=len(text), typed=text)
    return text


async def find_repeat(session: AsyncSession, text: str, *, guild_id: int) -> int | None:
    """The id of the standing claim that says exactly this."""
    found: int | None = await session.scalar(_REPEAT, {"guild": guild_id, "key": text_key(text)})
    return found


async def speaker(
    session: AsyncSession, said_by: str | None, *, guild_id: int
) -> tuple[SourceFacts | None, tuple[SourceFacts, ...]]:
    """The source that is said to have said it, made if it is new; the new ones come second."""
    if said_by is None or not clean(said_by):
        return None, ()
    [found], created = await sources.resolve(
        session, [sources.read_name(said_by)], guild_id=guild_id, kind=SourceKind.PERSON
    )
    return found, created


async def attach(
    session: AsyncSession,
    files: tuple[StoredFile, ...],
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    claim_id: int,
    evidence_id: int | None = None,
) -> None:
    """Hang files, whose bytes are on disk by now, on a claim or on one of its pieces of evidence."""
    for file in files:
        await session.execute(
            insert(Attachment).values(
                guild_id=guild_id,
                claim_id=claim_id,
                evidence_id=evidence_id,
                sha256=file.sha256,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
                added_by=person.id,
                added_at=now,
            )
        )


def recheck_at(server: ServerFacts, now: datetime) -> datetime:
    """When a verdict reached now is due to be looked at again."""
    return now + timedelta(days=server.recheck_days)


async def _seen(
    session: AsyncSession,
    given: NewClaim,
    link: str | None,
    context: str | None,
    claim_id: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
) -> None:
    if link is None and context is None and given.author_id is None:
        return
    await session.execute(
        insert(Appearance).values(
            guild_id=guild_id,
            claim_id=claim_id,
            link=link,
            context=context,
            author_id=given.author_id,
            added_by=person.id,
            seen_at=now,
        )
    )
