"""The end of every act on a claim: the cards are drawn again, then the person is told."""

import discord

from bot.facts import ClaimFacts
from cogs._asking import bot_of
from cogs._outbound import deliver, finish


async def tell(interaction: discord.Interaction, claim: ClaimFacts, sentence: str, **blanks: object) -> None:
    """Draw the claim's cards again, and answer with one sentence about it."""
    await deliver(bot_of(interaction), guild_id=claim.guild_id, claim_id=claim.id)
    await finish(interaction, sentence.format(number=claim.number, **blanks))
