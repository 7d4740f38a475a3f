"""What other programs are told of a claim: its standing in plain data, and nothing of open votes."""

import json

import pytest

from bot import claims, inspection, reviews
from bot.refusals import ClaimUnknown
from storage.vocabulary import Closed, Kind, Stance
from tests.desk import REVIEWERS, Desk


async def inspected(desk: Desk, number: int | None = None) -> list[dict[str, object]]:
    async with desk.database.reading() as session:
        return await inspection.inspect(session, guild_id=desk.guild_id, number=number)


async def test_a_claim_tells_its_standing_and_what_each_verdict_lacks(desk: Desk) -> None:
    number = await desk.claim("The bridge was closed.")
    await desk.add(number, "Knack", "The New York Times")

    assert await inspected(desk, number) == [
        {
            "number": 1,
            "text": "The bridge was closed.",
            "kind": "event",
            "state": "unverified",
            "closed": None,
            "contested": False,
            "stale": False,
            "in_review": False,
            "outlets": 1,
            "languages": [],
            "origins": [1, 1],
            "missing": {
                "corroborated": [{"code": "origins_too_few", "have": 1, "need": 2}],
                "denied": [{"code": "refutation_needed", "have": 0, "need": 1}],
            },
        }
    ]


async def test_unnamed_origins_that_cannot_be_told_apart_are_a_range(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "an official?, a diplomat?")

    [told] = await inspected(desk, number)
    assert told["origins"] == [1, 2]


async def test_what_became_of_a_claim_is_told(desk: Desk) -> None:
    claim = await desk.corroborated()
    await desk.add(claim.number, "The police", stance=Stance.DENIES)
    await desk.claim("An opinion.", kind=Kind.OPINION)
    await desk.do(claims.close, 2, reason=Closed.NOT_CHECKABLE)

    sealed, closed = await inspected(desk)
    assert (sealed["state"], sealed["contested"], sealed["stale"]) == ("corroborated", True, True)
    assert (sealed["closed"], closed["closed"]) == (None, "not_checkable")


async def test_all_claims_of_one_server_come_in_the_order_of_their_numbers(
    desk: Desk, other_desk: Desk
) -> None:
    for text in ("One", "Two", "Three"):
        await desk.claim(text)
    await other_desk.claim("Elsewhere")

    assert [(told["number"], told["text"]) for told in await inspected(desk)] == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
    ]
    assert [told["text"] for told in await inspected(other_desk)] == ["Elsewhere"]


async def test_a_server_that_never_filed_anything_has_no_claims(desk: Desk) -> None:
    assert await inspected(desk) == []


async def test_a_claim_of_another_server_is_unknown(desk: Desk, other_desk: Desk) -> None:
    await desk.claim()
    with pytest.raises(ClaimUnknown):
        await inspected(other_desk, 1)


async def test_a_vote_in_an_open_review_changes_nothing_that_is_told(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "De Standaard")
    await desk.add(number, "NRC")
    opened = await desk.review(number)
    before = await inspected(desk)
    await desk.vote(opened, REVIEWERS[0])

    assert await inspected(desk) == before
    assert before[0]["in_review"] is True
    await desk.do(reviews.withdraw, number, reason="Too early")
    assert (await inspected(desk))[0]["in_review"] is False


async def test_everything_that_is_told_is_json(desk: Desk) -> None:
    await desk.corroborated()
    told = await inspected(desk)
    assert json.loads(json.dumps(told)) == told
