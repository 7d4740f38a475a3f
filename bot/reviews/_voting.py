"""Casting a vote: blind, changeable until the decision, counted only where it may be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events, servers
from bot.claims._acts import Held, changed, end_review, hold
from bot.claims._facts import load_reviewed
from bot.claims._filing import recheck_at
from bot.facts import ClaimFacts, ServerFacts
from bot.folding import clean
from bot.people import Person, Right, require
from bot.refusals import ClaimMoved, ReviewOver, ReviewUnknown, TextEmpty, TextTooLong, VerdictMissing
from bot.reviews._counting import Cast, WhyNot, count, decide, eligible
from bot.reviews._open import NAMED, NOBODY
from storage.claims import Claim
from storage.reviews import Review, Vote
from storage.types import table_of
from storage.vocabulary import Ballot, Outcome, ReasonCode, State

WHY_LIMIT = 500
EVIDENCE_LIMIT = 500

_TABLE = table_of(Vote)
_KEY = ("review_id", "voter_id")
_VOTES = select(_TABLE.c.voter_id, _TABLE.c.ballot, _TABLE.c.version).where(
    _TABLE.c.review_id == bindparam("review"), _TABLE.c.guild_id == bindparam("guild")
)


def _or_change(insertion: Any) -> Any:
    """One vote a reviewer: a second one takes the place of the first, whoever comes at the same moment."""
    changed = {column.name: column for column in insertion.excluded if column.name not in _KEY}
    return insertion.on_conflict_do_update(index_elements=_KEY, set_=changed)


_CAST = {
    "sqlite": _or_change(sqlite.insert(_TABLE)),
    "postgresql": _or_change(postgresql.insert(_TABLE)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper:
    """What the form shows: the claim, and the person's own earlier words."""

    claim: ClaimFacts
    code: ReasonCode | None
    why: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast:
    """What the voter alone is told; ``decided`` only once there is a decision."""

    claim: ClaimFacts
    counts: bool
    why_not: WhyNot | None
    decided: Outcome | None


async def before_vote(
    session: AsyncSession, review_id: int, *, guild_id: int, person: Person, ballot: Ballot, version: int
) -> BallotPaper:
    """Look whether this person can vote so, before they write their reasons.

    Raises:
        ReviewUnknown, ReviewOver: no such open review here.
        RoleMissing: the person is no reviewer.
        ClaimMoved: the card that was pressed shows an older version.
        VerdictMissing: the evidence does not carry that verdict.
    """
    server = await servers.get(session, guild_id=guild_id)
    claim = await _under_review(session, review_id, guild_id=guild_id)
    _may_vote(claim, server, person, ballot)
    if version != claim.version:
        raise ClaimMoved(number=claim.number)
    mine = (
        await session.execute(
            select(col(Vote.code), col(Vote.why), col(Vote.evidence)).where(
                col(Vote.review_id) == review_id,
                col(Vote.voter_id) == person.id,
                col(Vote.guild_id) == guild_id,
            )
        )
    ).one_or_none()
    code, why, evidence = mine or (None, "", "")
    return BallotPaper(claim=claim, code=code, why=why, evidence=evidence)


async def vote(
    session: AsyncSession,
    review_id: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    ballot: Ballot,
    version: int,
    code: ReasonCode,
    why: str,
    evidence: str = "",
) -> VoteCast:
    """Cast or change one's vote, and decide the review where that completes it.

    A vote on an older ``version`` is kept, and void until its voter confirms it on the new one.

    Raises:
        ReviewUnknown, ReviewOver: no such open review here.
        RoleMissing: the person is no reviewer.
        VerdictMissing: the evidence does not carry that verdict.
        TextEmpty, TextTooLong: the reason is none, or over its limit.
    """
    why, evidence = _words(why, WHY_LIMIT), _words(evidence, EVIDENCE_LIMIT, required=False)
    server = await servers.hold(session, guild_id=guild_id)
    claim = await _under_review(session, review_id, guild_id=guild_id)
    _may_vote(claim, server, person, ballot)
    await session.execute(
        _CAST[session.get_bind().dialect.name],
        {
            "review_id": review_id,
            "voter_id": person.id,
            "guild_id": guild_id,
            "ballot": ballot,
            "code": code,
            "why": why,
            "evidence": evidence,
            "version": version,
            "cast_at": now,
        },
    )
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type="vote.cast",
        subject=f"claim:{claim.number}",
        body={
            "review": review_id,
            "ballot": ballot.value,
            "code": code.value,
            "why": why,
            "version": version,
        },
    )
    adders = frozenset(piece.added_by for piece in claim.evidence)
    why_not = eligible(
        Cast(voter_id=person.id, ballot=ballot, version=version),
        submitter_id=claim.submitter_id,
        added_evidence=adders,
        version=claim.version,
    )
    if why_not is not None:
        return VoteCast(claim=claim, counts=False, why_not=why_not, decided=None)
    outcome = await _outcome(session, review_id, claim, server, adders, guild_id=guild_id)
    if outcome is not None:
        claim = await _conclude(session, review_id, claim, outcome, guild_id=guild_id, person=person, now=now)
    return VoteCast(claim=claim, counts=True, why_not=None, decided=outcome)


async def _under_review(session: AsyncSession, review_id: int, *, guild_id: int) -> ClaimFacts:
    claim = await load_reviewed(session, review_id, guild_id=guild_id)
    if claim is not None:
        return claim
    number = await session.scalar(
        select(col(Claim.number))
        .join(Review, col(Review.claim_id) == Claim.id)
        .where(col(Review.id) == review_id, col(Review.guild_id) == guild_id)
    )
    if number is None:
        raise ReviewUnknown()
    raise ReviewOver(number=number)


def _may_vote(claim: ClaimFacts, server: ServerFacts, person: Person, ballot: Ballot) -> None:
    require(person, Right.REVIEW, server)
    unmet = claim.missing.of(ballot)
    if unmet:
        raise VerdictMissing(number=claim.number, verdict=ballot.value, conditions=unmet)


async def _outcome(
    session: AsyncSession,
    review_id: int,
    claim: ClaimFacts,
    server: ServerFacts,
    adders: frozenset[int],
    *,
    guild_id: int,
) -> Outcome | None:
    rows = await session.execute(_VOTES, {"review": review_id, "guild": guild_id})
    votes = [Cast(voter_id=voter, ballot=ballot, version=version) for voter, ballot, version in rows]
    tally = count(votes, submitter_id=claim.submitter_id, added_evidence=adders, version=claim.version)
    return decide(tally, claim.missing, quorum=server.quorum)


async def _conclude(
    session: AsyncSession,
    review_id: int,
    claim: ClaimFacts,
    outcome: Outcome,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
) -> ClaimFacts:
    held: Held = await hold(session, claim.number, guild_id=guild_id)
    await end_review(session, held, now=now, outcome=outcome)
    values: dict[str, object] = {"split": outcome is Outcome.SPLIT}
    if outcome in (Outcome.CORROBORATED, Outcome.DENIED):
        values |= {
            "state": State(outcome.value),
            "sealed": True,
            "stale": None,
            "decided_at": now,
            "recheck_at": recheck_at(held.server, now),
        }
    # Under a split nobody is named, so not even the one whose vote completed it.
    return await changed(
        session,
        held,
        person=person if outcome in NAMED else Person(id=NOBODY),
        now=now,
        type="review.decided",
        body={"outcome": outcome.value, "was": claim.state.value, "review": review_id},
        **values,
    )


def _words(given: str, limit: int, *, required: bool = True) -> str:
    text = clean(given)
    if required and not text:
        raise TextEmpty()
    if len(text) > limit:
        raise TextTooLong(limit=limit, length=len(text), typed=text)
    return text
