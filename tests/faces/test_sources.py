"""What people see of the register of sources."""

from typing import Any

import pytest

from tests.world import Answer, Server, World, buttons_of, text_of


@pytest.fixture
async def server(world: World) -> Server:
    return world.server


async def add(server: Server, name: str = "Knack", **options: Any) -> Answer:
    return await server.checker.slash("source add", name=name, **options)


async def correct(world: World, source: str) -> Answer:
    """File a claim with evidence of a new source, and press the button that corrects it."""
    server = world.server
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    added = await server.checker.slash("evidence add", claim="1", stance="supports", source=source)
    [button] = buttons_of(added.message)
    return await server.checker.press(added.message, button)


async def test_a_source_is_added_once_and_then_completed(server: Server) -> None:
    assert "The source Knack is added." in (await add(server)).text
    assert "The source Knack is completed." in (await add(server, "KNACK", kind="outlet", language="nl")).text
    shown = await server.outsider.slash("source show", name="knack")
    assert shown.ephemeral
    assert "Knack" in shown.text
    assert "Outlet · Named · Dutch" in shown.text


async def test_everything_that_is_known_of_a_source_is_shown(server: Server) -> None:
    await add(server, "US officials?")
    await add(
        server,
        "two former officials?",
        kind="group",
        party=True,
        reliability="C",
        notes="Spoke to one paper only.",
        alias="the two",
        overlaps="US officials",
    )
    shown = (await server.checker.slash("source show", name="the two")).text
    for word in (
        "two former officials",
        "Unnamed",
        "stake",
        "C ·",
        "one paper only",
        "the two",
        "US officials",
    ):
        assert word in shown, word


async def test_a_name_that_is_taken_is_refused_as_an_alias(server: Server) -> None:
    await add(server, "NRC")
    answer = await add(server, "Knack", alias="nrc")
    assert "nrc is the name of another source" in answer.text
    assert len(answer.messages) == 1


async def test_what_is_no_language_is_refused(server: Server) -> None:
    answer = await add(server, language="Klingonish")
    assert "Klingonish is no language" in answer.text


async def test_notes_that_are_too_long_are_refused_with_the_limit(server: Server) -> None:
    answer = await add(server, notes="long " * 250)
    assert "1000" in answer.text
    assert len(answer.messages) == 1


async def test_somebody_who_is_no_checker_may_only_look(server: Server) -> None:
    answer = await server.outsider.slash("source add", name="Knack")
    assert "Only checkers" in answer.text
    assert "no source called Knack" in (await server.outsider.slash("source show", name="Knack")).text


async def test_another_servers_source_is_unknown_and_not_suggested(world: World, server: Server) -> None:
    await add(server)
    other = world.another_server()
    assert "no source called Knack" in (await other.lead.slash("source show", name="Knack")).text
    assert await other.lead.typing("source show", "name", "kna") == []
    assert await server.lead.typing("source show", "name", "kna") == ["Knack"]


async def test_a_name_too_long_for_a_suggestion_is_left_out_of_them(server: Server) -> None:
    await add(server, "K" * 150)
    await add(server, "K" * 90)
    assert await server.checker.typing("source show", "name", "kk") == ["K" * 90]


async def test_the_register_is_turned_by_its_buttons_even_after_a_restart(
    world: World, server: Server
) -> None:
    for number in range(11):
        await add(server, f"Paper {number:02}")
    listed = await server.outsider.slash("source list")
    assert "Paper 00" in listed.text
    assert "Paper 10" not in listed.text
    await world.restart()
    await server.outsider.press(listed.message, "sources:2")
    assert "Paper 10" in text_of(listed.message)


async def test_rating_a_source_draws_the_cards_that_lean_on_it_again(world: World, server: Server) -> None:
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    await server.checker.slash("evidence add", claim="1", stance="supports", source="Knack")
    before = len([request for request in world.sent() if request.method == "PATCH"])
    answer = await server.checker.slash(
        "source rate", name="Knack", reliability="B", notes="Corrects itself."
    )
    assert "The source Knack is rated B · usually reliable." in answer.text
    edits = [request for request in world.sent() if request.method == "PATCH"][before:]
    assert len(edits) == 2, "the card, and the answer"


async def test_two_sources_become_one_and_the_card_follows(server: Server) -> None:
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    await server.checker.slash("evidence add", claim="1", stance="supports", source="NYT")
    await add(server, "The New York Times")
    refused = await server.checker.slash("source merge", name="NYT", into="The New York Times")
    assert "Only leads" in refused.text
    merged = await server.lead.slash("source merge", name="NYT", into="The New York Times")
    assert "NYT is merged into The New York Times." in merged.text
    assert "The New York Times" in text_of(server.card(1))
    itself = await server.lead.slash("source merge", name="NYT", into="The New York Times")
    assert "cannot be merged into itself" in itself.text


async def test_a_guess_about_a_new_source_is_corrected_in_a_form(world: World) -> None:
    opened = await correct(world, "Officials of the ministry")
    assert list(opened.fields) == ["kind", "naming", "language", "overlaps", "party"]
    answer = await world.server.checker.submit(
        opened, kind="group", naming="unnamed", language="English", overlaps="", party=["party"]
    )
    assert "Group · Unnamed · English · Has a stake" in answer.text
    assert "Officials of the ministry (unnamed)" in text_of(world.server.card(1))


async def test_the_correcting_form_shows_what_is_known(world: World) -> None:
    opened = await correct(world, "a passer-by?")
    chosen = {
        name: [option["value"] for option in opened.fields[name]["options"] if option.get("default")]
        for name in ("kind", "naming", "party")
    }
    assert chosen == {"kind": ["group"], "naming": ["unnamed"], "party": []}


async def test_somebody_who_lost_the_role_cannot_correct(world: World) -> None:
    opened = await correct(world, "Knack")
    world.take_roles(world.server.checker)
    answer = await world.server.checker.submit(opened, kind="group", naming="unnamed", language="nl")
    assert "Only checkers" in answer.text


async def test_every_source_made_on_the_way_is_named_with_a_button_to_correct_it(server: Server) -> None:
    overlapping = await add(server, "US officials?", overlaps="a diplomat")
    assert "a diplomat" in overlapping.text
    assert len(buttons_of(overlapping.message)) == 1
    again = await add(server, "US officials?", overlaps="a diplomat")
    assert "a diplomat" not in again.text

    article = await server.checker.slash("article add", title="A story", publisher="The Courier")
    assert "source:" in " ".join(buttons_of(article.message))
    known = await server.checker.slash("article add", title="Another story", publisher="The Courier")
    assert "source:" not in " ".join(buttons_of(known.message))
