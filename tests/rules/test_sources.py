import pytest

from bot import sources
from bot.people import Person
from bot.refusals import (
    RoleMissing,
    SourceExists,
    SourceMergedIntoItself,
    SourceUnknown,
    TextEmpty,
    TextTooLong,
)
from bot.sources import read_name
from storage.vocabulary import Naming, Reliability, SourceKind, StaleReason
from tests.desk import CHECKER, LEAD, OUTSIDER, Desk


async def page_of(desk: Desk, page: int = 1) -> sources.SourcePage:
    async with desk.database.reading() as session:
        return await sources.page(session, guild_id=desk.guild_id, page=page)


def test_a_question_mark_says_that_a_source_is_not_named() -> None:
    assert (read_name(' "two  officials"? ').name, read_name("two officials ?").unnamed) == (
        "two officials",
        True,
    )
    assert not read_name("NRC").unnamed
    for empty in ("", " ? ", '""'):
        with pytest.raises(TextEmpty):
            read_name(empty)
    with pytest.raises(TextTooLong):
        read_name("x" * 201)


async def test_a_source_added_again_is_completed_not_doubled(desk: Desk) -> None:
    first = await desk.do(sources.add, name="Knack", kind=SourceKind.OUTLET)
    second = await desk.do(sources.add, name="KNACK", language="nl", alias="Knack Magazine", party=False)

    assert (first.created, second.created) == (True, False)
    assert (second.source.id, second.source.language, second.source.aliases) == (
        first.source.id,
        "nl",
        ("Knack Magazine",),
    )
    assert (await page_of(desk)).total == 1


async def test_an_alias_belongs_to_one_source(desk: Desk) -> None:
    await desk.source("NRC", alias="the paper")
    await desk.source("NRC", alias="the paper")
    with pytest.raises(SourceExists):
        await desk.source("Knack", alias="THE PAPER")


async def test_what_one_server_knows_another_does_not(desk: Desk, other_desk: Desk) -> None:
    await desk.source("Knack")
    async with desk.database.reading() as session:
        assert await sources.suggest(session, guild_id=desk.guild_id, typed="kna") == ["Knack"]
        assert await sources.suggest(session, guild_id=other_desk.guild_id, typed="kna") == []
        with pytest.raises(SourceUnknown):
            await sources.get(session, "Knack", guild_id=other_desk.guild_id)
        with pytest.raises(SourceUnknown):
            await sources.by_id(session, 1, guild_id=other_desk.guild_id)


async def test_rating_a_source_under_a_verdict_makes_it_stale(desk: Desk) -> None:
    claim = await desk.corroborated()
    rated = await desk.do(sources.rate, "nrc", reliability=Reliability.D, notes="Corrected three stories")

    assert (rated.reliability, rated.notes) == (Reliability.D, "Corrected three stories")
    assert (await desk.look(claim.number)).stale is StaleReason.SOURCE_CHANGED


async def test_rating_a_source_as_it_was_changes_nothing(desk: Desk) -> None:
    claim = await desk.corroborated()
    await desk.do(sources.rate, "NRC", reliability=Reliability.F)

    assert (await desk.look(claim.number)).stale is None


async def test_a_source_is_unrated_until_somebody_judges_it(desk: Desk) -> None:
    assert (await desk.do(sources.add, name="NRC")).source.reliability is Reliability.F


async def test_merged_sources_are_one_origin_under_both_names(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "NRC")
    await desk.add(number, "NRC Handelsblad")
    await desk.add(number, "Knack", "NRC Handelsblad, NRC")
    assert (await desk.look(number)).provenance.origins.high == 2

    merged = await desk.do(sources.merge, "NRC Handelsblad", by=LEAD, into="NRC")
    provenance = (await desk.look(number)).provenance
    assert merged.aliases == ("NRC Handelsblad",)
    assert (provenance.origins.high, provenance.outlets) == (1, 2)
    await desk.add(number, "Le Soir", "nrc handelsblad")
    assert (await desk.look(number)).provenance.origins.high == 1


async def test_a_source_that_relied_on_its_other_name_is_an_origin_after_the_merge(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "NRC", "NRC Handelsblad")
    await desk.do(sources.merge, "NRC Handelsblad", by=LEAD, into="NRC")

    assert (await desk.look(number)).provenance.origins.high == 1


async def test_only_a_lead_merges_and_never_a_source_into_itself(desk: Desk) -> None:
    await desk.source("NRC", alias="the paper")
    await desk.source("Knack")
    with pytest.raises(RoleMissing):
        await desk.do(sources.merge, "NRC", by=CHECKER, into="Knack")
    with pytest.raises(SourceMergedIntoItself):
        await desk.do(sources.merge, "NRC", by=LEAD, into="the paper")


async def test_overlaps_are_said_of_both_and_of_no_source_with_itself(desk: Desk) -> None:
    await desk.source("US officials?", overlaps="American sources")
    await desk.source("US officials?", overlaps="US officials")
    async with desk.database.reading() as session:
        one = await sources.get(session, "US officials", guild_id=desk.guild_id)
        other = await sources.get(session, "American sources", guild_id=desk.guild_id)
    assert (one.naming, one.overlaps, other.overlaps) == (
        Naming.UNNAMED,
        ("American sources",),
        ("US officials",),
    )


async def test_the_register_is_paged_in_alphabetical_order(desk: Desk) -> None:
    for name in "LKJIHGFEDCBA":
        await desk.source(name)

    second = await page_of(desk, 2)
    assert ([source.name for source in second.sources], second.pages, second.total) == (["K", "L"], 2, 12)


async def test_the_register_is_for_checkers(desk: Desk) -> None:
    for person in (OUTSIDER, Person(id=1)):
        with pytest.raises(RoleMissing):
            await desk.do(sources.add, by=person, name="NRC")
        with pytest.raises(RoleMissing):
            await desk.do(sources.rate, "NRC", by=person, reliability=Reliability.A)


async def test_a_merge_keeps_what_could_be_the_same_people(desk: Desk) -> None:
    number = await desk.claim()
    await desk.source("a diplomat?", overlaps="US officials")
    await desk.source("envoy?")
    await desk.add(number, "The New York Times", "US officials")
    await desk.add(number, "BBC", "a diplomat")
    await desk.do(sources.merge, "a diplomat", by=LEAD, into="envoy")

    origins = (await desk.look(number)).provenance.origins
    assert (origins.low, origins.high) == (1, 2)


async def test_somebody_unnamed_is_no_outlet(desk: Desk) -> None:
    added = await desk.do(sources.add, name="an insider", naming=Naming.UNNAMED)

    assert added.source.kind is SourceKind.GROUP
