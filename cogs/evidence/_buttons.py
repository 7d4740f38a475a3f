"""The buttons of evidence: the one on a card that adds to its claim, and those that turn a list's pages."""

import re
from typing import Any, Self

import discord
from discord import ui

from bot import claims
from cogs._asking import bot_of, guild_of, words_of
from cogs._drawing import evidence_list
from cogs._durable import DurableButton, pressable
from cogs._outbound import show_form, turn
from cogs.evidence._adding import refuse_outsiders
from cogs.evidence._forms import EvidenceForm


class AddButton(DurableButton, template=r"claim:(?P<number>\d{1,9}):evidence"):
    """Opens the form for a piece of evidence."""

    def __init__(self, number: int) -> None:
        super().__init__(pressable(f"claim:{number}:evidence"))
        self.number = number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["number"]))

    async def pressed(self, interaction: discord.Interaction) -> None:
        await refuse_outsiders(interaction)
        await show_form(interaction, EvidenceForm(words_of(interaction), self.number))


class ListPageButton(DurableButton, template=r"evidences:(?P<number>\d{1,9}):(?P<page>\d{1,9})"):
    """Turns a list of evidence to another page."""

    def __init__(self, number: int, page: int) -> None:
        super().__init__(pressable(page_id(number, page)))
        self.number = number
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["number"]), int(match["page"]))

    async def pressed(self, interaction: discord.Interaction) -> None:
        await turn(interaction, await draw_list(interaction, self.number, page=self.page))


BUTTONS = (AddButton, ListPageButton)


async def draw_list(interaction: discord.Interaction, number: int, *, page: int) -> ui.LayoutView:
    """One page of a claim's evidence."""
    async with bot_of(interaction).database.reading() as session:
        claim = await claims.get(session, number, guild_id=guild_of(interaction))
    return evidence_list(claim, words_of(interaction), page=page, turn=lambda to: page_id(number, to))


def page_id(number: int, page: int) -> str:
    """The id of the button that turns a claim's evidence to this page."""
    return f"evidences:{number}:{page}"
