"""What people see of a review: opening it, voting, and what becomes of every late or doubled press."""

from typing import Any

import pytest

from bot import servers
from bot.people import Person
from tests.world import Answer, Human, Server, World, buttons_of, text_of, vote_ids

WHY = "Both papers saw it."
ONE_MESSAGE = "/channels/*/messages/*"
UNAVAILABLE = 503


@pytest.fixture
async def server(world: World) -> Server:
    """The first server, with a claim that the evidence carries, in review."""
    server = world.server
    await file(server)
    await server.checker.slash("review open", claim="1")
    return server


async def file(server: Server) -> None:
    """A claim that two independent papers carry."""
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    for paper in ("Knack", "NRC"):
        await server.checker.slash("evidence add", claim="1", stance="supports", source=paper)


async def press(server: Server, by: Human, ballot: str = "c") -> Answer:
    card = server.review_card()
    return await by.press(card, vote_ids(card)[ballot])


async def vote(server: Server, by: Human, ballot: str = "c", **fields: Any) -> Answer:
    opened = await press(server, by, ballot)
    return await submit(by, opened, **fields)


async def submit(by: Human, opened: Answer, **fields: Any) -> Answer:
    return await by.submit(opened, **{"reason": "independent", "why": WHY, "evidence": "E1, E2", **fields})


def card_of(server: Server) -> str:
    """The review's card, whether or not it still has its buttons."""
    return text_of(server.cards()[1])


async def set_review_channel(world: World) -> None:
    server, bot = world.server, world.bot
    lead = Person(id=server.lead.id, manages_server=True)
    async with bot.database.unit_of_work() as session:
        await servers.change(
            session,
            guild_id=server.id,
            person=lead,
            now=bot.clock(),
            review_channel_id=server.other_channel.id,
        )
    bot.forget_server(server.id)


async def test_a_review_posts_its_card_and_answers_with_its_link(world: World) -> None:
    await file(world.server)
    answer = await world.server.checker.slash("review open", claim="1")
    card = world.server.review_card()
    assert answer.ephemeral
    assert f"Claim #1 is in review: https://discord.com/channels/{world.server.id}/" in answer.text
    assert answer.text.endswith(str(card.id))
    assert sorted(vote_ids(card)) == ["c", "d", "n"]
    assert "In review" in text_of(world.server.cards()[0])


async def test_the_card_goes_where_the_server_wants_reviews(world: World) -> None:
    server = world.server
    await set_review_channel(world)
    await file(server)
    await server.checker.slash("review open", claim="1")
    assert [message for message in server.other_channel.history() if vote_ids(message)]


async def test_the_button_on_a_claims_card_opens_a_review_once(world: World) -> None:
    server = world.server
    await file(server)
    await world.restart()
    card = server.cards()[0]
    first = await server.checker.press(card, "claim:1:review")
    assert "Claim #1 is in review" in first.text
    assert first.ephemeral
    again = await server.lead.slash("review open", claim="1")
    assert "in review already" in again.text
    assert len(server.cards()) == 2


async def test_a_claim_without_evidence_is_not_put_to_the_vote(world: World) -> None:
    await world.server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    answer = await world.server.checker.press(world.server.card(1), "claim:1:review")
    assert "no active evidence" in answer.text
    assert len(world.server.cards()) == 1


async def test_a_review_whose_card_cannot_be_posted_says_so(world: World) -> None:
    await file(world.server)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    answer = await world.server.checker.slash("review open", claim="1")
    assert "its card could not be posted" in answer.text


async def test_two_reviewers_who_agree_decide_and_both_cards_say_so(server: Server) -> None:
    ann, bob, _ = server.reviewers
    first = await vote(server, ann)
    assert first.ephemeral
    assert "Your vote on claim #1 is kept: *Corroborated*. It counts" in first.text
    second = await vote(server, bob)
    assert "With that, claim #1 is corroborated." in second.text
    assert "Corroborated" in text_of(server.cards()[0]).split("\n")[0]
    assert "The review has ended: corroborated" in card_of(server)
    assert card_of(server).count("Both papers saw it") == 2
    assert vote_ids(server.cards()[1]) == {}


async def test_reviewers_who_disagree_send_the_claim_back(server: Server) -> None:
    await server.checker.slash("evidence add", claim="1", stance="denies", source="The log", first_hand=True)
    ann, bob, _ = server.reviewers
    await vote(server, ann)
    answer = await vote(server, bob, "d", reason="refuted")
    assert "goes back to discussion" in answer.text
    assert "Split" in text_of(server.cards()[0])
    assert f"<@{ann.id}>" not in card_of(server).split("ended")[1]


async def test_a_quorum_that_cannot_tell_ends_it_without_a_verdict(server: Server) -> None:
    ann, bob, _ = server.reviewers
    await vote(server, ann, "n", reason="insufficient")
    answer = await vote(server, bob, "n", reason="insufficient")
    assert "ended without a verdict" in answer.text
    assert "Unverified" in text_of(server.cards()[0]).split("\n")[0]


async def test_neither_the_submitter_nor_who_added_evidence_counts(world: World) -> None:
    server = world.server
    await server.lead.slash("claim add", text="The bridge was closed.", kind="event")
    for paper in ("Knack", "NRC"):
        await server.checker.slash("evidence add", claim="1", stance="supports", source=paper)
    await server.checker.slash("review open", claim="1")
    submitter, adder = await vote(server, server.lead), await vote(server, server.checker)
    assert "will not count towards the verdict, because you submitted" in submitter.text
    assert "will not count towards the verdict, because you added evidence" in adder.text
    assert "In review" in text_of(server.cards()[0])


async def test_somebody_who_is_no_reviewer_is_told_who_is(server: Server) -> None:
    answer = await press(server, server.outsider)
    assert not answer.opened_a_form
    assert "Only reviewers" in answer.text


async def test_losing_the_role_while_writing_is_found_out_on_sending(world: World, server: Server) -> None:
    ann = server.reviewers[0]
    opened = await press(server, ann)
    world.take_roles(ann)
    answer = await submit(ann, opened)
    assert "Only reviewers" in answer.text
    assert WHY in answer.text
    assert len(answer.messages) == 1
    pressed = await press(server, ann)
    assert not pressed.opened_a_form


async def test_a_verdict_that_the_evidence_does_not_carry_is_refused_with_what_is_missing(
    server: Server,
) -> None:
    answer = await press(server, server.reviewers[0], "d")
    assert not answer.opened_a_form
    assert "cannot be denied yet. Missing:" in answer.text


async def test_a_double_press_is_one_vote_and_the_form_keeps_the_voters_words(server: Server) -> None:
    ann, bob, _ = server.reviewers
    first, second = await press(server, ann), await press(server, ann)
    await submit(ann, first)
    await submit(ann, second, why="On second thoughts.")
    third = await press(server, ann)
    assert third.fields["why"]["value"] == "On second thoughts."
    assert third.fields["evidence"]["value"] == "E1, E2"
    assert [it["value"] for it in third.fields["reason"]["options"] if it.get("default")] == ["independent"]
    assert "In review" in text_of(server.cards()[0])
    fresh = await press(server, bob)
    assert "value" not in fresh.fields["why"]


async def test_three_forms_open_at_once_give_one_decision_and_one_sentence_each(server: Server) -> None:
    ann, bob, cas = server.reviewers
    forms = [(by, await press(server, by)) for by in (ann, bob, cas)]
    answers = [await submit(by, opened) for by, opened in forms]
    assert "It counts" in answers[0].text
    assert "claim #1 is corroborated" in answers[1].text
    assert "The review of claim #1 has ended" in answers[2].text
    assert WHY in answers[2].text
    assert all(len(answer.messages) == 1 for answer in answers)
    assert card_of(server).count("Both papers saw it") == 2


async def test_a_vote_works_after_a_restart(world: World, server: Server) -> None:
    ann, bob, _ = server.reviewers
    await vote(server, ann)
    await world.restart()
    answer = await vote(server, bob)
    assert "claim #1 is corroborated" in answer.text


async def test_a_press_on_an_older_version_explains_and_draws_the_card_again(
    world: World, server: Server
) -> None:
    # The card is not drawn again, because Discord is not there for a moment.
    world.env.inject_error("PATCH", ONE_MESSAGE, status=UNAVAILABLE, times=2)
    await server.checker.slash("evidence add", claim="1", stance="supports", source="Le Monde")
    ann = server.reviewers[0]
    answer = await press(server, ann)
    assert not answer.opened_a_form
    assert "Claim #1 changed since this card was drawn" in answer.told.content
    assert "Le Monde" in card_of(server)
    again = await press(server, ann)
    assert again.opened_a_form


async def test_a_press_after_the_end_explains_and_takes_the_buttons_away(
    world: World, server: Server
) -> None:
    ann, bob, cas = server.reviewers
    await vote(server, ann)
    world.env.inject_error("PATCH", ONE_MESSAGE, status=UNAVAILABLE, times=2)
    await vote(server, bob)
    answer = await press(server, cas)
    assert "The review of claim #1 has ended" in answer.told.content
    assert vote_ids(server.cards()[1]) == {}


async def test_a_vote_on_a_claim_that_changed_meanwhile_counts_once_it_is_confirmed(server: Server) -> None:
    ann, bob, _ = server.reviewers
    opened = await press(server, ann)
    await server.checker.slash("evidence add", claim="1", stance="supports", source="Le Monde")
    late = await submit(ann, opened)
    assert "counts only once you confirm it" in late.text
    assert "It counts" in (await vote(server, bob)).text
    confirmed = await vote(server, ann)
    assert "claim #1 is corroborated" in confirmed.text


async def test_another_servers_review_is_unknown(world: World, server: Server) -> None:
    other = world.another_server()
    assert "no claim 1" in (await other.lead.slash("review open", claim="1")).text
    assert "no claim 1" in (await other.lead.slash("review withdraw", claim="1", reason="Mine.")).text


async def test_a_form_refused_for_its_text_gives_it_back(server: Server) -> None:
    ann = server.reviewers[0]
    opened = await press(server, ann)
    answer = await submit(ann, opened, why="   ", evidence="E1 and nothing else")
    assert "empty" in answer.text
    assert "E1 and nothing else" in answer.text


async def test_a_review_is_withdrawn_by_whoever_opened_it_or_a_lead(server: Server) -> None:
    refused = await server.reviewers[0].slash("review withdraw", claim="1", reason="Too early.")
    assert "Only whoever opened the review" in refused.text
    assert "Too early." in refused.text
    answer = await server.checker.slash("review withdraw", claim="1", reason="Too early.")
    assert "The review of claim #1 is withdrawn." in answer.text
    assert "The review has ended: withdrawn" in card_of(server)
    assert "claim:1:review" in buttons_of(server.cards()[0])
    nothing = await server.lead.slash("review withdraw", claim="1", reason="Again.")
    assert "not in review" in nothing.text


async def test_a_voter_is_answered_in_their_own_language(server: Server) -> None:
    answer = await vote(server, server.reviewers[0].speaks("nl"))
    assert "Je stem over bewering #1 is bewaard: *Bevestigd*. Die telt mee" in answer.text
