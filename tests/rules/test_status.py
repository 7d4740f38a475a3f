from bot import status
from bot.claims import close, link, override
from storage.vocabulary import Closed, Kind, Relation, Stance, State
from tests.desk import LEAD, Desk


async def test_the_summary_counts_every_standing_claim_once(desk: Desk, other_desk: Desk) -> None:
    await other_desk.claim("Not ours")
    first = await desk.claim("The oldest")
    await desk.add(first, "Knack", stance=Stance.DENIES)
    await desk.claim("An opinion", kind=Kind.OPINION)
    gone = await desk.claim("Withdrawn")
    await desk.do(close, gone, reason=Closed.WITHDRAWN)
    desk.later(days=8)
    verdict = await desk.corroborated("A verdict")
    await desk.do(link, first, relation=Relation.CONTRADICTS, other=verdict.number)
    denied = await desk.claim("An override")
    await desk.do(override, denied, by=LEAD, state=State.DENIED, reason="Known")
    await desk.review(first)

    async with desk.database.reading() as session:
        found = await status.summary(session, guild_id=desk.guild_id, now=desk.now)
    assert (found.unverified, found.corroborated, found.denied, found.not_checkable) == (1, 1, 1, 1)
    assert (found.total, found.contested, found.stale, found.in_review) == (4, 1, 1, 1)
    assert found.oldest_open is not None
    assert (found.oldest_open.text, (desk.now - found.oldest_open_at).days) == ("The oldest", 8)  # type: ignore[operator]
    assert (found.filed_this_week, found.filed_last_week) == (2, 3)
    assert (found.decided_this_week, found.decided_last_week) == (2, 0)


async def test_a_server_without_claims_has_a_summary_too(desk: Desk) -> None:
    async with desk.database.reading() as session:
        found = await status.summary(session, guild_id=desk.guild_id, now=desk.now)
    assert (found.total, found.oldest_open, found.oldest_open_at) == (0, None, None)
