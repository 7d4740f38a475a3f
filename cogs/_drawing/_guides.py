"""Help, and the setup screen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot.facts import ServerFacts
from bot.people import Right
from bot.words import Words
from cogs._drawing._sheet import Sheet

RIGHTS = (Right.CHECK, Right.REVIEW, Right.LEAD, Right.SET_UP)


def help_page(rights: Collection[Right], words: Words) -> ui.LayoutView:
    """What everybody can do, and what these rights add to it."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.help_heading}").text(_own(rights, words)).rule().text(cards.help_anyone)
    for right in RIGHTS:
        if right in rights:
            sheet.text(getattr(cards, f"help_{right.value}"))
    return sheet.view()


def setup_page(
    server: ServerFacts,
    words: Words,
    *,
    menus: Sequence[ui.Item[Any]] = (),
    buttons: Sequence[ui.Item[Any]] = (),
    lacking: Mapping[int, Iterable[str]] | None = None,
) -> ui.LayoutView:
    """The settings as they are, the menus to change them, and which permissions are missing where."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.setup_heading}\n{cards.setup_about}").text("\n".join(_settings(server, words)))
    if lacking is not None:
        sheet.rule().text("\n".join(_lacking(lacking, words)))
    for menu in menus:
        sheet.row(menu)
    return sheet.row(*buttons).view()


def _own(rights: Collection[Right], words: Words) -> str:
    names = [getattr(words.cards, f"right_{right.value}") for right in RIGHTS if right in rights]
    return words.cards.help_you.format(rights=", ".join(names)) if names else words.cards.help_only_anyone


def _settings(server: ServerFacts, words: Words) -> Iterable[str]:
    cards = words.cards
    yield f"{cards.setup_claims_channel}: {_channel(server.claims_channel_id, words)}"
    yield f"{cards.setup_review_channel}: {_channel(server.review_channel_id, words)}"
    yield f"{cards.setup_checker_role}: {_role(server.checker_role_id, words)}"
    yield f"{cards.setup_reviewer_role}: {_role(server.reviewer_role_id, words)}"
    yield f"{cards.setup_lead_role}: {_role(server.lead_role_id, words)}"
    language = getattr(cards, f"language_{server.language}")
    yield f"{cards.setup_language}: **{language}**"
    yield cards.setup_quorum.format(quorum=f"**{server.quorum}**")
    yield cards.setup_origins.format(origins=f"**{server.min_origins}**")
    yield cards.setup_zone.format(zone=f"**{discord.utils.escape_markdown(server.zone)}**")


def _lacking(lacking: Mapping[int, Iterable[str]], words: Words) -> Iterable[str]:
    found = [(channel, list(names)) for channel, names in lacking.items()]
    missing = [(channel, names) for channel, names in found if names]
    if not missing:
        yield f"✅ {words.cards.setup_fine}"
    for channel, names in missing:
        yield f"⚠️ {words.cards.setup_missing.format(channel=f'<#{channel}>', permissions=', '.join(names))}"


def _channel(channel_id: int | None, words: Words) -> str:
    return f"*{words.cards.setup_not_chosen}*" if channel_id is None else f"<#{channel_id}>"


def _role(role_id: int | None, words: Words) -> str:
    return f"*{words.cards.setup_not_chosen}*" if role_id is None else f"<@&{role_id}>"
