import asyncio

import pytest

from bot import claims, evidence, reviews
from bot.facts import ClaimFacts, Missing
from bot.people import Person
from bot.refusals import (
    ClaimClosed,
    ClaimMoved,
    ClaimSealed,
    NoEvidence,
    NotCheckable,
    NotInReview,
    OnlyOpenerOrLead,
    Refusal,
    ReviewOpen,
    ReviewOver,
    ReviewUnknown,
    RoleMissing,
    TextEmpty,
    TextTooLong,
    VerdictMissing,
)
from storage.vocabulary import Ballot, Closed, Kind, Outcome, ReasonCode, Stance, State
from tests.desk import CHECKER, LEAD, OUTSIDER, REVIEWERS, SUBMITTER, Desk

ONE, TWO, THREE, FOUR = REVIEWERS


async def ready(desk: Desk) -> ClaimFacts:
    """A claim in review whose evidence carries either verdict."""
    number = await desk.claim()
    await desk.add(number, "De Standaard")
    await desk.add(number, "NRC")
    await desk.add(number, "The police", stance=Stance.DENIES, first_hand=True)
    return await desk.review(number)


async def test_a_quorum_that_agrees_decides_and_seals(desk: Desk) -> None:
    claim = await ready(desk)
    first = await desk.vote(claim, ONE)
    second = await desk.vote(claim, TWO)

    assert (first.decided, second.decided) == (None, Outcome.CORROBORATED)
    assert (second.claim.state, second.claim.sealed, second.claim.review) == (State.CORROBORATED, True, None)


async def test_three_reviewers_at_once_make_one_decision_and_one_is_told_it_is_over(desk: Desk) -> None:
    claim = await ready(desk)

    outcomes = await asyncio.gather(
        *(desk.vote(claim, one) for one in (ONE, TWO, THREE)), return_exceptions=True
    )

    assert sum(isinstance(one, ReviewOver) for one in outcomes) == 1
    decided = [one.decided for one in outcomes if not isinstance(one, BaseException)]
    assert sorted(decided, key=str) == sorted([None, Outcome.CORROBORATED], key=str)


async def test_a_double_press_is_one_vote(desk: Desk) -> None:
    claim = await ready(desk)
    await asyncio.gather(desk.vote(claim, ONE), desk.vote(claim, ONE))

    assert (await desk.look(claim.number)).state is State.UNVERIFIED


async def test_neither_the_submitter_nor_whoever_added_evidence_counts(desk: Desk) -> None:
    claim = await ready(desk)
    submitter = Person(id=SUBMITTER.id, manages_messages=True)
    told = [await desk.vote(claim, one) for one in (submitter, CHECKER, ONE)]

    assert [(one.counts, one.why_not) for one in told] == [
        (False, "submitter"),
        (False, "evidence"),
        (True, None),
    ]
    assert (await desk.look(claim.number)).state is State.UNVERIFIED


async def test_whoever_added_evidence_that_was_retracted_still_does_not_count(desk: Desk) -> None:
    claim = await ready(desk)
    extra = await desk.add(claim.number, "Le Soir", by=ONE)
    await desk.do(evidence.retract, extra.evidence.number, by=ONE, reason="Wrong")

    assert (await desk.vote(await desk.look(claim.number), ONE)).why_not == "evidence"


async def test_an_uncounted_vote_against_does_not_block(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, CHECKER, Ballot.DENIED)
    await desk.vote(claim, ONE)

    assert (await desk.vote(claim, TWO)).decided is Outcome.CORROBORATED


async def test_reviewers_who_disagree_send_the_claim_back_marked_split(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE, Ballot.CORROBORATED)
    cast = await desk.vote(claim, TWO, Ballot.DENIED)

    assert cast.decided is Outcome.SPLIT
    assert (cast.claim.split, cast.claim.state, cast.claim.in_review) == (True, State.UNVERIFIED, False)
    assert (await desk.review(claim.number)).split is False


async def test_a_vote_can_be_changed_until_the_decision(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE, Ballot.DENIED)
    await desk.vote(claim, ONE, Ballot.CORROBORATED)

    assert (await desk.vote(claim, TWO)).decided is Outcome.CORROBORATED


async def test_cannot_tell_is_no_vote_against(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE, Ballot.CANNOT_TELL)
    await desk.vote(claim, TWO)

    assert (await desk.vote(claim, THREE)).decided is Outcome.CORROBORATED


async def test_a_quorum_that_cannot_tell_ends_the_review_undecided(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE, Ballot.CANNOT_TELL)
    cast = await desk.vote(claim, TWO, Ballot.CANNOT_TELL)

    assert (cast.decided, cast.claim.state, cast.claim.sealed) == (Outcome.UNDECIDED, State.UNVERIFIED, False)


async def test_votes_on_an_older_version_are_void_until_confirmed(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE)
    await desk.add(claim.number, "Le Soir")
    newer = await desk.look(claim.number)

    assert (await desk.vote(newer, TWO)).decided is None
    assert (await desk.vote(newer, ONE)).decided is Outcome.CORROBORATED


async def test_a_vote_written_while_the_claim_changed_does_not_count(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.add(claim.number, "Le Soir")
    cast = await desk.vote(claim, ONE)

    assert (cast.counts, cast.why_not) == (False, "older_version")


async def test_a_press_on_an_older_card_is_refused_before_the_form(desk: Desk) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    await desk.add(claim.number, "Le Soir")
    async with desk.database.reading() as session:
        with pytest.raises(ClaimMoved):
            await reviews.before_vote(
                session,
                claim.review.id,
                guild_id=desk.guild_id,
                person=ONE,
                ballot=Ballot.DENIED,
                version=claim.version,
            )


async def test_a_claim_that_was_closed_is_not_reviewed(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "NRC")
    await desk.do(claims.close, number, reason=Closed.WITHDRAWN)
    with pytest.raises(ClaimClosed):
        await desk.review(number)


async def test_the_form_shows_a_reviewer_their_own_words_only(desk: Desk) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    await desk.vote(claim, ONE)
    papers = []
    for person in (ONE, TWO):
        async with desk.database.reading() as session:
            papers.append(
                await reviews.before_vote(
                    session,
                    claim.review.id,
                    guild_id=desk.guild_id,
                    person=person,
                    ballot=Ballot.CANNOT_TELL,
                    version=claim.version,
                )
            )
    assert [(paper.code, paper.why) for paper in papers] == [
        (ReasonCode.INDEPENDENT, "Both saw it."),
        (None, ""),
    ]


async def test_the_evidence_must_carry_the_verdict(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times")
    claim = await desk.review(number)

    with pytest.raises(VerdictMissing) as refused:
        await desk.vote(claim, ONE)
    conditions = refused.value.blanks["conditions"]
    assert isinstance(conditions, tuple)
    [condition] = conditions
    assert (condition.code, condition.have, condition.need) == ("origins_too_few", 1, 2)


async def test_unnamed_origins_alone_take_one_vote_more(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "an official?")
    await desk.add(number, "NRC", "a diplomat?")
    claim = await desk.review(number)

    assert [(await desk.vote(claim, one)).decided for one in (ONE, TWO, THREE)] == [
        None,
        None,
        Outcome.CORROBORATED,
    ]


async def test_a_partys_word_alone_never_denies_a_claim(desk: Desk) -> None:
    number = await desk.claim()
    for party in ("The ministry", "The minister", "The spokesman"):
        await desk.add(number, party, stance=Stance.DENIES, party=True, on_record=True, first_hand=True)
    await desk.add(number, "Knack", "The minister", stance=Stance.DENIES)
    claim = await desk.review(number)

    with pytest.raises(VerdictMissing):
        await desk.vote(claim, ONE, Ballot.DENIED)


@pytest.mark.parametrize(("unnamed", "needed"), [(False, 1), (True, 2)])
async def test_a_statement_takes_first_hand_sources_that_were_read(
    desk: Desk, unnamed: bool, needed: int
) -> None:
    number = await desk.claim(
        "He said so.", kind=Kind.STATEMENT, said_by="officials?" if unnamed else "The minister"
    )
    await desk.add(number, "Knack", only_cited=True, first_hand=True)
    claim = await desk.look(number)
    assert claim.missing.corroborated
    for outlet in ("NRC", "Le Monde")[:needed]:
        await desk.add(number, outlet, first_hand=True)

    assert (await desk.look(number)).missing.corroborated == ()


async def test_a_review_needs_evidence_and_a_checkable_claim_and_is_opened_once(desk: Desk) -> None:
    number = await desk.claim()
    with pytest.raises(NoEvidence):
        await desk.review(number)
    opinion = await desk.claim("It was wrong.", kind=Kind.OPINION)
    await desk.add(opinion, "Knack")
    with pytest.raises(NotCheckable):
        await desk.review(opinion)
    await desk.add(number, "Knack")
    opened = await asyncio.gather(desk.review(number), desk.review(number), return_exceptions=True)
    assert sum(isinstance(one, ReviewOpen) for one in opened) == 1


async def test_a_fresh_verdict_is_reopened_first_and_a_stale_one_is_reviewed_as_it_is(desk: Desk) -> None:
    claim = await desk.corroborated()
    with pytest.raises(ClaimSealed):
        await desk.review(claim.number)
    await desk.add(claim.number, "Police report", stance=Stance.DENIES, first_hand=True)
    again = await desk.review(claim.number)
    assert again.state is State.CORROBORATED
    await desk.vote(again, THREE, Ballot.DENIED)
    reversed_ = (await desk.vote(again, FOUR, Ballot.DENIED)).claim

    assert (reversed_.state, reversed_.stale, reversed_.contested) == (State.DENIED, None, False)


async def test_only_reviewers_vote_and_nobody_from_elsewhere(desk: Desk, other_desk: Desk) -> None:
    claim = await ready(desk)
    with pytest.raises(RoleMissing):
        await desk.vote(claim, OUTSIDER)
    with pytest.raises(ReviewUnknown):
        await other_desk.vote(claim, ONE)


async def test_whoever_opened_a_review_or_a_lead_withdraws_it(desk: Desk) -> None:
    claim = await ready(desk)
    with pytest.raises(OnlyOpenerOrLead):
        await desk.do(reviews.withdraw, claim.number, by=ONE, reason="No")
    await desk.do(reviews.withdraw, claim.number, by=LEAD, reason="Too early")
    with pytest.raises(NotInReview):
        await desk.do(reviews.withdraw, claim.number, by=LEAD, reason="Again")
    with pytest.raises(ReviewOver):
        await desk.vote(claim, ONE)


@pytest.mark.parametrize(("why", "refusal"), [("  ", TextEmpty), ("x" * 501, TextTooLong)])
async def test_a_vote_comes_with_a_reason_of_bearable_length(
    desk: Desk, why: str, refusal: type[Refusal]
) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    with pytest.raises(refusal):
        await desk.do(
            reviews.vote,
            claim.review.id,
            by=ONE,
            ballot=Ballot.DENIED,
            version=claim.version,
            code=ReasonCode.OTHER,
            why=why,
        )


async def test_closing_or_overriding_a_claim_ends_its_review(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.do(claims.close, claim.number, reason=Closed.WITHDRAWN)
    with pytest.raises(ReviewOver):
        await desk.vote(claim, ONE)


async def test_a_split_tells_no_vote_so_that_the_next_review_is_blind_too(desk: Desk) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    told = []
    for person, ballot in ((ONE, Ballot.CORROBORATED), (TWO, Ballot.DENIED)):
        await desk.vote(claim, person, ballot)
        async with desk.database.reading() as session:
            told.append(await reviews.last(session, claim.review.id, guild_id=desk.guild_id))

    assert [(review.outcome, review.votes) for review in told] == [(None, ()), (Outcome.SPLIT, ())]


async def test_a_decided_review_names_its_voters_and_whose_vote_counted(desk: Desk) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    for person in (CHECKER, ONE, TWO):
        await desk.vote(claim, person)
    async with desk.database.reading() as session:
        review = await reviews.last(session, claim.review.id, guild_id=desk.guild_id)
        with pytest.raises(ReviewUnknown):
            await reviews.last(session, claim.review.id, guild_id=desk.guild_id + 1)

    assert {vote.voter_id: vote.counted for vote in review.votes} == {
        CHECKER.id: False,
        ONE.id: True,
        TWO.id: True,
    }


async def test_a_counted_vote_stays_counted_whatever_its_voter_adds_later(desk: Desk) -> None:
    claim = await ready(desk)
    assert claim.review is not None
    for person in (ONE, TWO):
        await desk.vote(claim, person)
    desk.later(hours=1)
    await desk.add(claim.number, "Le Soir", by=ONE)
    async with desk.database.reading() as session:
        review = await reviews.last(session, claim.review.id, guild_id=desk.guild_id)

    assert all(vote.counted for vote in review.votes)


async def test_reopening_a_claim_ends_the_review_of_its_old_verdict(desk: Desk) -> None:
    claim = await desk.corroborated()
    await desk.add(claim.number, "Police report", stance=Stance.DENIES)
    again = await desk.review(claim.number)
    await desk.do(claims.reopen, claim.number, reason="Start afresh")
    with pytest.raises(ReviewOver):
        await desk.vote(again, THREE)


async def test_history_says_nothing_of_votes_before_the_decision(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE)
    async with desk.database.reading() as session:
        history = await claims.history(session, claim.number, guild_id=desk.guild_id)

    assert history.events[0].type == "review.opened"
    assert all(event.actor_id != ONE.id for event in history.events)


async def test_a_split_names_nobody_not_even_whoever_completed_it(desk: Desk) -> None:
    claim = await ready(desk)
    await desk.vote(claim, ONE, Ballot.CORROBORATED)
    await desk.vote(claim, TWO, Ballot.DENIED)
    async with desk.database.reading() as session:
        history = await claims.history(session, claim.number, guild_id=desk.guild_id)

    assert history.events[0].type == "review.decided"
    assert not {ONE.id, TWO.id} & {event.actor_id for event in history.events}


def test_a_larger_quorum_waits_for_as_many_votes_before_it_calls_a_split() -> None:
    missing = Missing(corroborated=(), denied=(), votes_for_corroborated=3, votes_for_denied=3)

    assert reviews.decide({Ballot.CORROBORATED: 1, Ballot.DENIED: 1}, missing, quorum=3) is None
    assert reviews.decide({Ballot.CORROBORATED: 2, Ballot.DENIED: 1}, missing, quorum=3) is Outcome.SPLIT
    assert reviews.decide({Ballot.DENIED: 3}, missing, quorum=3) is Outcome.DENIED
