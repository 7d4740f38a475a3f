"""The buttons of evidence: the one on a card that adds to its claim, and those that turn a list's pages."""

import discord
from discord import ui

from bot import claims
from cogs._asking import bot_of, guild_of, words_of
from cogs._drawing import evidence_list
from cogs._durable import NumberedButton, PageButton
from cogs._outbound import show_form, turn
from cogs.evidence._adding import refuse_outsiders
from cogs.evidence._forms import EvidenceForm


class AddButton(NumberedButton, template=r"claim:(?P<number>\d{1,9}):evidence"):
    """Opens the form for a piece of evidence."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await refuse_outsiders(interaction)
        await show_form(interaction, EvidenceForm(words_of(interaction), self.number))


class ListPageButton(PageButton, template=r"evidences:(?P<number>\d{1,9}):(?P<page>\d{1,9})"):
    """Turns a list of evidence to another page."""

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
