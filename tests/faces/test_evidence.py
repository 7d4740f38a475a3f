"""What people see of evidence: adding it in three ways, reading it, taking it back."""

import hashlib
from typing import Any

import pytest

from bot import files
from tests.world import Answer, Human, Server, World, buttons_of, text_of

CHAIN = "The New York Times > two former officials?, US officials?"
LINK = "https://a.example/1"


@pytest.fixture
async def server(world: World) -> Server:
    """The first server, with one claim in it."""
    await world.server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    return world.server


async def add(by: Human, source: str = "Knack", claim: str = "1", **options: Any) -> Answer:
    options.setdefault("stance", "supports")
    return await by.slash("evidence add", claim=claim, source=source, **options)


async def test_the_answer_says_how_the_chain_was_understood_and_what_it_leaves(server: Server) -> None:
    answer = await add(server.checker, according_to=CHAIN)
    assert answer.ephemeral
    assert (
        "E1 is added to claim #1: 2 outlets, all through The New York Times; 1 to 2 origins." in answer.text
    )
    assert (
        "Knack → The New York Times → two former officials (unnamed), US officials (unnamed)" in answer.text
    )


async def test_new_sources_are_named_with_a_button_to_correct_each(server: Server) -> None:
    answer = await add(server.checker, according_to=CHAIN)
    assert "4 new sources: Knack, The New York Times" in answer.text
    assert "Correct Knack" in buttons_of(answer.message).values()
    assert len(buttons_of(answer.message)) == 4
    again = await add(server.checker, "knack", stance="context")
    assert "ew source" not in again.text
    assert buttons_of(again.message) == {}


async def test_the_card_shows_what_was_added(server: Server) -> None:
    await add(server.checker, link=LINK)
    card = text_of(server.card(1))
    assert "Knack" in card
    assert "a.example" in card


async def test_a_claim_is_taken_with_or_without_its_sign(server: Server) -> None:
    await add(server.checker, claim="#1")
    answer = await add(server.checker, "NRC", claim="#1 The bridge was closed.")
    assert "E2 is added to claim #1" in answer.text


async def test_somebody_who_is_no_checker_is_told_who_is(server: Server) -> None:
    answer = await add(server.outsider, file=("photo.png", b"bytes"))
    assert "Only checkers" in answer.text
    assert len(answer.messages) == 1
    assert "Knack" not in text_of(server.card(1))


async def test_another_servers_claim_is_as_unknown_as_one_that_never_was(
    world: World, server: Server
) -> None:
    other = world.another_server()
    elsewhere = await add(other.checker)
    nowhere = await add(server.checker, claim="7")
    assert elsewhere.text == nowhere.text.replace("7", "1")
    assert "no claim" in nowhere.text


async def test_what_is_no_link_is_refused_and_everything_typed_comes_back(server: Server) -> None:
    answer = await add(server.checker, link="not a link", quote="Every word of it.", scope="The north")
    assert "Knack\nnot a link\nEvery word of it.\nThe north" in answer.text
    assert len(answer.messages) == 1
    assert "Knack" not in text_of(server.card(1))


async def test_the_pages_of_a_list_turn_also_after_a_restart(world: World, server: Server) -> None:
    for number in range(1, 23):
        await add(server.checker, f"Source {number}", quote="word " * 100)
    page = await server.outsider.slash("evidence list", claim="1")
    assert "**E1** " in page.text
    assert "**E22** " not in page.text
    await world.restart()
    turned = await server.outsider.press(page.message, "evidences:1:2")
    assert turned.acknowledged
    shown = text_of(page.message)
    assert "**E22** " in shown
    assert "**E1** " not in shown


async def test_whatever_is_refused_everything_typed_comes_back(server: Server) -> None:
    nowhere = await add(server.checker, claim="abc", quote="Every word of it.")
    outside = await add(server.outsider, quote="Every word of it.", according_to="TASS")
    longer = await add(server.checker, quote="word " * 900, according_to="TASS")
    gone = await server.checker.slash("evidence retract", evidence="x", reason="It was another bridge.")
    assert "Knack\nEvery word of it." in nowhere.text
    assert "Knack\nTASS\nEvery word of it." in outside.text
    assert "Knack\nTASS\nword word" in longer.text
    assert [file.filename for file in longer.message.attachments] == ["typed.txt"]
    assert nowhere.message.attachments == []
    assert "It was another bridge." in gone.text


async def test_the_very_same_piece_is_not_added_twice(server: Server) -> None:
    await add(server.checker)
    answer = await add(server.checker)
    assert "E1" in answer.text
    assert "already" in answer.text


async def test_an_attached_file_is_kept_before_it_is_acknowledged(world: World, server: Server) -> None:
    answer = await add(server.checker, file=("photo.png", b"bytes of a photo"))
    assert "1 file is kept" in answer.text
    kept = files.path_of(world.settings.data_dir, hashlib.sha256(b"bytes of a photo").hexdigest())
    assert kept.read_bytes() == b"bytes of a photo"


async def test_nothing_that_people_type_pings_or_formats(world: World, server: Server) -> None:
    answer = await add(server.checker, "@everyone <@1> **loud**", according_to="# heading", scope="<#5>")
    assert "\\@everyone" in answer.text
    for request in world.sent():
        if isinstance(request.json, dict) and "allowed_mentions" in request.json:
            assert request.json["allowed_mentions"]["parse"] == []


async def test_sources_are_suggested_where_they_belong_and_nowhere_else(world: World, server: Server) -> None:
    await add(server.checker, according_to=CHAIN)
    offered = await server.checker.typing("evidence add", "source", "new", claim="1", stance="supports")
    assert offered == ["The New York Times"]
    other = world.another_server()
    assert await other.checker.typing("evidence add", "source", "new", claim="1", stance="supports") == []


async def test_evidence_is_suggested_by_its_source(world: World, server: Server) -> None:
    await add(server.checker)
    assert await server.checker.typing("evidence read", "evidence", "kna") == ["E1 · #1 · Knack"]
    assert await world.another_server().checker.typing("evidence read", "evidence", "") == []


async def test_the_button_on_the_card_opens_a_form_that_adds(world: World, server: Server) -> None:
    await world.restart()
    opened = await server.checker.press(server.card(1), "claim:1:evidence")
    assert list(opened.fields) == ["stance", "source", "according_to", "link", "how"]
    answer = await server.checker.submit(
        opened,
        stance="denies",
        source="The mayor",
        link=LINK,
        how=["on_record", "party"],
    )
    assert "E1 is added" in answer.text
    assert answer.ephemeral
    card = text_of(server.card(1))
    assert "The mayor · on record · has a stake" in card
    assert "Contested" in card


async def test_the_form_answers_beside_the_card_and_not_in_it(server: Server) -> None:
    opened = await server.checker.press(server.card(1), "claim:1:evidence")
    await server.checker.submit(opened, stance="supports", source="Knack")
    assert len(server.cards()) == 1
    assert "E1 is added" not in text_of(server.card(1))


async def test_a_refused_form_gives_back_what_was_typed(server: Server) -> None:
    opened = await server.checker.press(server.card(1), "claim:1:evidence")
    answer = await server.checker.submit(
        opened, stance="supports", source="Knack", according_to="NRC >> ", link=LINK
    )
    assert "NRC >> " in answer.text
    assert LINK in answer.text
    assert len(answer.messages) == 1


async def test_somebody_who_may_not_is_told_before_they_fill_in_a_form(world: World, server: Server) -> None:
    world.take_roles(server.checker)
    answer = await server.checker.press(server.card(1), "claim:1:evidence")
    assert not answer.opened_a_form
    assert "Only checkers" in answer.text


async def test_losing_the_role_while_writing_is_found_out_on_sending(world: World, server: Server) -> None:
    opened = await server.checker.press(server.card(1), "claim:1:evidence")
    world.take_roles(server.checker)
    answer = await server.checker.submit(opened, stance="supports", source="Knack")
    assert "Only checkers" in answer.text
    assert "Knack" in answer.text
    assert "Knack" not in text_of(server.card(1))


async def test_two_people_fill_the_same_form_and_both_pieces_are_added(server: Server) -> None:
    ann, bob, _ = server.reviewers
    hers = await ann.press(server.card(1), "claim:1:evidence")
    his = await bob.press(server.card(1), "claim:1:evidence")
    await bob.submit(his, stance="supports", source="NRC")
    await ann.submit(hers, stance="supports", source="Knack")
    card = text_of(server.card(1))
    assert "NRC" in card
    assert "Knack" in card


async def test_a_message_becomes_evidence_with_its_words_its_link_and_its_file(
    world: World, server: Server
) -> None:
    message = await server.outsider.says("Here is the notice.", files=[("notice.pdf", b"a notice")])
    opened = await server.checker.menu("Add as evidence", message)
    assert list(opened.fields) == ["claim", "stance", "source", "according_to", "how"]
    assert "The bridge was closed." in opened.fields["claim"]["options"][0]["label"]
    answer = await server.checker.submit(opened, claim="1", stance="supports", source="The city")
    assert "1 file is kept" in answer.text
    shown = await server.checker.slash("evidence list", claim="1")
    assert "Here is the notice." in shown.text
    assert "discord.com" in shown.text
    kept = files.path_of(world.settings.data_dir, hashlib.sha256(b"a notice").hexdigest())
    assert kept.read_bytes() == b"a notice"


async def test_with_more_claims_than_a_menu_holds_a_number_is_asked_for(server: Server) -> None:
    for number in range(25):
        await server.submitter.slash("claim add", text=f"Claim number {number} of many.")
    message = await server.outsider.says("Here is the notice.")
    opened = await server.checker.menu("Add as evidence", message)
    answer = await server.checker.submit(opened, claim="#1", stance="supports", source="The city")
    assert "E1 is added to claim #1" in answer.text


async def test_the_list_is_grouped_by_stance_and_only_for_whoever_asked(server: Server) -> None:
    await add(server.checker, "Knack", quote="It was shut.")
    await add(server.checker, "The mayor", stance="denies")
    answer = await server.outsider.slash("evidence list", claim="1")
    assert answer.ephemeral
    assert (
        answer.text.index("Supports")
        < answer.text.index("Knack")
        < answer.text.index("Denies")
        < answer.text.index("The mayor")
    )
    assert "It was shut." in answer.text


@pytest.mark.parametrize("typed", ["1", "E1", "e1", "E1 · #1 · Knack"])
async def test_a_piece_is_retracted_by_whatever_names_it(server: Server, typed: str) -> None:
    await add(server.checker)
    answer = await server.checker.slash("evidence retract", evidence=typed, reason="It was another bridge.")
    assert "E1 of claim #1 is retracted" in answer.text
    assert "Knack" not in text_of(server.card(1))
    assert "It was another bridge." in (await server.checker.slash("evidence list", claim="1")).text


async def test_only_whoever_added_it_or_a_lead_retracts(server: Server) -> None:
    await add(server.checker)
    refused = await server.reviewers[0].slash("evidence retract", evidence="1", reason="I doubt it.")
    assert "Only whoever added it" in refused.text
    assert "I doubt it." in refused.text
    granted = await server.lead.slash("evidence retract", evidence="1", reason="I doubt it.")
    assert "is retracted" in granted.text


async def test_another_servers_evidence_is_unknown(world: World, server: Server) -> None:
    await add(server.checker)
    answer = await world.another_server().lead.slash("evidence retract", evidence="1", reason="Mine.")
    assert "no piece of evidence 1" in answer.text
    word = await server.lead.slash("evidence retract", evidence="that one", reason="Mine.")
    assert "no piece of evidence that one" in word.text


async def test_reading_a_cited_source_tells_what_it_turns_out_to_rely_on(server: Server) -> None:
    await add(server.checker, according_to="NRC")
    answer = await server.checker.slash("evidence read", evidence="E2", according_to="Le Monde")
    assert "NRC counts as read now, in E2 of claim #1" in answer.text
    assert "NRC → Le Monde" in answer.text
    assert "New source: Le Monde" in answer.text
    assert "NRC, according to Le Monde" in text_of(server.card(1))


async def test_everything_is_said_in_dutch_to_whoever_speaks_it(server: Server) -> None:
    answer = await add(server.checker.speaks("nl"), according_to="NRC")
    assert "E1 is toegevoegd bij bewering #1" in answer.text
    assert "Zo begrepen: Knack → NRC" in answer.text
    assert "Knack verbeteren" in buttons_of(answer.message).values()
