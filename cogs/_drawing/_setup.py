"""The setup screen: every setting with a menu that changes it, and which permissions are missing where."""

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import ui

from bot.facts import ServerFacts
from bot.quoting import quote
from bot.servers import LANGUAGES, RANGES
from bot.words import Words
from cogs._drawing._sheet import Sheet, button

CHANNELS = ("claims", "review", "digest", "log")
ROLES = ("checker", "reviewer", "lead")


def setup_page(
    server: ServerFacts, words: Words, *, lacking: Mapping[int, Iterable[str]] | None = None
) -> ui.LayoutView:
    """The settings as they are. Each menu's custom id is ``setup:`` and the setting's name."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.setup_heading}\n{cards.setup_about}")
    for label, menu in _menus(server, words):
        sheet.text(f"**{label}**").row(menu)
    sheet.text(f"**{cards.setup_zone.format(zone=quote(server.zone))}**")
    sheet.row(button(cards.setup_zone_button, "setup:zone"))
    if lacking is not None:
        sheet.rule().text("\n".join(_lacking(lacking, words)))
    return sheet.view()


def _menus(server: ServerFacts, words: Words) -> Iterable[tuple[str, ui.Item[Any]]]:
    cards = words.cards
    for name in CHANNELS:
        setting = f"{name}_channel_id"
        yield getattr(cards, f"setup_{name}_channel"), _channel(setting, getattr(server, setting), words)
    for name in ROLES:
        setting = f"{name}_role_id"
        yield getattr(cards, f"setup_{name}_role"), _role(setting, getattr(server, setting), words)
    languages = {code: getattr(cards, f"language_{code}") for code in LANGUAGES}
    yield cards.setup_language, _choice("language", languages, server.language)
    yield cards.setup_quorum.format(quorum=server.quorum), _number("quorum", server.quorum)
    yield cards.setup_origins.format(origins=server.min_origins), _number("min_origins", server.min_origins)


def _channel(setting: str, chosen: int | None, words: Words) -> ui.ChannelSelect[Any]:
    current = [] if chosen is None else [discord.SelectDefaultValue.from_channel(discord.Object(chosen))]
    return ui.ChannelSelect(
        custom_id=f"setup:{setting}",
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        placeholder=words.cards.setup_not_chosen,
        # None chosen takes the setting away.
        min_values=0,
        default_values=current,
    )


def _role(setting: str, chosen: int | None, words: Words) -> ui.RoleSelect[Any]:
    current = [] if chosen is None else [discord.SelectDefaultValue.from_role(discord.Object(chosen))]
    return ui.RoleSelect(
        custom_id=f"setup:{setting}",
        placeholder=words.cards.setup_not_chosen,
        min_values=0,
        default_values=current,
    )


def _number(setting: str, chosen: int) -> ui.Select[Any]:
    low, high = RANGES[setting]
    return _choice(setting, {str(number): str(number) for number in range(low, high + 1)}, str(chosen))


def _choice(setting: str, names: Mapping[str, str], chosen: str) -> ui.Select[Any]:
    options = [
        discord.SelectOption(label=name, value=value, default=value == chosen)
        for value, name in names.items()
    ]
    return ui.Select(custom_id=f"setup:{setting}", options=options)


def _lacking(lacking: Mapping[int, Iterable[str]], words: Words) -> Iterable[str]:
    found = [(channel, list(names)) for channel, names in lacking.items()]
    missing = [(channel, names) for channel, names in found if names]
    if not missing:
        yield f"✅ {words.cards.setup_fine}"
    for channel, names in missing:
        yield f"⚠️ {words.cards.setup_missing.format(channel=f'<#{channel}>', permissions=', '.join(names))}"
