"""The client starts, explains and stops; it syncs its commands only when it must."""

import logging
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.client import Corrobot, build, extensions, withheld
from bot.refusals import ClaimUnknown
from tests.world import World


def syncs(world: World) -> int:
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in world.sent())


async def test_commands_are_synced_once_and_not_again_after_a_restart(world: World) -> None:
    assert syncs(world) == 1
    await world.restart()
    assert syncs(world) == 1
    assert not await world.bot.sync()


async def test_commands_are_synced_when_discord_lacks_some(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(**_: object) -> list[Any]:
        return []

    monkeypatch.setattr(world.bot.tree, "fetch_commands", nothing)
    assert await world.bot.sync()


async def test_commands_are_synced_when_they_changed_or_on_demand(world: World) -> None:
    assert await world.bot.sync(always=True)
    world.bot.tree.add_command(app_commands.Command(name="new", description="New", callback=_nothing))
    assert await world.bot.sync()


async def _nothing(interaction: discord.Interaction) -> None:
    """A command that is never used."""


async def test_commands_are_not_synced_where_that_is_switched_off(world: World) -> None:
    settings = world.settings.model_copy(update={"sync_commands": False})
    stopped = world.bot
    await world.env.restart_bot(build(settings))
    await stopped.close()
    assert syncs(world) == 1


async def test_every_name_and_description_is_dutch_too(world: World) -> None:
    translator = world.bot.tree.translator
    assert translator is not None
    for command in world.bot.tree.get_commands():
        payload = await command.get_translated_payload(world.bot.tree, translator)
        for part in _parts(payload):
            assert "nl" in part["name_localizations"], part["name"]
            assert "description" not in part or "nl" in part["description_localizations"], part["name"]
            assert len(part.get("description", "")) <= 100


def _parts(payload: dict[str, Any]) -> Any:
    """A command with its subcommands and options; message menus have no description."""
    if payload["type"] == discord.AppCommandType.message.value and "options" not in payload:
        payload = {key: value for key, value in payload.items() if not key.startswith("description")}
    yield payload
    for option in payload.get("options", ()):
        yield from _parts(option)


async def test_settings_are_remembered_until_they_change(world: World) -> None:
    first = await world.bot.server(world.server.id)
    assert await world.bot.server(world.server.id) is first
    world.bot.forget_server(world.server.id)
    assert await world.bot.server(world.server.id) is not first


async def test_closing_twice_is_harmless(world: World) -> None:
    bot = build(world.settings)
    await bot.close()
    await bot.close()


def test_cogs_are_found_and_not_listed() -> None:
    found = extensions()
    assert {"cogs.claims", "cogs.posting"} <= set(found)
    assert not [name for name in found if name.startswith("cogs._")]


def an_interaction(locale: str = "en-US") -> Any:
    return SimpleNamespace(id=77, locale=SimpleNamespace(value=locale))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was answered."""
    heard: list[str] = []

    async def answer(interaction: Any, text: str, **_: object) -> None:
        heard.append(text)

    monkeypatch.setattr("cogs._outbound.answer", answer)
    return heard


async def explained(bot: Corrobot, error: BaseException, locale: str = "en-US") -> None:
    await bot.explain(an_interaction(locale), error)


async def test_a_refusal_is_said_in_the_person_s_language(world: World, said: list[str]) -> None:
    wrapped = app_commands.AppCommandError()
    wrapped.__cause__ = ClaimUnknown(given="99")
    await explained(world.bot, wrapped, "nl")
    assert said == ["Op deze server bestaat geen bewering 99; met `/claim list` zie je welke er wel zijn."]


async def test_what_broke_is_logged_and_not_told(
    world: World, said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    await explained(world.bot, ValueError("secret detail"))
    assert "`77`" in said[0]
    assert "secret" not in said[0]
    assert "secret detail" in caplog.text


async def test_outside_a_server_it_says_where_to_go(world: World, said: list[str]) -> None:
    await explained(world.bot, app_commands.NoPrivateMessage())
    assert "only in a server" in said[0]


@pytest.mark.parametrize("code", [10062, 40060])
async def test_nobody_is_told_what_nobody_can_hear(world: World, said: list[str], code: int) -> None:
    response: Any = SimpleNamespace(status=404, reason="Not Found")
    await explained(world.bot, discord.NotFound(response, {"code": code, "message": "gone"}))
    assert said == []


async def test_explaining_never_fails_itself(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(interaction: Any, text: str) -> None:
        raise RuntimeError("no connection")

    monkeypatch.setattr("cogs._outbound.answer", broken)
    with caplog.at_level(logging.WARNING):
        await explained(world.bot, ClaimUnknown(given="99"))
    assert "could not be answered" in caplog.text


@pytest.mark.parametrize("autocomplete", [True, False])
async def test_commands_are_for_servers_only(world: World, said: list[str], autocomplete: bool) -> None:
    interaction: Any = an_interaction()
    interaction.guild_id = None
    types = discord.InteractionType
    interaction.type = types.autocomplete if autocomplete else types.application_command
    assert not await world.bot.tree.interaction_check(interaction)
    assert len(said) == (0 if autocomplete else 1)


async def test_what_a_server_withholds_is_told_by_its_name() -> None:
    class Http:
        async def get_guilds(self, limit: int) -> list[dict[str, str]]:
            return [
                {"name": name, "permissions": str(permissions.value)}
                for name, permissions in (
                    ("Open", discord.Permissions(view_channel=True, send_messages=True)),
                    ("Run by the bot", discord.Permissions(administrator=True)),
                    ("Silent", discord.Permissions(view_channel=True)),
                    ("Closed", discord.Permissions.none()),
                )
            ]

    visitor: Any = SimpleNamespace(http=Http())
    assert await withheld(visitor) == {
        "Silent": ["send messages"],
        "Closed": ["view channel", "send messages"],
    }
