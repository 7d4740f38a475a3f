"""Documents out of which several claims are taken."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events, languages, lines, servers, sources
from bot.facts import ClaimLine, SourceFacts
from bot.folding import clean
from bot.links import checked
from bot.people import Person, Right, require
from bot.refusals import ArticleUnknown, DateUnclear, TextEmpty, TextTooLong
from storage.articles import Article
from storage.claims import Claim
from storage.types import table_of

TITLE_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    number: int
    title: str
    publisher: SourceFacts | None
    link: str | None
    language: str | None
    published: str | None
    claims: tuple[ClaimLine, ...] = ()
    # A publisher that the register did not know, right after the article was added.
    created: tuple[SourceFacts, ...] = ()


async def add(
    session: AsyncSession,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    title: str,
    publisher: str | None = None,
    link: str | None = None,
    language: str | None = None,
    published: str | None = None,
) -> ArticleFacts:
    """Put an article on record.

    Raises:
        RoleMissing: the person is no checker.
        TextEmpty, TextTooLong, NotALink, LanguageUnknown, DateUnclear: an option is not what it should be.
    """
    require(person, Right.CHECK, await servers.hold(session, guild_id=guild_id))
    title = " ".join(clean(title).split())
    if not title:
        raise TextEmpty()
    if len(title) > TITLE_LIMIT:
        raise TextTooLong(limit=TITLE_LIMIT, length=len(title), typed=title)
    publisher_id: int | None = None
    created: tuple[SourceFacts, ...] = ()
    if publisher:
        [source], created = await sources.resolve(session, [sources.read_name(publisher)], guild_id=guild_id)
        publisher_id = source.id
    [number] = await servers.numbers(session, "last_article", guild_id=guild_id)
    values = {
        "title": title,
        "link": checked(link),
        "language": languages.parse(language) if language else None,
        "published": _date(published),
    }
    await session.execute(
        insert(Article).values(guild_id=guild_id, number=number, publisher_id=publisher_id, **values)
    )
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type="article.added",
        subject=f"article:{number}",
        body=values,
    )
    return replace(await get(session, number, guild_id=guild_id), created=created)


def _date(given: str | None) -> str | None:
    """A year, a month or a day, as ISO 8601 writes them.

    Raises:
        DateUnclear: it is none of these.
    """
    typed = clean(given or "")
    if not typed:
        return None
    for form in ("%Y", "%Y-%m", "%Y-%m-%d"):
        try:
            # Read only to see whether there is such a day; a date has no zone.
            datetime.strptime(typed, form)  # noqa: DTZ007
        except ValueError:
            continue
        return typed
    raise DateUnclear(given=given, typed=typed)


async def get(session: AsyncSession, number: int, *, guild_id: int) -> ArticleFacts:
    """One article with the claims taken from it.

    Raises:
        ArticleUnknown: no such article in this server.
    """
    article = (
        await session.scalars(
            select(Article).where(col(Article.guild_id) == guild_id, col(Article.number) == number)
        )
    ).one_or_none()
    if article is None:
        raise ArticleUnknown(given=number)
    publisher = None
    if article.publisher_id is not None:
        publisher = await sources.by_id(session, article.publisher_id, guild_id=guild_id)
    return ArticleFacts(
        number=article.number,
        title=article.title,
        publisher=publisher,
        link=article.link,
        language=article.language,
        published=article.published,
        claims=await lines.select_lines(session, col(Claim.article_id) == article.id, guild_id=guild_id),
    )


async def find(session: AsyncSession, number: int | None, *, guild_id: int) -> tuple[int, str] | None:
    """The id and title behind an article's number; None for None.

    Raises:
        ArticleUnknown: no such article in this server.
    """
    if number is None:
        return None
    row = (
        await session.execute(
            select(table_of(Article).c.id, col(Article.title)).where(
                col(Article.guild_id) == guild_id, col(Article.number) == number
            )
        )
    ).one_or_none()
    if row is None:
        raise ArticleUnknown(given=number)
    return row[0], row[1]


async def suggest(
    session: AsyncSession, *, guild_id: int, typed: str, limit: int = 25
) -> list[tuple[int, str]]:
    """Numbers and titles of articles whose title contains what was typed, newest first."""
    rows = await session.execute(
        select(col(Article.number), col(Article.title))
        .where(col(Article.guild_id) == guild_id, col(Article.title).icontains(clean(typed), autoescape=True))
        .order_by(col(Article.number).desc())
        .limit(limit)
    )
    return [(number, title) for number, title in rows]
