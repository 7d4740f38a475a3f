"""From votes to a decision, without a database: who counts, and what it adds up to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.facts import Missing
from storage.vocabulary import Ballot, Outcome

WhyNot = Literal["submitter", "evidence", "older_version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One vote, as far as counting goes."""

    voter_id: int
    ballot: Ballot
    version: int


def eligible(
    cast: Cast, *, submitter_id: int, added_evidence: Collection[int], version: int
) -> WhyNot | None:
    """Why a vote does not count; None where it does.

    Nobody judges their own claim or their own evidence, and a vote is for the version it was cast on.
    """
    if cast.voter_id == submitter_id:
        return "submitter"
    if cast.voter_id in added_evidence:
        return "evidence"
    if cast.version != version:
        return "older_version"
    return None


def count(
    votes: Iterable[Cast], *, submitter_id: int, added_evidence: Collection[int], version: int
) -> Counter[Ballot]:
    """How many eligible votes there are for each ballot."""
    return Counter(
        cast.ballot
        for cast in votes
        if eligible(cast, submitter_id=submitter_id, added_evidence=added_evidence, version=version) is None
    )


def decide(tally: Mapping[Ballot, int], missing: Missing, *, quorum: int) -> Outcome | None:
    """What the eligible votes add up to; None while the review goes on.

    A verdict takes its quorum, no vote against, and evidence that carries it. *Cannot tell* is no vote
    against anything; a quorum of it says that the evidence does not suffice. Reviewers who disagree send the
    claim back to discussion once as many of them voted as a decision takes.
    """
    up, down = tally.get(Ballot.CORROBORATED, 0), tally.get(Ballot.DENIED, 0)
    if up and down:
        return Outcome.SPLIT if up + down >= quorum else None
    if up >= missing.votes_for_corroborated and not missing.corroborated:
        return Outcome.CORROBORATED
    if down >= missing.votes_for_denied and not missing.denied:
        return Outcome.DENIED
    if tally.get(Ballot.CANNOT_TELL, 0) >= quorum:
        return Outcome.UNDECIDED
    return None
