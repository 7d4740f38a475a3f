"""The setup screen at work: whatever is chosen is saved at once, and the screen is drawn again."""

import re
from collections.abc import Mapping
from typing import Any, Self

import discord
from discord import ui

from bot import servers
from bot.facts import ServerFacts
from bot.refusals import ChannelUnusable
from bot.words import Words
from cogs._asking import asked, bot_of, words_of
from cogs._drawing import setup_page
from cogs._durable import DurableButton, DurableMenu, pressable
from cogs._forms import Form
from cogs._outbound import finish, show_form

# What it takes to post a card and to draw it again.
NEEDED = ("view_channel", "send_messages")
ZONE_LIMIT = 64


class SettingMenu(
    DurableMenu,
    template=r"setup:(?P<setting>(?:claims|review|digest|log)_channel_id"
    r"|(?:checker|reviewer|lead)_role_id|language|quorum|min_origins)",
):
    """Changes one setting to what was chosen; nothing chosen takes it away."""

    def __init__(self, menu: ui.Item[Any], setting: str) -> None:
        super().__init__(menu)
        self.setting = setting

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match["setting"])

    async def chosen(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await _save(interaction, self.setting, _value(interaction, self.setting))


class ZoneButton(DurableButton, template=r"setup:zone"):
    """Opens the form for the time zone: there are too many for a menu."""

    def __init__(self) -> None:
        super().__init__(pressable("setup:zone"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls()

    async def pressed(self, interaction: discord.Interaction) -> None:
        await show_form(interaction, ZoneForm(words_of(interaction)))


class ZoneForm(Form):
    """Asks for an IANA time zone."""

    def __init__(self, words: Words) -> None:
        own = words.forms
        super().__init__(own.zone_title)
        self.zone = self.line("zone", own.zone_name, own.zone_hint, limit=ZONE_LIMIT, required=True)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        await _save(interaction, "zone", self.zone.value.strip())


def draw_screen(interaction: discord.Interaction, server: ServerFacts) -> ui.LayoutView:
    """The screen, with what the bot may not do in the channels that were chosen."""
    words = words_of(interaction)
    return setup_page(server, words, lacking=_lacking(interaction.guild, server, words))


async def _save(interaction: discord.Interaction, setting: str, value: int | str | None) -> None:
    bot = bot_of(interaction)
    async with bot.database.unit_of_work() as session:
        server = await servers.change(session, **asked(interaction), **{setting: value})
    bot.forget_server(server.guild_id)
    await finish(interaction, draw_screen(interaction, server))


def _value(interaction: discord.Interaction, setting: str) -> int | str | None:
    """What was chosen, as the setting takes it.

    Raises:
        ChannelUnusable: the channel is not one of this server.
    """
    data: Mapping[str, object] = interaction.data or {}
    values = data.get("values")
    if not isinstance(values, list) or not values:
        return None
    if setting == "language":
        return str(values[0])
    number = int(values[0])
    if setting.endswith("_channel_id") and (
        interaction.guild is None or interaction.guild.get_channel(number) is None
    ):
        raise ChannelUnusable(channel_id=number)
    return number


def _lacking(guild: discord.Guild | None, server: ServerFacts, words: Words) -> dict[int, list[str]]:
    """The permissions that are missing, by channel."""
    chosen = (
        server.claims_channel_id,
        server.review_channel_id,
        server.digest_channel_id,
        server.log_channel_id,
    )
    channels = {} if guild is None else {it: guild.get_channel(it) for it in chosen if it is not None}
    return {number: _missing(channel, words) for number, channel in channels.items()}


def _missing(channel: Any, words: Words) -> list[str]:
    granted = None if channel is None else channel.permissions_for(channel.guild.me)
    return [
        getattr(words.cards, f"permission_{name}")
        for name in NEEDED
        if granted is None or not getattr(granted, name)
    ]
