"""What whoever manages a server sees of setting it up."""

import discord

from bot.facts import ServerFacts
from tests.world import World, buttons_of, menus_of, text_of, texts


async def settings(world: World) -> ServerFacts:
    return await world.bot.server(world.server.id)


async def test_the_screen_shows_every_setting_to_who_manages_the_server(world: World) -> None:
    answer = await world.server.lead.slash("setup")
    assert answer.ephemeral
    assert set(menus_of(answer.message)) == {
        *(f"setup:{name}_channel_id" for name in ("claims", "review", "digest", "log")),
        *(f"setup:{name}_role_id" for name in ("checker", "reviewer", "lead")),
        "setup:language",
        "setup:quorum",
        "setup:min_origins",
    }
    assert "setup:zone" in buttons_of(answer.message)


async def test_what_is_chosen_is_kept_at_once_and_cards_go_there(world: World) -> None:
    lead, other = world.server.lead, world.server.other_channel
    screen = (await lead.slash("setup")).message
    await world.restart()
    await lead.choose(screen, "setup:claims_channel_id", other)
    await lead.choose(screen, "setup:language", "nl")
    await lead.choose(screen, "setup:quorum", "3")
    kept = await settings(world)
    assert (kept.claims_channel_id, kept.language, kept.quorum) == (other.id, "nl", 3)
    assert "must agree: 3" in "\n".join(texts(screen))
    await world.server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    [card] = other.history()
    assert "Niet geverifieerd" in text_of(card)
    assert world.server.cards() == []


async def test_a_setting_is_taken_away_by_choosing_nothing(world: World) -> None:
    lead = world.server.lead
    screen = (await lead.slash("setup")).message
    await lead.choose(screen, "setup:review_channel_id", world.server.other_channel)
    await lead.choose(screen, "setup:review_channel_id")
    assert (await settings(world)).review_channel_id is None


async def test_the_roles_decide_who_may(world: World) -> None:
    lead, submitter = world.server.lead, world.server.submitter
    screen = (await lead.slash("setup")).message
    await lead.choose(screen, "setup:checker_role_id", world.server.guild.roles["Editor"])
    await lead.slash("claim add", text="The bridge was closed.", kind="event")
    answer = await world.server.checker.slash("claim tag", claim="1", tags="bridges")
    assert f"<@&{world.server.guild.roles['Editor'].id}>" in answer.text
    assert "checkers" in (await submitter.slash("claim tag", claim="1", tags="bridges")).text
    assert "bridges" in (await lead.slash("claim tag", claim="1", tags="bridges")).text


async def test_the_screen_says_which_permissions_to_grant(world: World) -> None:
    lead, guild = world.server.lead, world.server.guild
    closed = guild.create_text_channel(
        "closed", overwrites={guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    )
    screen = (await lead.slash("setup")).message
    await lead.choose(screen, "setup:claims_channel_id", world.server.channel)
    assert "every permission" in "\n".join(texts(screen))
    await lead.choose(screen, "setup:review_channel_id", closed)
    assert f"In <#{closed.id}> I still need: Send Messages" in "\n".join(texts(screen))


async def test_a_time_zone_is_typed_and_checked(world: World) -> None:
    lead = world.server.lead
    screen = (await lead.slash("setup")).message
    refused = await lead.submit(await lead.press(screen, "setup:zone"), zone="Europe/Nowhere")
    assert "Europe/Nowhere" in refused.text
    assert (await settings(world)).zone == "Europe/Amsterdam"
    await lead.submit(await lead.press(screen, "setup:zone"), zone="Europe/Brussels")
    assert (await settings(world)).zone == "Europe/Brussels"
    assert "Brussels" in "\n".join(texts(screen))


async def test_who_no_longer_manages_the_server_changes_nothing(world: World) -> None:
    lead = world.server.lead
    screen = (await lead.slash("setup")).message
    world.take_roles(lead)
    answer = await lead.choose(screen, "setup:quorum", "5")
    assert "Manage Server" in answer.told.content
    assert (await settings(world)).quorum == 2


async def test_the_screen_speaks_dutch(world: World) -> None:
    answer = await world.server.lead.speaks("nl").slash("setup")
    assert "Instellen" in answer.text
    assert "Tijdzone wijzigen" in buttons_of(answer.message).values()
