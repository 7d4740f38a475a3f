import asyncio
from typing import Any

import pytest

from bot import claims
from bot.claims import NewClaim
from bot.people import Person
from bot.refusals import (
    AlreadyClosed,
    AlreadyTaken,
    ClaimNotSealed,
    ClaimSealed,
    ClaimUnknown,
    LanguageUnknown,
    LinkToItself,
    NotALink,
    NotCheckable,
    NothingTyped,
    OnlySubmitterOrChecker,
    RoleMissing,
    TextEmpty,
    TextTooLong,
    TooManyTags,
)
from storage.vocabulary import Closed, Kind, Relation, StaleReason, State
from tests.desk import CHANNEL, CHECKER, LEAD, OUTSIDER, REVIEWERS, SUBMITTER, Desk


async def test_claims_are_numbered_per_server(desk: Desk, other_desk: Desk) -> None:
    assert [await desk.claim("One"), await desk.claim("Two"), await other_desk.claim("Three")] == [1, 2, 1]


async def test_twenty_people_filing_at_once_get_twenty_numbers_without_a_gap(desk: Desk) -> None:
    filed = await asyncio.gather(*(desk.claim(f"Claim {count}") for count in range(20)))

    assert sorted(filed) == list(range(1, 21))


async def test_the_same_claim_filed_twice_at_once_is_one_claim(desk: Desk) -> None:
    first, second = await asyncio.gather(desk.file("The dam broke."), desk.file("the  DAM broke."))

    assert {first.repeated, second.repeated} == {True, False}
    assert first.claim.number == second.claim.number == 1


async def test_an_exact_repeat_leaves_no_gap_in_the_numbers(desk: Desk) -> None:
    await desk.claim("The dam broke.")
    await desk.file("The dam broke.")

    assert await desk.claim("Another claim") == 2


@pytest.mark.parametrize(
    "again", ["THE CAFÉ CLOSED", "the cafe\u0301 closed", "  the\ncafé   closed ", "the ｃafé closed"]
)
async def test_case_spacing_and_unicode_form_make_no_new_claim(desk: Desk, again: str) -> None:
    await desk.claim("The café closed")

    assert (await desk.file(again)).repeated


async def test_a_repeat_is_only_found_in_its_own_server(desk: Desk, other_desk: Desk) -> None:
    await desk.claim("The dam broke.")

    assert not (await other_desk.file("The dam broke.")).repeated


async def test_a_withdrawn_claim_does_not_stand_for_its_text(desk: Desk) -> None:
    number = await desk.claim("The dam broke.")
    await desk.do(claims.close, number, by=SUBMITTER, reason=Closed.WITHDRAWN)

    assert not (await desk.file("The dam broke.")).repeated


async def test_another_servers_claim_answers_as_an_unknown_one(desk: Desk, other_desk: Desk) -> None:
    await desk.claim("One")

    with pytest.raises(ClaimUnknown) as foreign:
        await other_desk.look(1)
    with pytest.raises(ClaimUnknown) as unknown:
        await desk.look(99)
    assert type(foreign.value) is type(unknown.value)
    assert foreign.value.blanks.keys() == unknown.value.blanks.keys()


async def test_what_is_said_by_somebody_is_a_statement_of_a_person(desk: Desk) -> None:
    added = await desk.file("We shall win.", said_by="Dmitri Peskov")

    assert added.claim.kind is Kind.STATEMENT
    assert added.claim.speaker is not None
    assert [source.name for source in added.created] == ["Dmitri Peskov"]


async def test_an_unnamed_speaker_is_marked_by_a_question_mark(desk: Desk) -> None:
    speaker = (await desk.file("He may change his mind.", said_by="two officials?")).claim.speaker

    assert speaker is not None
    assert (speaker.name, speaker.named) == ("two officials", False)


@pytest.mark.parametrize("kind", [Kind.FORECAST, Kind.OPINION])
async def test_forecasts_and_opinions_are_recorded_as_not_checkable(desk: Desk, kind: Kind) -> None:
    added = await desk.file("It will rain.", kind=kind)

    assert added.claim.closed is Closed.NOT_CHECKABLE


async def test_a_claim_whose_kind_turns_out_checkable_is_open_again(desk: Desk) -> None:
    number = await desk.claim("The offensive failed.", kind=Kind.OPINION)
    claim = await desk.do(claims.edit, number, text="The offensive stopped in May.", kind=Kind.EVENT)

    assert claim.closed is None


async def test_the_language_is_detected_and_can_be_corrected(desk: Desk) -> None:
    number = await desk.claim("De brug over de rivier was gisteren de hele dag gesloten.")
    assert (await desk.look(number)).language == "nl"

    claim = await desk.do(claims.edit, number, text="De brug was dicht.", language="German")
    assert claim.language == "de"


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"text": "   "}, TextEmpty),
        ({"text": "x" * 1001}, TextTooLong),
        ({"text": "A claim", "link": "not a link"}, NotALink),
        ({"text": "A claim", "link": "javascript:alert(1)"}, NotALink),
        ({"text": "A claim", "link": "https://user:secret@example.org"}, NotALink),
        ({"text": "A claim", "language": "Klingonish"}, LanguageUnknown),
    ],
)
async def test_bad_input_is_refused_and_leaves_nothing_behind(
    desk: Desk, given: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await desk.file(**given)

    assert await desk.claim("The first claim") == 1


async def test_a_text_of_the_longest_length_is_taken(desk: Desk) -> None:
    assert await desk.claim("x" * 1000) == 1


async def test_editing_raises_the_version(desk: Desk) -> None:
    number = await desk.claim()
    claim = await desk.do(claims.edit, number, by=SUBMITTER, text="The bridge was shut.")

    assert (claim.version, claim.text) == (2, "The bridge was shut.")


async def test_only_its_submitter_or_a_checker_edits_a_claim(desk: Desk) -> None:
    number = await desk.claim()

    with pytest.raises(OnlySubmitterOrChecker):
        await desk.do(claims.edit, number, by=OUTSIDER, text="Something else")


async def test_a_sealed_claim_is_edited_only_after_reopening(desk: Desk) -> None:
    claim = await desk.corroborated()
    with pytest.raises(ClaimSealed):
        await desk.do(claims.edit, claim.number, text="Something else")

    reopened = await desk.do(claims.reopen, claim.number, reason="A word was wrong")
    assert (reopened.state, reopened.sealed) == (State.UNVERIFIED, False)
    await desk.do(claims.edit, claim.number, text="Something else")


async def test_an_open_claim_cannot_be_reopened(desk: Desk) -> None:
    number = await desk.claim()
    with pytest.raises(ClaimNotSealed):
        await desk.do(claims.reopen, number, reason="Why not")


async def test_an_opinion_cannot_be_reopened(desk: Desk) -> None:
    number = await desk.claim(kind=Kind.OPINION)
    with pytest.raises(NotCheckable):
        await desk.do(claims.reopen, number, reason="Why not")


async def test_a_submitter_may_withdraw_but_not_call_it_uncheckable(desk: Desk) -> None:
    number = await desk.claim()
    with pytest.raises(RoleMissing):
        await desk.do(claims.close, number, by=SUBMITTER, reason=Closed.NOT_CHECKABLE)
    with pytest.raises(OnlySubmitterOrChecker):
        await desk.do(claims.close, number, by=OUTSIDER, reason=Closed.WITHDRAWN)

    assert (
        await desk.do(claims.close, number, by=SUBMITTER, reason=Closed.WITHDRAWN)
    ).closed is Closed.WITHDRAWN


async def test_closing_twice_for_the_same_reason_changes_nothing(desk: Desk) -> None:
    number = await desk.claim(kind=Kind.FORECAST)

    assert (await desk.do(claims.close, number, reason=Closed.NOT_CHECKABLE)).closed is Closed.NOT_CHECKABLE
    with pytest.raises(AlreadyClosed):
        await desk.do(claims.close, number, reason=Closed.WITHDRAWN)


async def test_a_verdict_is_not_closed_away(desk: Desk) -> None:
    claim = await desk.corroborated()
    with pytest.raises(ClaimSealed):
        await desk.do(claims.close, claim.number, reason=Closed.WITHDRAWN)


async def test_tags_are_added_and_removed(desk: Desk) -> None:
    number = await desk.claim()
    await desk.do(claims.tag, number, tags="War,  #peace talks, WAR")
    claim = await desk.do(claims.tag, number, tags="-war, kremlin")

    assert claim.tags == ("kremlin", "peace talks")
    with pytest.raises(NothingTyped):
        await desk.do(claims.tag, number, tags=" , ,")


async def test_a_translation_stands_beside_the_original(desk: Desk) -> None:
    number = await desk.claim("The bridge was closed.")
    await desk.do(claims.translate, number, language="Nederlands", text="De brug was dich.")
    claim = await desk.do(claims.translate, number, language="nl", text="De brug was dicht.")

    assert claim.text == "The bridge was closed."
    assert dict(claim.translations) == {"nl": "De brug was dicht."}


async def test_a_contradiction_makes_the_verdict_on_either_side_stale(desk: Desk) -> None:
    claim = await desk.corroborated()
    other = await desk.claim("The bridge was open.")
    linked = await desk.do(claims.link, other, relation=Relation.CONTRADICTS, other=claim.number)

    assert [(one.number, one.forward) for one in linked.related] == [(claim.number, True)]
    assert (await desk.look(claim.number)).stale is StaleReason.CONTRADICTION
    with pytest.raises(LinkToItself):
        await desk.do(claims.link, other, relation=Relation.REPEATS, other=other)


async def test_only_a_lead_overrides_and_the_badge_stays_for_good(desk: Desk) -> None:
    number = await desk.claim()
    with pytest.raises(RoleMissing):
        await desk.do(claims.override, number, state=State.DENIED, reason="I know")

    claim = await desk.do(claims.override, number, by=LEAD, state=State.DENIED, reason="The editor decided")
    assert (claim.state, claim.sealed, claim.overridden) == (State.DENIED, True, True)
    reopened = await desk.do(claims.reopen, number, reason="New facts")
    assert (reopened.overridden, reopened.override_reason) == (True, "The editor decided")


async def test_a_role_that_was_set_up_replaces_the_permission(desk: Desk) -> None:
    from bot import servers

    await desk.do(servers.change, by=LEAD, checker_role_id=500)
    number = await desk.claim()

    with pytest.raises(RoleMissing) as refused:
        await desk.do(claims.tag, number, by=CHECKER, tags="war")
    assert refused.value.blanks["role_id"] == 500
    await desk.do(claims.tag, number, by=Person(id=9, role_ids=frozenset({500})), tags="war")


async def test_a_verdict_comes_due_for_a_recheck_once(desk: Desk) -> None:
    claim = await desk.corroborated()
    desk.later(days=181)
    async with desk.database.unit_of_work() as session:
        assert await claims.recheck_due(session, guild_id=desk.guild_id, now=desk.now) == 1
        assert await claims.recheck_due(session, guild_id=desk.guild_id, now=desk.now) == 0

    stale = await desk.look(claim.number)
    assert (stale.stale, stale.state) == (StaleReason.RECHECK_DUE, State.CORROBORATED)


async def test_the_list_is_filtered_and_paged(desk: Desk) -> None:
    for count in range(12):
        await desk.claim(f"Claim {count}")
    await desk.do(claims.tag, 3, tags="war")

    async with desk.database.reading() as session:
        first = await claims.page(session, guild_id=desk.guild_id, person=CHECKER)
        second = await claims.page(session, guild_id=desk.guild_id, person=CHECKER, page=99)
        tagged = await claims.page(session, guild_id=desk.guild_id, person=CHECKER, tag="War")
        mine = await claims.page(session, guild_id=desk.guild_id, person=CHECKER, mine=True)
    assert (len(first.lines), first.pages, second.page, [line.number for line in second.lines]) == (
        10,
        2,
        2,
        [2, 1],
    )
    assert [line.number for line in tagged.lines] == [3]
    assert mine.total == 0


async def test_suggestions_come_from_ones_own_server_only(desk: Desk, other_desk: Desk) -> None:
    await desk.claim("The dam broke.")
    await other_desk.claim("The dam held.")

    async with desk.database.reading() as session:
        found = await claims.suggest(session, guild_id=desk.guild_id, typed="DAM")
        by_number = await claims.suggest(session, guild_id=desk.guild_id, typed="#1")
        hostile = await claims.suggest(session, guild_id=desk.guild_id, typed="%_\\'\"")
    assert [line.text for line in found] == ["The dam broke."] == [line.text for line in by_number]
    assert hostile == []


async def test_filing_for_an_unknown_article_is_refused(desk: Desk) -> None:
    from bot.refusals import ArticleUnknown

    await desk.article("A story", publisher="Knack")
    assert (await desk.file("From the story", article=1)).claim.article == "A story"
    with pytest.raises(ArticleUnknown):
        await desk.do(claims.add, NewClaim(text="x", article=7), by=SUBMITTER, channel_id=CHANNEL)


async def test_a_claim_is_taken_by_one_checker_and_only_a_lead_takes_it_over(desk: Desk) -> None:
    number = await desk.claim()
    with pytest.raises(RoleMissing):
        await desk.do(claims.take, number, by=OUTSIDER)
    both = await asyncio.gather(
        *(desk.do(claims.take, number, by=person) for person in REVIEWERS[:2]), return_exceptions=True
    )
    assert sum(isinstance(one, AlreadyTaken) for one in both) == 1
    assert (await desk.do(claims.take, number, by=LEAD)).assignee_id == LEAD.id
    assert (await desk.do(claims.take, number, by=LEAD)).assignee_id == LEAD.id


async def test_a_claim_carries_a_bearable_number_of_tags(desk: Desk) -> None:
    number = await desk.claim()
    await desk.do(claims.tag, number, tags=",".join(f"t{count}" for count in range(20)))
    with pytest.raises(TooManyTags):
        await desk.do(claims.tag, number, tags="one more")
    await desk.do(claims.tag, number, tags="one more, -t0")


async def test_a_claim_that_a_checker_closed_stays_closed_when_its_words_change(desk: Desk) -> None:
    number = await desk.claim()
    await desk.do(claims.close, number, reason=Closed.NOT_CHECKABLE)
    edited = await desk.do(claims.edit, number, by=SUBMITTER, text="Other words")

    assert edited.closed is Closed.NOT_CHECKABLE


async def test_turning_a_claim_into_an_opinion_ends_its_review(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack")
    await desk.review(number)
    edited = await desk.do(claims.edit, number, text="It was a bad idea.", kind=Kind.OPINION)

    assert (edited.closed, edited.in_review) == (Closed.NOT_CHECKABLE, False)


@pytest.mark.parametrize("unseen", ["\u200b", "\u2800\u3164", "\0", "\ud83d", "\u202e \u2060"])
async def test_a_claim_that_nobody_can_see_is_no_claim(desk: Desk, unseen: str) -> None:
    with pytest.raises(TextEmpty):
        await desk.file(unseen)


@pytest.mark.parametrize("odd", ["\0", "\ud83d"])
async def test_what_cannot_be_stored_is_left_out_everywhere(desk: Desk, odd: str) -> None:
    number = await desk.claim(f"A{odd} claim", said_by=f"The{odd} minister", context=f"x{odd}")
    await desk.add(number, f"Kn{odd}ack", f"N{odd}RC", quote=f"q{odd}", scope=f"s{odd}")
    await desk.do(claims.tag, number, tags=f"t{odd}ag")
    await desk.do(claims.translate, number, language="nl", text=f"Een{odd} bewering")
    await desk.article(f"A{odd} title", publisher=f"Kn{odd}ack", published=f"2023{odd}")
    await desk.source(f"N{odd}RC", notes=f"n{odd}", alias=f"a{odd}")
    async with desk.database.reading() as session:
        found = await claims.page(session, guild_id=desk.guild_id, person=CHECKER, tag=f"tag{odd}")
    assert found.total == 1
    overridden = await desk.do(claims.override, number, by=LEAD, state=State.DENIED, reason=f"r{odd}")
    assert (overridden.text, overridden.override_reason) == ("A claim", "r")


async def test_hidden_characters_make_no_new_claim(desk: Desk) -> None:
    await desk.claim("The dam broke.")

    assert (await desk.file("The d\u200bam broke.\u2060")).repeated
