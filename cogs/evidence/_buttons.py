"""The button of a card that adds evidence to its claim."""

import re
from typing import Any, Self

import discord
from discord import ui

from cogs._asking import words_of
from cogs._durable import DurableButton, pressable
from cogs._outbound import show_form
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
