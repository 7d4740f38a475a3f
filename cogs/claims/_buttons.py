"""The buttons of claims: on their cards, under their pages, and on the articles they are taken from."""

import re
from dataclasses import dataclass
from typing import Any, Self

import discord
from discord import ui

from bot import claims
from bot.claims import NewClaim
from bot.quoting import length
from cogs._asking import asked, bot_of, guild_of, person_of, words_of
from cogs._drawing import claim_list, history_page
from cogs._durable import DurableButton, NumberedButton, PageButton, pressable
from cogs._limits import CUSTOM_ID
from cogs._outbound import answer, deliver, show_form, turn
from cogs.claims._forms import ClaimForm
from storage.vocabulary import Kind, State

FLAGS = {"m": "mine", "c": "contested", "s": "stale"}
_WORD = r"[a-z_]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims a list shows; short enough to be written into a button."""

    state: State | None = None
    kind: Kind | None = None
    tag: str = ""
    mine: bool = False
    contested: bool = False
    stale: bool = False

    def custom_id(self, page: int) -> str:
        """The id of the button that turns to this page; a tag that is too long for it is cut."""
        flags = "".join(letter for letter, name in FLAGS.items() if getattr(self, name))
        custom_id = f"claims:{page}:{self.state or ''}:{self.kind or ''}:{flags}:{self.tag}"
        while length(custom_id) > CUSTOM_ID:
            custom_id = custom_id[:-1]
        return custom_id

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        return cls(
            state=State(match["state"]) if match["state"] else None,
            kind=Kind(match["kind"]) if match["kind"] else None,
            tag=match["tag"],
            **{name: letter in match["flags"] for letter, name in FLAGS.items()},
        )


class ListPageButton(
    DurableButton,
    template=rf"claims:(?P<page>\d+):(?P<state>{_WORD}):(?P<kind>{_WORD}):(?P<flags>[mcs]*):(?P<tag>(?s:.*))",
):
    """Turns a list of claims to another page."""

    def __init__(self, custom_id: str, filters: Filters, page: int) -> None:
        super().__init__(pressable(custom_id))
        self.filters = filters
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match.string, Filters.read(match), int(match["page"]))

    async def pressed(self, interaction: discord.Interaction) -> None:
        await turn(interaction, await draw_list(interaction, self.filters, page=self.page))


class TakeButton(NumberedButton, template=r"claim:(?P<number>\d{1,9}):take"):
    """Makes a claim one's own to work on."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        bot = bot_of(interaction)
        async with bot.database.unit_of_work() as session:
            claim = await claims.take(session, self.number, **asked(interaction))
        await deliver(bot, guild_id=claim.guild_id, claim_id=claim.id)
        await answer(interaction, words_of(interaction).answers.claim_taken.format(number=claim.number))


class HistoryButton(NumberedButton, template=r"claim:(?P<number>\d{1,9}):history"):
    """Shows what happened to a claim, to whoever asks."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await answer(interaction, await draw_history(interaction, self.number, page=1))


class HistoryPageButton(PageButton, template=r"claim:(?P<number>\d{1,9}):history:(?P<page>\d{1,9})"):
    """Turns a claim's history to another page."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await turn(interaction, await draw_history(interaction, self.number, page=self.page))


class ArticleClaimButton(NumberedButton, template=r"article:(?P<number>\d{1,9}):claim"):
    """Opens the form for a claim taken from an article; the number is the article's."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await show_form(interaction, ClaimForm(words_of(interaction), NewClaim(text="", article=self.number)))


BUTTONS = (ArticleClaimButton, HistoryButton, HistoryPageButton, ListPageButton, TakeButton)


async def draw_list(interaction: discord.Interaction, filters: Filters, *, page: int) -> ui.LayoutView:
    """One page of the claims that meet the filters."""
    async with bot_of(interaction).database.reading() as session:
        found = await claims.page(
            session,
            guild_id=guild_of(interaction),
            person=person_of(interaction),
            page=page,
            state=filters.state,
            kind=filters.kind,
            tag=filters.tag,
            mine=filters.mine,
            contested=filters.contested,
            stale=filters.stale,
        )
    return claim_list(found, words_of(interaction), turn=filters.custom_id)


async def draw_history(interaction: discord.Interaction, number: int, *, page: int) -> ui.LayoutView:
    """One page of what happened to a claim."""
    async with bot_of(interaction).database.reading() as session:
        found = await claims.history(session, number, guild_id=guild_of(interaction), page=page)
    return history_page(found, words_of(interaction), turn=lambda to: history_id(number, to))


def history_id(number: int, page: int) -> str:
    """The id of the button that turns a claim's history to this page."""
    return f"claim:{number}:history:{page}"
