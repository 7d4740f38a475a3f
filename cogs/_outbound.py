"""The only place that sends or edits: explicit mentions every time, and nothing left in the view store."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import aiohttp
import discord
from discord import ui

from bot import claims, posting, reviews
from bot.client import Corrobot
from bot.facts import ClaimFacts
from bot.posting import PostFacts
from bot.quoting import clip
from bot.refusals import Refusal
from bot.words import words_for
from cogs._drawing import claim_card, review_card
from cogs._limits import CONTENT
from storage.vocabulary import PostState

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()
# What leaves open whether Discord has the message: the answer was lost, or there was none.
AMBIGUOUS = (aiohttp.ClientError, OSError, TimeoutError)
SERVER_ERROR = 500
REASON_LENGTH = 500
NO_ANSWER = "no_answer"

Said: TypeAlias = str | ui.View | ui.LayoutView


async def answer(
    interaction: discord.Interaction,
    said: Said,
    *,
    ephemeral: bool = True,
    files: Sequence[discord.File] = (),
    live: bool = False,
) -> None:
    """Answer in whatever state the interaction is: first as a response, then as a follow-up.

    ``live`` keeps a short-lived view's own callbacks working; a drawing's buttons need none.
    """
    shown = _shown(said, live=live)
    if files:
        shown["files"] = list(files)
    if interaction.response.is_done():
        await interaction.followup.send(
            **shown, ephemeral=ephemeral, suppress_embeds=isinstance(said, str), allowed_mentions=NOBODY
        )
    else:
        await interaction.response.send_message(
            **shown, ephemeral=ephemeral, suppress_embeds=isinstance(said, str), allowed_mentions=NOBODY
        )


async def finish(
    interaction: discord.Interaction,
    said: Said,
    *,
    files: Sequence[discord.File] = (),
    live: bool = False,
) -> None:
    """Put the answer where *thinking…* stands, or in the message whose button was pressed, after a defer."""
    shown = _shown(said, live=live)
    if files:
        shown["attachments"] = list(files)
    await interaction.edit_original_response(**shown, allowed_mentions=NOBODY)


async def turn(interaction: discord.Interaction, view: ui.LayoutView) -> None:
    """Answer a button by changing its own message, in one go."""
    view.stop()
    await interaction.response.edit_message(view=view, allowed_mentions=NOBODY)


async def show_form(interaction: discord.Interaction, form: ui.Modal) -> None:
    """Open a form. It must be the first answer."""
    await interaction.response.send_modal(form)


async def post(bot: Corrobot, view: ui.LayoutView, *, guild_id: int, channel_id: int, nonce: str) -> int:
    """Send a message that others see; Discord makes one of it however often this nonce is sent."""
    view.stop()
    channel = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    message = await channel.send(view=view, nonce=nonce, allowed_mentions=NOBODY)
    return message.id


async def redraw(
    bot: Corrobot, view: ui.LayoutView, *, guild_id: int, channel_id: int, message_id: int
) -> None:
    """Draw a message that others see again."""
    view.stop()
    channel = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    await channel.get_partial_message(message_id).edit(view=view, allowed_mentions=NOBODY)


async def deliver(bot: Corrobot, *, guild_id: int | None = None, claim_id: int | None = None) -> None:
    """Send and draw again what waits: for one claim, one server or all. Safe to do twice; never fails."""
    try:
        while await _deliver_once(bot, guild_id, claim_id):
            # Something was sent: what changed meanwhile could not be drawn into it yet.
            pass
    except Exception:
        log.exception("delivering for server %s failed", guild_id)


async def deliver_card(bot: Corrobot, claim: ClaimFacts, row: PostFacts) -> int | None:
    """Send the card of a claim that was filed just now, from its facts at hand; its message id."""
    server = await bot.server(claim.guild_id)
    async with bot.lock(f"post:{row.id}"):
        sent = await _settle(bot, row, claim_card(claim, words_for(server.language)))
    if sent is not None and sent.dirty:
        await deliver(bot, guild_id=claim.guild_id, claim_id=claim.id)
    return sent.message_id if sent is not None else None


async def _deliver_once(bot: Corrobot, guild_id: int | None, claim_id: int | None) -> bool:
    async with bot.database.reading() as session:
        waiting = await posting.due(session, now=bot.clock(), guild_id=guild_id, claim_id=claim_id)
    changed = False
    for row in waiting:
        async with bot.lock(f"post:{row.id}"):
            sent = await _settle(bot, row)
        changed = changed or (sent is not None and sent.dirty)
    return changed


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent just now; ``dirty`` if what it shows changed on the way."""

    message_id: int
    dirty: bool


async def _settle(bot: Corrobot, row: PostFacts, view: ui.LayoutView | None = None) -> Sent | None:
    """Do what one message needs; None if it was not sent just now."""
    try:
        if row.state is PostState.POSTED:
            await _draw_again(bot, row)
            return None
        return await _send(bot, row, view)
    except Exception:
        log.exception("post %s of server %s failed", row.id, row.guild_id)
        return None


async def _send(bot: Corrobot, row: PostFacts, view: ui.LayoutView | None) -> Sent | None:
    now = bot.clock()
    async with bot.database.unit_of_work() as session:
        if row.state is PostState.SENDING and not posting.may_retry(row, now):
            await posting.uncertain(session, row.id, guild_id=row.guild_id, reason=NO_ANSWER)
            return None
        if not await posting.lease(session, row.id, guild_id=row.guild_id, now=now):
            return None
    nonce = posting.nonce(row.id, instance=bot.instance)
    try:
        shown = view or await _drawing(bot, row)
        message_id = await post(bot, shown, guild_id=row.guild_id, channel_id=row.channel_id, nonce=nonce)
    except AMBIGUOUS as error:
        log.warning("post %s: no clear answer: %r", row.id, error)
        return None
    except discord.HTTPException as error:
        await _not_sent(bot, row, error)
        return None
    except (discord.RateLimited, Refusal):
        # Surely not sent: discord.py did not ask, or there was nothing to draw yet.
        async with bot.database.unit_of_work() as session:
            await posting.released(session, row.id, guild_id=row.guild_id)
        return None
    async with bot.database.unit_of_work() as session:
        dirty = await posting.posted(session, row.id, guild_id=row.guild_id, message_id=message_id)
    return Sent(message_id, dirty)


async def _not_sent(bot: Corrobot, row: PostFacts, error: discord.HTTPException) -> None:
    if error.status >= SERVER_ERROR:
        log.warning("post %s: no clear answer: %r", row.id, error)
        return
    log.warning("post %s was refused: %s", row.id, error)
    async with bot.database.unit_of_work() as session:
        await posting.failed(session, row.id, guild_id=row.guild_id, reason=str(error)[:REASON_LENGTH])


async def _draw_again(bot: Corrobot, row: PostFacts) -> None:
    assert row.message_id is not None, "a posted message has its id"
    async with bot.database.unit_of_work() as session:
        await posting.clean(session, row.id, guild_id=row.guild_id)
    view = await _drawing(bot, row)
    try:
        await redraw(bot, view, guild_id=row.guild_id, channel_id=row.channel_id, message_id=row.message_id)
    except (*AMBIGUOUS, discord.HTTPException, discord.RateLimited) as error:
        await _not_drawn(bot, row, error)


async def _not_drawn(bot: Corrobot, row: PostFacts, error: Exception) -> None:
    log.warning("post %s could not be drawn again: %r", row.id, error)
    async with bot.database.unit_of_work() as session:
        match error:
            case discord.NotFound():
                await posting.removed(session, row.id, guild_id=row.guild_id)
            case discord.Forbidden():
                await posting.failed(
                    session, row.id, guild_id=row.guild_id, reason=str(error)[:REASON_LENGTH]
                )
            case _:
                await posting.soil(session, row.id, guild_id=row.guild_id)


async def _drawing(bot: Corrobot, row: PostFacts) -> ui.LayoutView:
    """Draw a message from what the database says at this moment."""
    if row.review_id is not None:
        return await drawn_review(bot, row.review_id, guild_id=row.guild_id)
    server = await bot.server(row.guild_id)
    words = words_for(server.language)
    async with bot.database.reading() as session:
        assert row.claim_id is not None, "a card belongs to a claim"
        claim = await claims.load(session, row.claim_id, guild_id=row.guild_id)
    return claim_card(claim, words)


async def drawn_review(bot: Corrobot, review_id: int, *, guild_id: int) -> ui.LayoutView:
    """Draw the card of a review, open or ended, in the server's language."""
    server = await bot.server(guild_id)
    async with bot.database.reading() as session:
        review = await reviews.last(session, review_id, guild_id=guild_id)
        claim = await claims.load(session, review.claim_id, guild_id=guild_id)
    return review_card(replace(claim, review=review), words_for(server.language), review_id=review_id)


def _shown(said: Said, *, live: bool) -> dict[str, Any]:
    if isinstance(said, str):
        return {"content": clip(said, CONTENT)}
    if not live:
        # A finished view is not stored: the buttons of a drawing are dispatched by their custom ids.
        said.stop()
    return {"view": said}
