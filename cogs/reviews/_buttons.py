"""The buttons of reviews: the one that opens one, and the three that vote."""

import re
from typing import Any, Self

import discord
from discord import ui

from bot import reviews
from bot.refusals import ClaimMoved, ReviewOver
from cogs._asking import bot_of, guild_of, person_of, words_of
from cogs._durable import DurableButton, NumberedButton, pressable
from cogs._outbound import drawn_review, show_form, turn
from cogs.reviews._forms import VoteForm
from cogs.reviews._opening import open_review
from storage.vocabulary import Ballot

BALLOTS = {"c": Ballot.CORROBORATED, "d": Ballot.DENIED, "n": Ballot.CANNOT_TELL}


class OpenButton(NumberedButton, template=r"claim:(?P<number>\d{1,9}):review"):
    """Opens a review of the claim whose card was pressed."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await open_review(interaction, self.number)


class VoteButton(
    DurableButton, template=r"review:(?P<review_id>\d{1,18}):(?P<version>\d{1,9}):(?P<letter>[cdn])"
):
    """Asks for the reasons of a vote on the version of the claim that its card shows."""

    def __init__(self, custom_id: str, review_id: int, version: int, ballot: Ballot) -> None:
        super().__init__(pressable(custom_id))
        self.review_id = review_id
        self.version = version
        self.ballot = ballot

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        ballot = BALLOTS[match["letter"]]
        return cls(match.string, int(match["review_id"]), int(match["version"]), ballot)

    async def pressed(self, interaction: discord.Interaction) -> None:
        bot, guild_id = bot_of(interaction), guild_of(interaction)
        try:
            async with bot.database.reading() as session:
                paper = await reviews.before_vote(
                    session,
                    self.review_id,
                    guild_id=guild_id,
                    person=person_of(interaction),
                    ballot=self.ballot,
                    version=self.version,
                )
        except (ClaimMoved, ReviewOver):
            # The card that was pressed is out of date, so it is drawn again under the finger.
            await turn(interaction, await drawn_review(bot, self.review_id, guild_id=guild_id))
            raise
        form = VoteForm(words_of(interaction), paper, self.review_id, self.ballot, self.version)
        await show_form(interaction, form)
