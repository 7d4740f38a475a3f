"""Adding a piece of evidence, with a piece for every source that it cites on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import chains, claims, languages, servers, sources
from bot.claims._acts import Held, changed, hold, make_stale
from bot.claims._filing import attach
from bot.facts import ClaimFacts, EvidenceFacts, SourceFacts
from bot.files import StoredFile
from bot.folding import Typed, clean
from bot.links import checked
from bot.people import Person, Right, require
from bot.refusals import ClaimClosed, EvidenceRepeated, SourceItself, TextTooLong
from storage.claims import Claim
from storage.evidence import Evidence, Reliance
from storage.vocabulary import Closed, StaleReason, Stance, Standing

QUOTE_LIMIT = 1500
SCOPE_LIMIT = 500


class NewEvidence(BaseModel):
    """What somebody adds, before any rule has looked at it."""

    model_config = ConfigDict(frozen=True)

    stance: Stance
    source: Typed
    according_to: Typed | None = None
    link: Typed | None = None
    quote: Typed | None = None
    first_hand: bool = False
    on_record: bool = False
    party: bool | None = None
    only_cited: bool = False
    scope: Typed | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The piece as it stands, its claim as it now is, and the sources made on the way."""

    claim: ClaimFacts
    evidence: EvidenceFacts
    created: tuple[SourceFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A source and, hop by hop, the sources that it relies on; None where nothing was said of that."""

    source: SourceFacts
    hops: list[list[SourceFacts]] | None
    created: tuple[SourceFacts, ...]

    @property
    def next_hop(self) -> list[SourceFacts] | None:
        if self.hops is None:
            return None
        return self.hops[0] if self.hops else []


async def add(
    session: AsyncSession, number: int, given: NewEvidence, *, guild_id: int, person: Person, now: datetime
) -> Recorded:
    """Record what a source asserts about a claim, and what that source relies on.

    A sealed claim takes it as new evidence: the verdict stands and becomes stale.

    Raises:
        RoleMissing: the person is no checker.
        ClaimUnknown, ClaimClosed: no such claim here, or it was withdrawn or is a duplicate.
        EvidenceRepeated: the very same piece is there already.
        NotALink, TextTooLong, ChainUnclear, SourceItself: an option is not what it should be.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    if held.row.closed in (Closed.WITHDRAWN, Closed.DUPLICATE):
        raise ClaimClosed(number=number)
    link, quote, scope = (
        checked(given.link),
        _short(given.quote, QUOTE_LIMIT),
        _short(given.scope, SCOPE_LIMIT),
    )
    chain = await read_chain(session, given.source, given.according_to, guild_id=guild_id)
    existing = await claims.pieces(session, held.id, guild_id=guild_id)
    replaced = _cited_before(existing, chain.source, given.stance)
    upstream = chain.next_hop
    if upstream is None:
        upstream = list(replaced.according_to) if replaced is not None else []
    values = {
        "stance": given.stance,
        "source_id": chain.source.id,
        "cited": False,
        "read": not given.only_cited,
        "first_hand": given.first_hand,
        "on_record": given.on_record,
        "party": chain.source.party if given.party is None else given.party,
        "scope": scope,
        "link": link,
        "quote": quote,
        "language": languages.detect(quote, otherwise="") or None if quote else None,
    }
    _refuse_repeat(existing, values, upstream, number)
    made = await _insert(session, held, values, upstream, person=person, now=now)
    if replaced is not None:
        await supersede(session, replaced.id, by=made.id, guild_id=guild_id)
    await attach(
        session, given.files, guild_id=guild_id, person=person, now=now, claim_id=held.id, evidence_id=made.id
    )
    await cite(session, held, chain.hops or [], given.stance, existing, person=person, now=now)
    claim = await ground_changed(
        session,
        held,
        StaleReason.NEW_EVIDENCE,
        person=person,
        now=now,
        type="evidence.added",
        body={
            "evidence": made.number,
            "stance": given.stance.value,
            "source": chain.source.name,
            "according_to": [source.name for source in upstream],
            "link": link,
            "quote": quote,
        },
    )
    return Recorded(claim=claim, evidence=piece_of(claim, made.id), created=chain.created)


async def read_chain(
    session: AsyncSession,
    source: str | None,
    according_to: str | None,
    *,
    guild_id: int,
    of: SourceFacts | None = None,
) -> Chain:
    """Turn typed names into sources: the one that asserts, then those it relies on.

    Raises:
        ChainUnclear, SourceItself, TextEmpty, TextTooLong: the names cannot be read so.
    """
    said = bool(clean(according_to or ""))
    names = [sources.read_name(source)] if source is not None else []
    hops: list[list[sources.TypedName]] = []
    if said:
        assert according_to is not None
        known = await sources.keys_known(session, chains.candidates(according_to), guild_id=guild_id)
        hops = chains.parse(according_to, known=known)
    found, created = await sources.resolve(
        session, [*names, *(name for hop in hops for name in hop)], guild_id=guild_id
    )
    asserting = of or found[0]
    rest = iter(found[len(names) :])
    resolved = [[next(rest) for _ in hop] for hop in hops]
    for hop, beyond in pairwise([[asserting], *resolved]):
        for itself in (source for source in hop if source.id in {one.id for one in beyond}):
            raise SourceItself(name=itself.name, typed=according_to)
    return Chain(asserting, resolved if said else None, created)


async def cite(
    session: AsyncSession,
    held: Held,
    hops: Sequence[Sequence[SourceFacts]],
    stance: Stance,
    existing: Sequence[EvidenceFacts],
    *,
    person: Person,
    now: datetime,
) -> None:
    """Give every cited source a piece of its own: leaving it out makes one origin look like two."""
    for at, hop in enumerate(hops):
        upstream = list(hops[at + 1]) if at + 1 < len(hops) else []
        for source in hop:
            there = _standing(existing, source, stance)
            if there is None:
                await _insert(
                    session,
                    held,
                    {
                        "stance": stance,
                        "source_id": source.id,
                        "cited": True,
                        "read": False,
                        "party": source.party,
                    },
                    upstream,
                    person=person,
                    now=now,
                )
            else:
                # Whatever came first, the figures are the same: what is known of a source grows, until
                # somebody reads it again and says otherwise.
                known = {other.id for other in there.according_to}
                await _rely(
                    session,
                    there.id,
                    [other for other in upstream if other.id not in known],
                    held.row.guild_id,
                )


async def supersede(session: AsyncSession, evidence_id: int, *, by: int, guild_id: int) -> None:
    """Let a fuller piece take the place of one that was only cited."""
    await session.execute(
        update(Evidence)
        .where(col(Evidence.id) == evidence_id, col(Evidence.guild_id) == guild_id)
        .values(status=Standing.SUPERSEDED, superseded_by=by)
    )


async def rely_only_on(
    session: AsyncSession, evidence_id: int, upstream: Sequence[SourceFacts], *, guild_id: int
) -> None:
    """Replace what a piece relies on."""
    await session.execute(
        delete(Reliance).where(col(Reliance.evidence_id) == evidence_id, col(Reliance.guild_id) == guild_id)
    )
    await _rely(session, evidence_id, upstream, guild_id)


async def ground_changed(
    session: AsyncSession,
    held: Held,
    reason: StaleReason,
    *,
    person: Person,
    now: datetime,
    type: str,
    body: dict[str, object],
) -> ClaimFacts:
    """Raise the claim's version after a change of its evidence; a verdict that stood becomes stale."""
    await make_stale(session, held, reason)
    return await changed(
        session, held, person=person, now=now, type=type, body=body, version=Claim.version + 1
    )


def piece_of(claim: ClaimFacts, evidence_id: int) -> EvidenceFacts:
    """One piece among a claim's evidence."""
    return next(piece for piece in claim.evidence if piece.id == evidence_id)


@dataclass(frozen=True, slots=True)
class _Made:
    id: int
    number: int


async def _insert(
    session: AsyncSession,
    held: Held,
    values: dict[str, object],
    upstream: Sequence[SourceFacts],
    *,
    person: Person,
    now: datetime,
) -> _Made:
    guild_id = held.row.guild_id
    [number] = await servers.numbers(session, "last_evidence", guild_id=guild_id)
    evidence_id = await session.scalar(
        insert(Evidence)
        .values(
            guild_id=guild_id, number=number, claim_id=held.id, added_by=person.id, added_at=now, **values
        )
        .returning(col(Evidence.id))
    )
    assert evidence_id is not None
    await _rely(session, evidence_id, upstream, guild_id)
    return _Made(evidence_id, number)


async def _rely(
    session: AsyncSession, evidence_id: int, upstream: Sequence[SourceFacts], guild_id: int
) -> None:
    rows = [
        {"evidence_id": evidence_id, "source_id": source_id, "guild_id": guild_id}
        for source_id in dict.fromkeys(source.id for source in upstream)
    ]
    if rows:
        await session.execute(insert(Reliance), rows)


def _standing(existing: Sequence[EvidenceFacts], source: SourceFacts, stance: Stance) -> EvidenceFacts | None:
    return next(
        (
            piece
            for piece in existing
            if piece.active and piece.source.id == source.id and piece.stance is stance
        ),
        None,
    )


def _cited_before(
    existing: Sequence[EvidenceFacts], source: SourceFacts, stance: Stance
) -> EvidenceFacts | None:
    piece = _standing(existing, source, stance)
    return piece if piece is not None and piece.cited else None


def _refuse_repeat(
    existing: Sequence[EvidenceFacts], values: dict[str, object], upstream: Sequence[SourceFacts], number: int
) -> None:
    same = ("stance", "read", "first_hand", "on_record", "party", "scope", "link", "quote")
    for piece in existing:
        if (
            piece.active
            and not piece.cited
            and piece.source.id == values["source_id"]
            and all(getattr(piece, name) == values[name] for name in same)
            and {one.id for one in piece.according_to} == {one.id for one in upstream}
        ):
            raise EvidenceRepeated(evidence=piece.number, number=number)


def _short(given: str | None, limit: int) -> str | None:
    text = clean(given or "")
    if len(text) > limit:
        raise TextTooLong(limit=limit, length=len(text), typed=text)
    return text or None
