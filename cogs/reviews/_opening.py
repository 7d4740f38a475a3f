"""Opening a review, by command or from a claim's card."""

import discord

from bot import posting, reviews
from cogs._asking import asked, bot_of, channel_of, words_of
from cogs._outbound import deliver, finish


async def open_review(interaction: discord.Interaction, number: int) -> None:
    """Open a review after a defer: its row, then its card, then the answer with the card's link."""
    bot = bot_of(interaction)
    async with bot.database.unit_of_work() as session:
        claim = await reviews.open(session, number, **asked(interaction), channel_id=channel_of(interaction))
    assert claim.review is not None, "it was opened just now"
    await deliver(bot, guild_id=claim.guild_id, claim_id=claim.id)
    async with bot.database.reading() as session:
        card = await posting.card_of(session, claim.id, guild_id=claim.guild_id, review_id=claim.review.id)
    own = words_of(interaction).answers
    if card is None:
        await finish(interaction, own.review_opened_here.format(number=number))
        return
    link = f"https://discord.com/channels/{claim.guild_id}/{card[0]}/{card[1]}"
    await finish(interaction, own.review_opened.format(number=number, card=link))
