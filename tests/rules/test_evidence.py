import pytest

from bot import evidence
from bot.claims import close, suggest
from bot.refusals import (
    ChainTooLong,
    ChainUnclear,
    ClaimClosed,
    EvidenceNotActive,
    EvidenceRepeated,
    EvidenceUnknown,
    OnlyOwnOrLead,
    RoleMissing,
    SourceItself,
)
from storage.vocabulary import Closed, Kind, SourceKind, StaleReason, Stance, Standing, State
from tests.desk import LEAD, OUTSIDER, REVIEWERS, SUBMITTER, Desk


def counted(recorded: evidence.Recorded) -> tuple[int, int, int]:
    provenance = recorded.claim.provenance
    return provenance.outlets, provenance.origins.low, provenance.origins.high


async def test_a_chain_gives_every_cited_source_a_piece_of_its_own(desk: Desk) -> None:
    number = await desk.claim()
    recorded = await desk.add(number, "Knack", "The New York Times > two former officials?, US officials?")

    told = [(piece.source.name, piece.read, piece.cited) for piece in recorded.claim.evidence]
    assert told == [
        ("Knack", True, False),
        ("The New York Times", False, True),
        ("two former officials", False, True),
        ("US officials", False, True),
    ]
    assert counted(recorded) == (2, 1, 2)
    assert [source.named for source in recorded.created] == [True, True, False, False]


async def test_a_newspaper_that_is_only_cited_is_no_second_outlet(desk: Desk) -> None:
    number = await desk.claim()

    assert counted(await desk.add(number, "Knack", "The New York Times")) == (1, 1, 1)


async def test_nine_echoes_do_not_make_ten_origins(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "The New York Times", "two former officials?")
    for echo in range(9):
        recorded = await desk.add(number, f"echo {echo}", "The New York Times")

    assert counted(recorded) == (10, 1, 1)


async def test_names_are_matched_over_case_aliases_and_commas(desk: Desk) -> None:
    await desk.source("The New York Times, 23 Dec 2023", alias="NYT")
    number = await desk.claim()
    await desk.add(number, "Knack", "the new york times, 23 dec 2023, NRC")
    recorded = await desk.add(number, "De Morgen", "nyt")

    upstream = {
        piece.source.name: [one.name for one in piece.according_to] for piece in recorded.claim.evidence
    }
    assert upstream["Knack"] == ["The New York Times, 23 Dec 2023", "NRC"]
    assert upstream["De Morgen"] == ["The New York Times, 23 Dec 2023"]
    assert recorded.created[0].name == "De Morgen"


async def test_reading_a_cited_source_takes_over_what_was_known_of_it(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times > two former officials?")
    recorded = await desk.add(
        number, "The New York Times", link="https://nytimes.example/story", first_hand=True
    )

    before, after = [piece for piece in recorded.claim.evidence if piece.source.name == "The New York Times"]
    assert (before.status, after.status) == (Standing.SUPERSEDED, Standing.ACTIVE)
    assert [one.name for one in after.according_to] == ["two former officials"]
    assert counted(recorded) == (2, 1, 1)


async def test_a_cited_source_is_marked_read_with_what_it_turns_out_to_rely_on(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times")
    recorded = await desk.do(evidence.read, 2, according_to="CNN > a diplomat?")

    assert recorded.evidence.read
    assert [one.name for one in recorded.evidence.according_to] == ["CNN"]
    assert [origin.name for origin in recorded.claim.provenance.origin_sources] == ["a diplomat"]
    alone = await desk.do(evidence.read, 2, according_to="-")
    assert alone.evidence.according_to == ()


async def test_a_source_that_denies_once_read_takes_its_echoes_with_it(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times")
    recorded = await desk.add(number, "The New York Times", stance=Stance.DENIES, first_hand=True)

    assert counted(recorded) == (1, 0, 0)
    assert recorded.claim.contested


async def test_retracting_the_denial_brings_the_support_back(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times")
    denial = await desk.add(number, "The New York Times", stance=Stance.DENIES, first_hand=True)
    recorded = await desk.do(evidence.retract, denial.evidence.number, reason="Misread")

    assert counted(recorded) == (1, 1, 1)
    assert not recorded.claim.contested


async def test_what_was_known_through_one_outlet_falls_with_it(desk: Desk) -> None:
    number = await desk.claim()
    added = await desk.add(number, "Knack", "The New York Times > two former officials?")
    recorded = await desk.do(evidence.retract, added.evidence.number, reason="Not what it says")

    assert counted(recorded)[1:] == (0, 0)


async def test_a_retraction_under_a_verdict_makes_it_stale_and_leaves_it_standing(desk: Desk) -> None:
    claim = await desk.corroborated()
    recorded = await desk.do(evidence.retract, 1, reason="The outlet withdrew it")

    assert (recorded.claim.state, recorded.claim.stale) == (State.CORROBORATED, StaleReason.RETRACTION)
    assert recorded.claim.version == claim.version + 1


async def test_new_evidence_under_a_verdict_makes_it_stale_once(desk: Desk) -> None:
    claim = await desk.corroborated()
    await desk.add(claim.number, "Le Soir", stance=Stance.DENIES)
    recorded = await desk.do(evidence.retract, 1, reason="Gone")

    assert (recorded.claim.state, recorded.claim.stale) == (State.CORROBORATED, StaleReason.NEW_EVIDENCE)
    assert recorded.claim.contested


async def test_the_same_piece_twice_is_one_piece(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", quote="De brug was dicht.")
    with pytest.raises(EvidenceRepeated):
        await desk.add(number, "KNACK", quote="De brug was dicht.")


async def test_only_whoever_added_it_or_a_lead_retracts(desk: Desk) -> None:
    number = await desk.claim()
    for source in ("Knack", "NRC"):
        await desk.add(number, source)
    with pytest.raises(OnlyOwnOrLead):
        await desk.do(evidence.retract, 1, by=REVIEWERS[0], reason="I think so")
    await desk.do(evidence.retract, 1, reason="Mine")
    await desk.do(evidence.retract, 2, by=LEAD, reason="The lead's right")
    with pytest.raises(EvidenceNotActive):
        await desk.do(evidence.retract, 1, reason="Again")


async def test_another_servers_evidence_answers_as_unknown(desk: Desk, other_desk: Desk) -> None:
    await desk.add(await desk.claim(), "Knack")

    for act in (evidence.retract, evidence.read):
        given = {"reason": "x"} if act is evidence.retract else {}
        with pytest.raises(EvidenceUnknown):
            await other_desk.do(act, 1, by=LEAD, **given)


async def test_a_party_is_known_from_the_register(desk: Desk) -> None:
    await desk.source("Dmitri Peskov", kind=SourceKind.PERSON, party=True)
    recorded = await desk.add(await desk.claim(), "Dmitri Peskov", stance=Stance.DENIES)

    assert recorded.evidence.party
    assert recorded.claim.contested
    assert [one.code for one in recorded.claim.missing.denied] == ["refutation_needed"]


async def test_overlapping_unnamed_sources_count_as_one_in_the_lower_bound(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "US officials?")
    before = await desk.add(number, "NRC", "American sources?")
    assert counted(before)[1:] == (2, 2)

    await desk.source("US officials", overlaps="American sources")
    provenance = (await desk.look(number)).provenance
    assert (provenance.origins.low, provenance.origins.high) == (1, 2)


@pytest.mark.parametrize("chain", ["a > ", "a,,b", "> b", '"', "A >> B"])
async def test_an_unreadable_chain_is_refused_whole(desk: Desk, chain: str) -> None:
    number = await desk.claim()
    with pytest.raises(ChainUnclear):
        await desk.add(number, "Knack", chain)
    assert (await desk.look(number)).evidence == ()


@pytest.mark.parametrize("chain", [" > ".join("abcdefghijkl"), ", ".join(f"s{count}" for count in range(51))])
async def test_a_chain_has_an_end(desk: Desk, chain: str) -> None:
    with pytest.raises(ChainTooLong):
        await desk.add(await desk.claim(), "Knack", chain)


async def test_whichever_was_entered_first_the_origins_are_the_same(desk: Desk) -> None:
    found: list[tuple[int, int, int]] = []
    for entries in ([("Foo", None), ("Zed", "Foo > a?, b?")], [("Zed", "Foo > a?, b?"), ("Foo", None)]):
        number = await desk.claim(f"Claim {len(found)}")
        for source, chain in entries:
            recorded = await desk.add(number, source, chain)
        found.append(counted(recorded))

    assert found == [(2, 1, 2), (2, 1, 2)]


async def test_a_party_refutes_nothing_by_relaying_somebody_else(desk: Desk) -> None:
    number = await desk.claim()
    recorded = await desk.add(number, "TASS", "an office", stance=Stance.DENIES, party=True)

    assert [one.code for one in recorded.claim.missing.denied] == ["refutation_needed"]


async def test_a_source_does_not_rely_on_itself(desk: Desk) -> None:
    number = await desk.claim()
    for chain in ("knack", "NRC > NRC"):
        with pytest.raises(SourceItself):
            await desk.add(number, "Knack", chain)


async def test_outlets_that_cite_each_other_have_no_origin(desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "A", "B")
    assert counted(await desk.add(number, "B", "A"))[1:] == (0, 0)


async def test_evidence_is_for_checkers(desk: Desk) -> None:
    number = await desk.claim()
    for person in (OUTSIDER, SUBMITTER):
        with pytest.raises(RoleMissing):
            await desk.add(number, "Knack", by=person)


async def test_an_uncheckable_claim_takes_evidence_and_a_withdrawn_one_does_not(desk: Desk) -> None:
    opinion = await desk.claim("It was a bad idea.", kind=Kind.OPINION)
    await desk.add(opinion, "Knack")
    withdrawn = await desk.claim("Something else.")
    await desk.do(close, withdrawn, reason=Closed.WITHDRAWN)
    with pytest.raises(ClaimClosed):
        await desk.add(withdrawn, "Knack")


async def test_evidence_is_found_by_number_claim_and_source(desk: Desk, other_desk: Desk) -> None:
    number = await desk.claim()
    await desk.add(number, "Knack", "The New York Times")
    await other_desk.add(await other_desk.claim(), "Knack")

    async with desk.database.reading() as session:
        found = {
            typed: [
                line.number for line in await evidence.suggest(session, guild_id=desk.guild_id, typed=typed)
            ]
            for typed in ("", "E2", "1", "#1 new york", "knack", "#9", "%")
        }
    assert found == {"": [2, 1], "E2": [2], "1": [1], "#1 new york": [2], "knack": [1], "#9": [], "%": []}


async def test_a_denial_that_was_only_cited_falls_with_whoever_cited_it(desk: Desk) -> None:
    number = await desk.claim()
    relayed = await desk.add(number, "Knack", "The minister", stance=Stance.DENIES)
    assert relayed.claim.contested
    recorded = await desk.do(evidence.retract, relayed.evidence.number, reason="Not what it says")

    assert not recorded.claim.contested
    async with desk.database.reading() as session:
        [line] = await suggest(session, guild_id=desk.guild_id, typed="#1")
    assert not line.contested
