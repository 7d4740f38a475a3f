"""One claim, whole: what its card says and what the rules weigh, in three statements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, Text, bindparam, cast, func, literal, null, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col
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
from storage.vocabulary import Naming, Relation

# Attached files by the id of the evidence that carries them.
Files = Mapping[int, Sequence[FileFacts]]

_Speaker = aliased(Source)
_Upstream = aliased(Source)
_Repeated = aliased(Claim)
_Other = aliased(Claim)

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

_CLAIM = (
    select(
        *(getattr(Claim, name) for name in _OWN),
        Server.quorum,
        Server.min_origins,
        col(_Repeated.number),
        Article.title,
        Review.id,
        Review.opened_by,
        Review.opened_at,
        Review.opened_version,
        *sources.columns_of(_Speaker),
    )
    .join(Server, col(Server.guild_id) == Claim.guild_id)
    .outerjoin(_Speaker, col(_Speaker.id) == Claim.speaker_id)
    .outerjoin(_Repeated, col(_Repeated.id) == Claim.duplicate_of)
    .outerjoin(Article, col(Article.id) == Claim.article_id)
    .outerjoin(Review, (col(Review.claim_id) == Claim.id) & col(Review.closed_at).is_(None))
    .where(col(Claim.guild_id) == bindparam("guild"))
)
_BY_NUMBER = _CLAIM.where(col(Claim.number) == bindparam("number"))
_BY_ID = _CLAIM.where(col(Claim.id) == bindparam("claim"))

_EVIDENCE = (
    select(
        *(getattr(Evidence, name) for name in _PIECE),
        *sources.columns_of(Source),
        *sources.columns_of(_Upstream),
    )
    .join(Source, col(Source.id) == Evidence.source_id)
    .outerjoin(Reliance, col(Reliance.evidence_id) == Evidence.id)
    .outerjoin(_Upstream, col(_Upstream.id) == Reliance.source_id)
    .where(col(Evidence.claim_id) == bindparam("claim"), col(Evidence.guild_id) == bindparam("guild"))
    .order_by(col(Evidence.number), col(_Upstream.id))
)


def _part(what: str, one: Any, two: Any, three: Any, four: Any, five: Any = None) -> Any:
    """One strand of a union: three texts, then two numbers."""
    five = literal(0) if five is None else five
    columns = {"one": one, "two": two, "three": three, "four": four, "five": five}
    return select(literal(what).label("what"), *(column.label(name) for name, column in columns.items()))


def _mine(table: Any) -> Any:
    return (table.claim_id == bindparam("claim")) & (table.guild_id == bindparam("guild"))


# Typed, because PostgreSQL wants to know what a NULL in a union is.
_NONE = cast(null(), Text)


def _related(what: str, here: Any, there: Any) -> Any:
    return (
        _part(what, cast(col(ClaimLink.relation), Text), col(_Other.text), _NONE, col(_Other.number))
        .join(_Other, col(_Other.id) == there)
        .where(here == bindparam("claim"), col(ClaimLink.guild_id) == bindparam("guild"))
    )


# Everything that a claim may carry but seldom does: one round trip instead of seven.
_EXTRAS = union_all(
    _part("tag", col(Tag.tag), _NONE, _NONE, literal(0)).where(_mine(Tag)),
    _part("translation", col(Translation.language), col(Translation.text), _NONE, literal(0)).where(
        _mine(Translation)
    ),
    _part("seen", col(Appearance.link), col(Appearance.context), _NONE, col(Appearance.id)).where(
        _mine(Appearance)
    ),
    _part(
        "file",
        col(Attachment.name),
        col(Attachment.sha256),
        col(Attachment.media_type),
        col(Attachment.size),
        func.coalesce(Attachment.evidence_id, 0),
    ).where(_mine(Attachment)),
    _related("to", col(ClaimLink.claim_id), col(ClaimLink.other_id)),
    _related("from", col(ClaimLink.other_id), col(ClaimLink.claim_id)),
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


async def _complete(session: AsyncSession, row: Row[Any], *, guild_id: int) -> ClaimFacts:
    own = dict(zip(_OWN, row, strict=False))
    quorum, min_origins, repeated, article, *rest = row[len(_OWN) :]
    review = _review(rest[:4], own["id"])
    speaker = sources.facts_of(rest[4:]) if rest[4] is not None else None
    extras, files = await _extras(session, own["id"], guild_id=guild_id)
    evidence = await pieces(session, own["id"], guild_id=guild_id, files=files)
    traced = provenance.trace(evidence, await _overlaps(session, evidence, guild_id=guild_id))
    missing = verdicts.missing(
        kind=own["kind"],
        speaker=speaker,
        evidence=evidence,
        provenance=traced,
        quorum=quorum,
        min_origins=min_origins,
    )
    return ClaimFacts(
        **own,
        **extras,
        contested=verdicts.contested(evidence, own["state"]),
        speaker=speaker,
        duplicate_of=repeated,
        article=article,
        evidence=evidence,
        review=review,
        provenance=traced,
        missing=missing,
    )


async def pieces(
    session: AsyncSession, claim_id: int, *, guild_id: int, files: Files = MappingProxyType({})
) -> tuple[EvidenceFacts, ...]:
    """A claim's evidence in the order it came, each piece with the sources it relies on."""
    rows = (await session.execute(_EVIDENCE, {"claim": claim_id, "guild": guild_id})).all()
    upstream: dict[int, list[SourceFacts]] = defaultdict(list)
    firsts: dict[int, Row[Any]] = {}
    for row in rows:
        firsts.setdefault(row[0], row)
        if row[-_SOURCE] is not None:
            upstream[row[0]].append(sources.facts_of(row[-_SOURCE:]))
    return tuple(_piece(row, upstream[key], tuple(files.get(key, ()))) for key, row in firsts.items())


def _piece(row: Row[Any], upstream: Sequence[SourceFacts], files: tuple[FileFacts, ...]) -> EvidenceFacts:
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


