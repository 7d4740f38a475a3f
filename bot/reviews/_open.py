"""Opening a review, withdrawing it, and telling how the last one ended."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import claims, posting
from bot.claims._acts import changed, end_review, hold, reason_text
from bot.facts import ClaimFacts, ReviewFacts, VoteFacts
from bot.people import Person, Right, may, require
from bot.refusals import (
    ClaimClosed,
    ClaimSealed,
    NoEvidence,
    NotCheckable,
    NotInReview,
    OnlyOpenerOrLead,
    ReviewOpen,
    ReviewUnknown,
)
from bot.reviews._counting import Cast, eligible
from storage.claims import Claim
from storage.evidence import Evidence
from storage.reviews import Review, Vote
from storage.vocabulary import Closed, Outcome, PostKind

# Votes are told only under a verdict. A split is none: the next review of the claim is blind again.
NAMED = frozenset({Outcome.CORROBORATED, Outcome.DENIED})
NOBODY = 0


async def open(
    session: AsyncSession, number: int, *, guild_id: int, person: Person, now: datetime, channel_id: int
) -> ClaimFacts:
    """Put a claim to the vote. A stale verdict can be put to it again; a fresh one is reopened first.

    ``channel_id`` is where the review card goes while the server has set no channel.

    Raises:
        RoleMissing: the person is no checker.
        NotCheckable, ClaimClosed, ClaimSealed, NoEvidence, ReviewOpen: there is nothing to vote on.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    claim = await claims.load(session, held.id, guild_id=guild_id)
    _can_be_reviewed(claim)
    review_id = await session.scalar(
        insert(Review)
        .values(
            guild_id=guild_id,
            claim_id=held.id,
            opened_by=person.id,
            opened_at=now,
            opened_version=claim.version,
        )
        .returning(col(Review.id))
    )
    server = held.server
    await posting.intend(
        session,
        guild_id=guild_id,
        kind=PostKind.REVIEW_CARD,
        key=f"review:{review_id}:create",
        channel_id=server.review_channel_id or server.claims_channel_id or channel_id,
        now=now,
        claim_id=held.id,
        review_id=review_id,
    )
    return await changed(session, held, person=person, now=now, type="review.opened", body={}, split=False)


async def withdraw(
    session: AsyncSession, number: int, *, guild_id: int, person: Person, now: datetime, reason: str
) -> ClaimFacts:
    """End a review without a decision. For whoever opened it, or a lead.

    Raises:
        NotInReview: there is none.
        OnlyOpenerOrLead: somebody else opened it.
    """
    held = await hold(session, number, guild_id=guild_id)
    claim = await claims.load(session, held.id, guild_id=guild_id)
    if claim.review is None:
        raise NotInReview(number=number)
    if person.id != claim.review.opened_by and not may(person, Right.LEAD, held.server):
        raise OnlyOpenerOrLead()
    why = reason_text(reason)
    await end_review(session, held, now=now, outcome=Outcome.WITHDRAWN)
    return await changed(session, held, person=person, now=now, type="review.withdrawn", body={"reason": why})


async def last(session: AsyncSession, review_id: int, *, guild_id: int) -> ReviewFacts:
    """A review by its id: with its outcome and, once it is decided, its votes.

    Raises:
        ReviewUnknown: no such review in this server.
    """
    review = (
        await session.scalars(
            select(Review).where(col(Review.id) == review_id, col(Review.guild_id) == guild_id)
        )
    ).one_or_none()
    if review is None:
        raise ReviewUnknown()
    return ReviewFacts(
        id=review_id,
        claim_id=review.claim_id,
        opened_by=review.opened_by,
        opened_at=review.opened_at,
        opened_version=review.opened_version,
        outcome=review.outcome,
        votes=await _told_votes(session, review, guild_id=guild_id),
    )


async def _told_votes(session: AsyncSession, review: Review, *, guild_id: int) -> tuple[VoteFacts, ...]:
    if review.outcome not in NAMED:
        return ()
    votes = (
        await session.scalars(
            select(Vote)
            .where(col(Vote.review_id) == review.id, col(Vote.guild_id) == guild_id)
            .order_by(col(Vote.cast_at), col(Vote.voter_id))
        )
    ).all()
    submitter_id = await session.scalar(
        select(col(Claim.submitter_id)).where(col(Claim.id) == review.claim_id)
    )
    adders = await _added_evidence(session, review, guild_id=guild_id)
    # The version that was voted on is the newest one among the votes: evidence may have come since.
    version = max((vote.version for vote in votes), default=0)
    return tuple(
        VoteFacts(
            voter_id=vote.voter_id,
            ballot=vote.ballot,
            code=vote.code,
            why=vote.why,
            evidence=vote.evidence,
            counted=eligible(
                Cast(voter_id=vote.voter_id, ballot=vote.ballot, version=vote.version),
                submitter_id=submitter_id or NOBODY,
                added_evidence=adders,
                version=version,
            )
            is None,
        )
        for vote in votes
    )


async def _added_evidence(session: AsyncSession, review: Review, *, guild_id: int) -> frozenset[int]:
    """Everybody who had added evidence when the review ended, whatever became of it."""
    return frozenset(
        await session.scalars(
            select(col(Evidence.added_by))
            .distinct()
            .where(
                col(Evidence.claim_id) == review.claim_id,
                col(Evidence.guild_id) == guild_id,
                col(Evidence.added_at) <= review.closed_at,
            )
        )
    )


def _can_be_reviewed(claim: ClaimFacts) -> None:
    if claim.closed is Closed.NOT_CHECKABLE:
        raise NotCheckable(number=claim.number)
    if claim.closed is not None:
        raise ClaimClosed(number=claim.number)
    if claim.review is not None:
        raise ReviewOpen(number=claim.number)
    if claim.sealed and claim.stale is None:
        raise ClaimSealed(number=claim.number)
    if not any(piece.active for piece in claim.evidence):
        raise NoEvidence(number=claim.number)
