"""One claim, whole: what its card says and what the rules weigh, in three statements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot import provenance, sources, verdicts
from bot.facts import ClaimFacts, EvidenceFacts, FileFacts, RelatedClaim, ReviewFacts, SourceFacts
from bot.refusals import ClaimUnknown
from storage.articles import Article
from storage.claims import Appearance, Claim, ClaimLink, Tag, Translation
from storage.evidence import Evidence, Reliance
from storage.files import Attachment
from storage.reviews import Review
from storage.servers import Server
from storage.sources import Source
from storage.types import table_of
from storage.vocabulary import Naming, Relation

# Attached files by the id of the evidence that carries them.
Files = Mapping[int, Sequence[FileFacts]]

_CLAIMS, _SERVERS, _ARTICLES = table_of(Claim), table_of(Server), table_of(Article)
_REVIEWS, _PIECES, _RELIANCES = table_of(Review), table_of(Evidence), table_of(Reliance)
_SOURCES = table_of(Source)
_SPEAKER, _UPSTREAM = _SOURCES.alias("speaker"), _SOURCES.alias("upstream")
_REPEATED, _OTHER = _CLAIMS.alias("repeated"), _CLAIMS.alias("other")

_OWN = (
    "id",
    "guild_id",
    "number",
    "text",
    "language",
    "kind",
    "state",
    "closed",
    "version",
    "sealed",
    "split",
    "overridden",
    "override_reason",
    "stale",
    "submitter_id",
    "assignee_id",
    "priority",
    "created_at",
    "decided_at",
    "due_at",
)
_PIECE = (
    "id",
    "number",
    "stance",
    "cited",
    "read",
    "first_hand",
    "on_record",
    "party",
    "scope",
    "link",
    "quote",
    "language",
    "status",
    "status_reason",
    "added_by",
)
_SOURCE = len(sources.COLUMNS)


def _source_columns(table: FromClause) -> list[ColumnElement[Any]]:
    return [table.c[name] for name in sources.COLUMNS]


_CLAIM = (
    select(
        *(_CLAIMS.c[name] for name in _OWN),
        _SERVERS.c.quorum,
        _SERVERS.c.min_origins,
        _REPEATED.c.number,
        _ARTICLES.c.title,
        _REVIEWS.c.id,
        _REVIEWS.c.opened_by,
        _REVIEWS.c.opened_at,
        _REVIEWS.c.opened_version,
        *_source_columns(_SPEAKER),
    )
    .join_from(_CLAIMS, _SERVERS, _SERVERS.c.guild_id == _CLAIMS.c.guild_id)
    .outerjoin(_SPEAKER, _SPEAKER.c.id == _CLAIMS.c.speaker_id)
    .outerjoin(_REPEATED, _REPEATED.c.id == _CLAIMS.c.duplicate_of)
    .outerjoin(_ARTICLES, _ARTICLES.c.id == _CLAIMS.c.article_id)
    .outerjoin(_REVIEWS, (_REVIEWS.c.claim_id == _CLAIMS.c.id) & _REVIEWS.c.closed_at.is_(None))
    .where(_CLAIMS.c.guild_id == bindparam("guild"))
)
_BY_NUMBER = _CLAIM.where(_CLAIMS.c.number == bindparam("number"))
_BY_ID = _CLAIM.where(_CLAIMS.c.id == bindparam("claim"))
_BY_OPEN_REVIEW = _CLAIM.where(_REVIEWS.c.id == bindparam("review"))

_EVIDENCE = (
    select(
        *(_PIECES.c[name] for name in _PIECE),
        *_source_columns(_SOURCES),
        *_source_columns(_UPSTREAM),
    )
    .join_from(_PIECES, _SOURCES, _SOURCES.c.id == _PIECES.c.source_id)
    .outerjoin(_RELIANCES, _RELIANCES.c.evidence_id == _PIECES.c.id)
    .outerjoin(_UPSTREAM, _UPSTREAM.c.id == _RELIANCES.c.source_id)
    .where(_PIECES.c.claim_id == bindparam("claim"), _PIECES.c.guild_id == bindparam("guild"))
    .order_by(_PIECES.c.number, _UPSTREAM.c.id)
)


def _part(what: str, one: Any, two: Any, three: Any, four: Any, five: Any = None) -> Select[Any]:
    """One strand of a union: three texts, then two numbers."""
    five = literal(0) if five is None else five
    columns = {"one": one, "two": two, "three": three, "four": four, "five": five}
    return select(literal(what).label("what"), *(column.label(name) for name, column in columns.items()))


def _mine(table: Table) -> ColumnElement[bool]:
    return (table.c.claim_id == bindparam("claim")) & (table.c.guild_id == bindparam("guild"))


# Typed, because PostgreSQL wants to know what a NULL in a union is.
_NONE = cast(null(), Text)
_TAGS, _TRANSLATIONS, _SEEN = table_of(Tag), table_of(Translation), table_of(Appearance)
_FILES, _LINKS = table_of(Attachment), table_of(ClaimLink)


def _related(what: str, here: ColumnElement[int], there: ColumnElement[int]) -> Select[Any]:
    return (
        _part(what, cast(_LINKS.c.relation, Text), _OTHER.c.text, _NONE, _OTHER.c.number)
        .join_from(_LINKS, _OTHER, _OTHER.c.id == there)
        .where(here == bindparam("claim"), _LINKS.c.guild_id == bindparam("guild"))
    )


# Everything that a claim may carry but seldom does: one round trip instead of seven.
_EXTRAS = union_all(
    _part("tag", _TAGS.c.tag, _NONE, _NONE, literal(0)).where(_mine(_TAGS)),
    _part("translation", _TRANSLATIONS.c.language, _TRANSLATIONS.c.text, _NONE, literal(0)).where(
        _mine(_TRANSLATIONS)
    ),
    _part("seen", _SEEN.c.link, _SEEN.c.context, _NONE, _SEEN.c.id).where(_mine(_SEEN)),
    _part(
        "file",
        _FILES.c.name,
        _FILES.c.sha256,
        _FILES.c.media_type,
        _FILES.c.size,
        func.coalesce(_FILES.c.evidence_id, 0),
    ).where(_mine(_FILES)),
    _related("to", _LINKS.c.claim_id, _LINKS.c.other_id),
    _related("from", _LINKS.c.other_id, _LINKS.c.claim_id),
)


async def get(session: AsyncSession, number: int, *, guild_id: int) -> ClaimFacts:
    """One claim by its number in this server.

    Raises:
        ClaimUnknown: no such claim here; another server's claim is no different.
    """
    row = (await session.execute(_BY_NUMBER, {"guild": guild_id, "number": number})).one_or_none()
    if row is None:
        raise ClaimUnknown(given=number)
    return await _complete(session, row, guild_id=guild_id)


async def load(session: AsyncSession, claim_id: int, *, guild_id: int) -> ClaimFacts:
    """One claim by its id, with the same care for the server.

    Raises:
        ClaimUnknown: no such claim here.
    """
    row = (await session.execute(_BY_ID, {"guild": guild_id, "claim": claim_id})).one_or_none()
    if row is None:
        raise ClaimUnknown(given=claim_id)
    return await _complete(session, row, guild_id=guild_id)


async def load_reviewed(session: AsyncSession, review_id: int, *, guild_id: int) -> ClaimFacts | None:
    """The claim that an open review of this server is about; None where there is no such review."""
    row = (await session.execute(_BY_OPEN_REVIEW, {"guild": guild_id, "review": review_id})).one_or_none()
    return None if row is None else await _complete(session, row, guild_id=guild_id)


async def _complete(session: AsyncSession, row: Sequence[Any], *, guild_id: int) -> ClaimFacts:
    own = dict(zip(_OWN, row, strict=False))
    quorum, min_origins, repeated, article, *rest = row[len(_OWN) :]
    review = _review(rest[:4], own["id"])
    speaker = sources.facts_of(rest[4:]) if rest[4] is not None else None
    extras, files = await _extras(session, own["id"], guild_id=guild_id)
    evidence = await pieces(session, own["id"], guild_id=guild_id, files=files)
    return compose(
        evidence,
        await _overlaps(session, evidence, guild_id=guild_id),
        quorum=quorum,
        min_origins=min_origins,
        **own,
        **extras,
        speaker=speaker,
        duplicate_of=repeated,
        article=article,
        review=review,
    )


def compose(
    evidence: tuple[EvidenceFacts, ...],
    overlaps: frozenset[frozenset[int]] = frozenset(),
    *,
    quorum: int,
    min_origins: int,
    **own: Any,
) -> ClaimFacts:
    """A claim with what follows from its evidence: its origins, its denials, and what is missing."""
    traced = provenance.trace(evidence, overlaps)
    missing = verdicts.missing(
        kind=own["kind"],
        speaker=own["speaker"],
        evidence=evidence,
        provenance=traced,
        quorum=quorum,
        min_origins=min_origins,
    )
    contested = verdicts.contested(evidence, own["state"])
    return ClaimFacts(**own, evidence=evidence, contested=contested, provenance=traced, missing=missing)


async def pieces(
    session: AsyncSession, claim_id: int, *, guild_id: int, files: Files = MappingProxyType({})
) -> tuple[EvidenceFacts, ...]:
    """A claim's evidence in the order it came, each piece with the sources it relies on."""
    rows = (await session.execute(_EVIDENCE, {"claim": claim_id, "guild": guild_id})).all()
    upstream: dict[int, list[SourceFacts]] = defaultdict(list)
    firsts: dict[int, Sequence[Any]] = {}
    for row in rows:
        firsts.setdefault(row[0], row)
        if row[-_SOURCE] is not None:
            upstream[row[0]].append(sources.facts_of(row[-_SOURCE:]))
    return tuple(_piece(row, upstream[key], tuple(files.get(key, ()))) for key, row in firsts.items())


def _piece(
    row: Sequence[Any], upstream: Sequence[SourceFacts], files: tuple[FileFacts, ...]
) -> EvidenceFacts:
    return EvidenceFacts(
        **dict(zip(_PIECE, row, strict=False)),
        source=sources.facts_of(row[len(_PIECE) : len(_PIECE) + _SOURCE]),
        according_to=tuple(upstream),
        files=files,
    )


async def _overlaps(
    session: AsyncSession, evidence: Sequence[EvidenceFacts], *, guild_id: int
) -> frozenset[frozenset[int]]:
    unnamed = {
        source.id
        for piece in evidence
        for source in (piece.source, *piece.according_to)
        if source.naming is Naming.UNNAMED
    }
    if len(unnamed) < 2:
        return frozenset()
    return await sources.overlaps_among(session, unnamed, guild_id=guild_id)


async def _extras(session: AsyncSession, claim_id: int, *, guild_id: int) -> tuple[dict[str, Any], Files]:
    found: dict[str, list[Any]] = defaultdict(list)
    for what, *values in await session.execute(_EXTRAS, {"claim": claim_id, "guild": guild_id}):
        found[what].append(values)
    seen = min(found["seen"], key=lambda values: values[3], default=(None, None))
    files: dict[int, list[FileFacts]] = defaultdict(list)
    for name, sha256, media_type, size, evidence_id in found["file"]:
        files[evidence_id].append(FileFacts(name=name, sha256=sha256, media_type=media_type, size=size))
    related = tuple(
        RelatedClaim(relation=Relation(relation), text=text, number=number, forward=what == "to")
        for what in ("to", "from")
        for relation, text, _, number, _ in found[what]
    )
    extras = {
        "tags": tuple(sorted(tag for tag, *_ in found["tag"])),
        "translations": {language: text for language, text, *_ in found["translation"]},
        "link": seen[0],
        "context": seen[1],
        "files": tuple(files.pop(0, ())),
        "related": related,
    }
    return extras, files


def _review(values: Sequence[Any], claim_id: int) -> ReviewFacts | None:
    review_id, opened_by, opened_at, opened_version = values
    if review_id is None:
        return None
    return ReviewFacts(
        id=review_id,
        claim_id=claim_id,
        opened_by=opened_by,
        opened_at=opened_at,
        opened_version=opened_version,
    )
