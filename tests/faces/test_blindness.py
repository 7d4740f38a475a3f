"""Before the decision nothing sent to Discord tells how anybody votes, or how many did."""

import json
import logging
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.world import Answer, Human, Server, World, text_of, vote_ids

WHY = {"Ann": "Sleeper ferry timetable.", "Bob": "Cormorant harbour ledger."}


async def in_review(world: World) -> Server:
    """A claim in review whose evidence carries either verdict."""
    server = world.server
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    for paper in ("Knack", "NRC"):
        await server.checker.slash("evidence add", claim="1", stance="supports", source=paper)
    await server.checker.slash("evidence add", claim="1", stance="denies", source="The log", first_hand=True)
    await server.checker.slash("review open", claim="1")
    return server


async def vote(server: Server, by: Human, ballot: str, why: str) -> Answer:
    card = server.review_card()
    opened = await by.press(card, vote_ids(card)[ballot])
    return await by.submit(opened, reason="independent", why=why, evidence="E1")


def card_edits(world: World) -> list[Any]:
    """Every change of a message that others see."""
    return [
        request
        for request in world.sent()
        if request.method == "PATCH" and request.path.startswith("/channels/")
    ]


def strings(value: Any) -> Iterator[str]:
    """Every word of a payload, keys left out."""
    match value:
        case Mapping():
            for part in value.values():
                yield from strings(part)
        case list():
            for part in value:
                yield from strings(part)
        case _:
            yield str(value)


async def test_a_vote_sends_nothing_but_the_form_and_the_voters_own_answer(world: World) -> None:
    server = await in_review(world)
    before = len(world.sent())
    answer = await vote(server, server.reviewers[0], "c", WHY["Ann"])
    sent = [(request.method, request.path.split("/")[1]) for request in world.sent()[before:]]
    # The form, the deferred answer, and that answer's text: all of them this one interaction's.
    assert sent == [("POST", "interactions"), ("POST", "interactions"), ("PATCH", "webhooks")]
    assert answer.ephemeral


async def test_votes_change_no_card(world: World) -> None:
    server = await in_review(world)
    cards = [text_of(card) for card in server.cards()]
    edits = len(card_edits(world))
    await vote(server, server.reviewers[0], "n", WHY["Ann"])
    await vote(server, server.checker, "c", WHY["Bob"])
    await vote(server, server.reviewers[0], "c", WHY["Ann"])
    assert len(card_edits(world)) == edits
    assert [text_of(card) for card in server.cards()] == cards


async def test_whatever_is_drawn_during_a_review_is_what_it_would_be_without_votes(world: World) -> None:
    """The same changes and looks, with votes and without, send the very same words."""
    server = await in_review(world)
    without = await looks(world, server)
    await vote(server, server.reviewers[0], "c", WHY["Ann"])
    await vote(server, server.checker, "d", WHY["Bob"])
    assert await looks(world, server) == without


async def looks(world: World, server: Server) -> list[str]:
    """Everything that anybody can be shown about the claim, as this person sees it."""
    shown = []
    for person in (server.reviewers[1], server.lead, server.outsider):
        for command in ("claim show", "claim history", "evidence list"):
            shown.append((await person.slash(command, claim="1")).text)
        for command in ("claim list", "status", "help"):
            shown.append((await person.slash(command)).text)
        shown += await person.typing("claim show", "claim", "")
    shown += [text_of(card) for card in server.cards()]
    shown += [json.dumps(vote_ids(card)) for card in server.cards()]
    return shown


async def test_no_payload_before_the_decision_tells_who_voted_or_what(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    server = await in_review(world)
    ann, bob, cas = server.reviewers
    start = len(world.sent())
    await vote(server, ann, "c", WHY["Ann"])
    await server.checker.slash("evidence add", claim="1", stance="context", source="The almanac")
    await vote(server, bob, "n", WHY["Bob"])
    await world.restart()
    for person in (cas, server.lead, server.outsider):
        await person.slash("claim show", claim="1")
        await person.slash("claim history", claim="1")
    own = [own_answer(request) for request in world.sent()[start:]]
    others = [request for request, mine in zip(world.sent()[start:], own, strict=True) if not mine]
    assert sum(own) == 2
    for request in others:
        words = list(strings(request.json))
        for voter, why in ((ann, WHY["Ann"]), (bob, WHY["Bob"])):
            assert not any(str(voter.id) in word for word in words), request
            assert not any(why in word for word in words), request
        assert not any("Vote cast" in word for word in words), request
    assert not any(str(voter.id) in caplog.text for voter in (ann, bob))
    assert not any(why in caplog.text for why in WHY.values())


def own_answer(request: Any) -> bool:
    """Whether this is what a voter alone is told about their own vote."""
    content = request.json.get("content") if isinstance(request.json, dict) else None
    return isinstance(content, str) and content.startswith("Your vote on claim")


async def test_only_the_voter_finds_their_own_words_in_the_form(world: World) -> None:
    server = await in_review(world)
    ann, bob, _ = server.reviewers
    await vote(server, ann, "c", WHY["Ann"])
    card = server.review_card()
    mine, theirs = await ann.press(card, vote_ids(card)["c"]), await bob.press(card, vote_ids(card)["c"])
    assert WHY["Ann"] in strings(mine.form)
    assert WHY["Ann"] not in strings(theirs.form)
    assert str(ann.id) not in json.dumps(theirs.form)


async def test_a_vote_that_is_refused_tells_nothing_of_the_others(world: World) -> None:
    server = await in_review(world)
    ann, bob, _ = server.reviewers
    alone = await refused(server, bob)
    await vote(server, ann, "c", WHY["Ann"])
    assert await refused(server, bob) == alone


async def refused(server: Server, by: Human) -> str:
    return (await vote(server, by, "c", " ")).text


async def test_the_decision_opens_the_votes_to_everybody(world: World) -> None:
    server = await in_review(world)
    ann, bob, _ = server.reviewers
    await vote(server, ann, "c", WHY["Ann"])
    await vote(server, bob, "c", WHY["Bob"])
    card = text_of(server.cards()[1])
    assert f"<@{ann.id}>" in card
    assert "Cormorant harbour ledger" in card
    assert "corroborated" in card
