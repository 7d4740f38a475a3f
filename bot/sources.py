"""The register of sources: found by any of their names, created when first named, never doubled by case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from bot import events, languages, posting, servers
from bot.facts import SourceFacts
from bot.folding import clean, fold
from bot.people import Person, Right, require
from bot.refusals import SourceExists, SourceMergedIntoItself, SourceUnknown, TextEmpty, TextTooLong
from storage.articles import Article
from storage.claims import Claim
from storage.evidence import Evidence, Reliance
from storage.sources import Overlap, Source, SourceName
from storage.types import table_of
from storage.vocabulary import Naming, Reliability, SourceKind, StaleReason, State

NAME_LIMIT = 200
NOTES_LIMIT = 1000
PER_PAGE = 10
# Every column that names a source, but for the pairs of two, which are rebuilt.
_POINTING: tuple[tuple[type[SQLModel], str], ...] = (
    (Evidence, "source_id"),
    (Claim, "speaker_id"),
    (Article, "publisher_id"),
    (SourceName, "source_id"),
)
COLUMNS = ("id", "name", "kind", "naming", "party", "language", "reliability", "notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedName:
    """A name as somebody typed it: a trailing question mark says that the source is not named."""

    name: str
    unnamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAdded:
    """The source as it stands, whether it is new, and which other one was made for it to overlap."""

    source: SourceFacts
    created: bool
    also: tuple[SourceFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    sources: tuple[SourceFacts, ...]
    total: int
    page: int
    pages: int


def read_name(typed: str) -> TypedName:
    """Split ``two former officials?`` into its name and whether it is unnamed.

    Raises:
        TextEmpty: nothing is left.
        TextTooLong: longer than the register takes.
    """
    name = " ".join(clean(typed).split())
    unnamed = name.endswith("?")
    name = name.rstrip("? ").strip('"“” ')
    if not name:
        raise TextEmpty()
    if len(name) > NAME_LIMIT:
        raise TextTooLong(limit=NAME_LIMIT, length=len(name), typed=typed)
    return TypedName(name=name, unnamed=unnamed)


async def known(session: AsyncSession, names: Iterable[str], *, guild_id: int) -> dict[str, SourceFacts]:
    """The sources among these names, by folded name."""
    keys = {fold(name) for name in names}
    if not keys:
        return {}
    rows = await session.execute(
        select(col(SourceName.key), *_columns(Source))
        .join(Source, col(Source.id) == SourceName.source_id)
        .where(col(SourceName.guild_id) == guild_id, col(SourceName.key).in_(keys))
    )
    return {row[0]: facts_of(row[1:]) for row in rows}


async def keys_known(session: AsyncSession, keys: Iterable[str], *, guild_id: int) -> frozenset[str]:
    """Which of these folded names the register knows."""
    rows = await session.scalars(
        select(col(SourceName.key)).where(
            col(SourceName.guild_id) == guild_id, col(SourceName.key).in_(set(keys))
        )
    )
    return frozenset(rows)


async def resolve(
    session: AsyncSession,
    names: Sequence[TypedName],
    *,
    guild_id: int,
    kind: SourceKind = SourceKind.OUTLET,
) -> tuple[list[SourceFacts], tuple[SourceFacts, ...]]:
    """Find each of these sources, creating those that are new; the new ones come second.

    ``kind`` is what a new, named source is taken for until somebody corrects it.
    """
    found = await known(session, (named.name for named in names), guild_id=guild_id)
    created = []
    for named in names:
        if fold(named.name) not in found:
            source = await _create(session, named, guild_id=guild_id, kind=kind)
            found[fold(named.name)] = source
            created.append(source)
    return [found[fold(named.name)] for named in names], tuple(created)


async def get(session: AsyncSession, name: str, *, guild_id: int) -> SourceFacts:
    """One source with its aliases and overlaps.

    Raises:
        SourceUnknown: no source of this server answers to that name.
    """
    found = (await known(session, [read_name(name).name], guild_id=guild_id)).values()
    source = next(iter(found), None)
    if source is None:
        raise SourceUnknown(given=name)
    return await by_id(session, source.id, guild_id=guild_id)


async def by_id(session: AsyncSession, source_id: int, *, guild_id: int) -> SourceFacts:
    """One source by its id.

    Raises:
        SourceUnknown: no source of this server has it.
    """
    row = (
        await session.execute(
            select(*_columns(Source)).where(col(Source.id) == source_id, col(Source.guild_id) == guild_id)
        )
    ).one_or_none()
    if row is None:
        raise SourceUnknown(given=str(source_id))
    names = await session.scalars(
        select(col(SourceName.name))
        .where(col(SourceName.source_id) == source_id, col(SourceName.guild_id) == guild_id)
        .order_by(col(SourceName.id))
    )
    facts = facts_of(row)
    return SourceFacts(
        **{name: getattr(facts, name) for name in COLUMNS},
        aliases=tuple(name for name in names if fold(name) != fold(facts.name)),
        overlaps=await _overlap_names(session, source_id, guild_id=guild_id),
    )


async def page(session: AsyncSession, *, guild_id: int, page: int = 1) -> SourcePage:
    """The register in alphabetical order, ten a page."""
    here = (col(Source.guild_id) == guild_id, col(Source.merged_into).is_(None))
    total = await session.scalar(select(func.count()).select_from(Source).where(*here)) or 0
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    rows = await session.execute(
        select(*_columns(Source))
        .where(*here)
        .order_by(func.lower(Source.name), col(Source.id))
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    return SourcePage(sources=tuple(facts_of(row) for row in rows), total=total, page=page, pages=pages)


async def suggest(session: AsyncSession, *, guild_id: int, typed: str, limit: int = 25) -> list[str]:
    """Names that contain what was typed."""
    rows = await session.scalars(
        select(col(SourceName.name))
        .where(
            col(SourceName.guild_id) == guild_id, col(SourceName.key).contains(fold(typed), autoescape=True)
        )
        .order_by(SourceName.key)
        .limit(limit)
    )
    return list(rows)


async def add(
    session: AsyncSession,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    name: str,
    kind: SourceKind | None = None,
    naming: Naming | None = None,
    party: bool | None = None,
    language: str | None = None,
    reliability: Reliability | None = None,
    notes: str | None = None,
    alias: str | None = None,
    overlaps: str | None = None,
) -> SourceAdded:
    """Put a source in the register, or complete the one that answers to this name.

    Raises:
        RoleMissing: the person is no checker.
        SourceExists: the alias already belongs to another source.
        LanguageUnknown, TextTooLong: an option is not what it should be.
    """
    require(person, Right.CHECK, await servers.hold(session, guild_id=guild_id))
    named = read_name(name)
    [source], created = await resolve(session, [named], guild_id=guild_id)
    if named.unnamed and naming is None:
        naming = Naming.UNNAMED
    if naming is Naming.UNNAMED and created and kind is None:
        # Nobody calls a newspaper "a newspaper": who is not named is somebody, not an outlet.
        kind = SourceKind.GROUP
    given: dict[str, object] = {
        "kind": kind,
        "naming": naming,
        "party": party,
        "language": languages.parse(language) if language else None,
        "reliability": reliability,
        "notes": _short(notes),
    }
    changes = {field: value for field, value in given.items() if value not in (None, getattr(source, field))}
    if changes:
        await session.execute(
            update(Source)
            .where(col(Source.id) == source.id, col(Source.guild_id) == guild_id)
            .values(**changes)
        )
    if alias:
        await _give_name(session, source, read_name(alias).name, guild_id=guild_id)
    also: tuple[SourceFacts, ...] = ()
    if overlaps:
        # Only unnamed sources can be the same people without our knowing it.
        other_name = replace(read_name(overlaps), unnamed=True)
        [other], also = await resolve(session, [other_name], guild_id=guild_id)
        await _overlap(session, source.id, other.id, guild_id=guild_id)
    await _record(
        session, source, "source.added" if created else "source.changed", changes, person, now, guild_id
    )
    if not created and (changes or overlaps):
        await _ground_moved(session, source.id, guild_id=guild_id)
    whole = await by_id(session, source.id, guild_id=guild_id)
    return SourceAdded(source=whole, created=bool(created), also=also)


async def rate(
    session: AsyncSession,
    name: str,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    reliability: Reliability,
    notes: str | None = None,
) -> SourceFacts:
    """Grade a source on the Admiralty scale; verdicts that lean on it become stale.

    Raises:
        RoleMissing: the person is no checker.
        SourceUnknown: no such source here.
        TextTooLong: the notes are over their limit.
    """
    require(person, Right.CHECK, await servers.hold(session, guild_id=guild_id))
    source = await get(session, name, guild_id=guild_id)
    changes: dict[str, object] = {"reliability": reliability}
    if notes is not None:
        changes["notes"] = _short(notes)
    await session.execute(
        update(Source).where(col(Source.id) == source.id, col(Source.guild_id) == guild_id).values(**changes)
    )
    await _record(session, source, "source.rated", changes, person, now, guild_id)
    if reliability is not source.reliability:
        await _ground_moved(session, source.id, guild_id=guild_id)
    return await by_id(session, source.id, guild_id=guild_id)


async def merge(
    session: AsyncSession, name: str, *, guild_id: int, person: Person, now: datetime, into: str
) -> SourceFacts:
    """Make one source of two: the first one's names and evidence become the second one's.

    Raises:
        RoleMissing: the person is no lead.
        SourceUnknown: one of them is not here.
        SourceMergedIntoItself: both names are of one source.
    """
    require(person, Right.LEAD, await servers.hold(session, guild_id=guild_id))
    old = await get(session, name, guild_id=guild_id)
    new = await get(session, into, guild_id=guild_id)
    if old.id == new.id:
        raise SourceMergedIntoItself(name=new.name)
    await _ground_moved(session, old.id, guild_id=guild_id)
    await _repoint(session, old.id, new.id, guild_id=guild_id)
    await _record(session, new, "source.merged", {"merged": old.name}, person, now, guild_id)
    return await by_id(session, new.id, guild_id=guild_id)


async def overlaps_among(
    session: AsyncSession, source_ids: Iterable[int], *, guild_id: int
) -> frozenset[frozenset[int]]:
    """Which pairs of these sources may be the same people."""
    ids = list(source_ids)
    rows = await session.execute(
        select(col(Overlap.source_id), col(Overlap.other_id)).where(
            col(Overlap.guild_id) == guild_id,
            col(Overlap.source_id).in_(ids),
            col(Overlap.other_id).in_(ids),
        )
    )
    return frozenset(frozenset((one, other)) for one, other in rows)


def facts_of(values: Sequence[object]) -> SourceFacts:
    """A source from the columns that ``_columns`` selects."""
    return SourceFacts(**dict(zip(COLUMNS, values, strict=True)))  # type: ignore[arg-type]


def _columns(table: type[Source]) -> list[ColumnElement[object]]:
    return [getattr(table, name) for name in COLUMNS]


def columns_of(table: type[Source]) -> list[ColumnElement[object]]:
    """A source's columns, from the table or an alias of it, in the order that ``facts_of`` takes."""
    return _columns(table)


def _short(notes: str | None) -> str | None:
    text = None if notes is None else clean(notes)
    if text and len(text) > NOTES_LIMIT:
        raise TextTooLong(limit=NOTES_LIMIT, length=len(text), typed=text)
    return text


async def _create(session: AsyncSession, named: TypedName, *, guild_id: int, kind: SourceKind) -> SourceFacts:
    naming = Naming.UNNAMED if named.unnamed else Naming.NAMED
    kind = SourceKind.GROUP if named.unnamed else kind
    source_id = await session.scalar(
        insert(Source)
        .values(guild_id=guild_id, name=named.name, kind=kind, naming=naming)
        .returning(col(Source.id))
    )
    assert source_id is not None
    await session.execute(
        insert(SourceName).values(
            guild_id=guild_id, source_id=source_id, key=fold(named.name), name=named.name
        )
    )
    return SourceFacts(id=source_id, name=named.name, kind=kind, naming=naming)


async def _give_name(session: AsyncSession, source: SourceFacts, name: str, *, guild_id: int) -> None:
    owner = (await known(session, [name], guild_id=guild_id)).get(fold(name))
    if owner is None:
        await session.execute(
            insert(SourceName).values(guild_id=guild_id, source_id=source.id, key=fold(name), name=name)
        )
    elif owner.id != source.id:
        raise SourceExists(name=name)


async def _overlap(session: AsyncSession, one: int, other: int, *, guild_id: int) -> None:
    low, high = sorted((one, other))
    pair = frozenset((low, high))
    if low != high and pair not in await overlaps_among(session, pair, guild_id=guild_id):
        await session.execute(insert(Overlap).values(source_id=low, other_id=high, guild_id=guild_id))


async def _overlap_names(session: AsyncSession, source_id: int, *, guild_id: int) -> tuple[str, ...]:
    names: list[str] = []
    for mine, theirs in ((Overlap.source_id, Overlap.other_id), (Overlap.other_id, Overlap.source_id)):
        names += await session.scalars(
            select(col(Source.name))
            .join(Overlap, col(theirs) == Source.id)
            .where(col(mine) == source_id, col(Overlap.guild_id) == guild_id)
        )
    return tuple(sorted(names))


async def _ground_moved(session: AsyncSession, source_id: int, *, guild_id: int) -> None:
    """Whatever leans on a source that changed: its card is drawn again, and a verdict becomes stale."""
    leaning = (
        select(col(Evidence.claim_id))
        .outerjoin(Reliance, col(Reliance.evidence_id) == Evidence.id)
        .where(
            col(Evidence.guild_id) == guild_id,
            (col(Evidence.source_id) == source_id) | (col(Reliance.source_id) == source_id),
        )
    )
    here = (col(Claim.guild_id) == guild_id, col(Claim.id).in_(leaning))
    touched = list(await session.scalars(select(table_of(Claim).c.id).where(*here)))
    await session.execute(update(Claim).where(*here).values(version=Claim.version + 1))
    await session.execute(
        update(Claim)
        .where(*here, col(Claim.state) != State.UNVERIFIED, col(Claim.stale).is_(None))
        .values(stale=StaleReason.SOURCE_CHANGED)
    )
    for claim_id in touched:
        await posting.touch(session, guild_id=guild_id, claim_id=claim_id)


async def _repoint(session: AsyncSession, old: int, new: int, *, guild_id: int) -> None:
    for model, name in _POINTING:
        table = table_of(model)
        await session.execute(
            update(table).where(table.c[name] == old, table.c.guild_id == guild_id).values({name: new})
        )
    relying = set(
        await session.scalars(select(col(Reliance.evidence_id)).where(col(Reliance.source_id) == old))
    )
    already = set(
        await session.scalars(select(col(Reliance.evidence_id)).where(col(Reliance.source_id) == new))
    )
    own = set(await session.scalars(select(col(Evidence.id)).where(col(Evidence.source_id) == new)))
    await session.execute(
        delete(Reliance).where(col(Reliance.source_id) == old, col(Reliance.guild_id) == guild_id)
    )
    # A source that relied on its own other name would rely on itself now.
    await session.execute(
        delete(Reliance).where(col(Reliance.source_id) == new, col(Reliance.evidence_id).in_(own))
    )
    for evidence_id in relying - already - own:
        await session.execute(
            insert(Reliance).values(evidence_id=evidence_id, source_id=new, guild_id=guild_id)
        )
    await _move_overlaps(session, old, new, guild_id=guild_id)
    await session.execute(
        update(Source).where(col(Source.id) == old, col(Source.guild_id) == guild_id).values(merged_into=new)
    )


async def _move_overlaps(session: AsyncSession, old: int, new: int, *, guild_id: int) -> None:
    pairs = (col(Overlap.source_id) == old) | (col(Overlap.other_id) == old)
    rows = await session.execute(
        select(col(Overlap.source_id), col(Overlap.other_id)).where(col(Overlap.guild_id) == guild_id, pairs)
    )
    others = {one if other == old else other for one, other in rows.all()}
    await session.execute(delete(Overlap).where(col(Overlap.guild_id) == guild_id, pairs))
    for other in sorted(others):
        await _overlap(session, new, other, guild_id=guild_id)


async def _record(
    session: AsyncSession,
    source: SourceFacts,
    type: str,
    changes: dict[str, object],
    person: Person,
    now: datetime,
    guild_id: int,
) -> None:
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type=type,
        subject=f"source:{source.id}",
        body={"name": source.name, "changes": {name: str(value) for name, value in changes.items()}},
    )
