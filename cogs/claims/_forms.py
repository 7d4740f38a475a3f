"""The forms for a claim, and what happens once one is sent off."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import claims, posting, sources
from bot.claims import CONTEXT_LIMIT, TEXT_LIMIT, Added, NewClaim
from bot.client import Corrobot
from bot.facts import ClaimFacts, SourceFacts
from bot.links import LINK_LIMIT
from bot.words import Words
from cogs._asking import asked, bot_of, channel_of, words_of
from cogs._attaching import copied
from cogs._drawing import told
from cogs._forms import LANGUAGE_LENGTH, Form, options_of
from cogs._outbound import deliver_card, finish
from cogs.claims._telling import tell
from storage.vocabulary import Kind


class Fields(Form):
    """What both forms begin with: what is claimed, its kind, and who says so."""

    def __init__(
        self, title: str, words: Words, *, text: str, kind: Kind | None, said_by: str | None
    ) -> None:
        own = words.forms
        super().__init__(title)
        self.text = self.line(
            "text", own.claim_text, own.claim_text_hint, text, TEXT_LIMIT, required=True, paragraph=True
        )
        self.kind = self.menu("kind", own.claim_kind, own.claim_kind_hint, options_of(Kind, words, kind))
        self.said_by = self.line(
            "said_by", own.claim_said_by, own.claim_said_by_hint, said_by, sources.NAME_LIMIT
        )


class ClaimForm(Fields):
    """Files a claim. What is known already stands in its fields, or goes along unseen."""

    def __init__(self, words: Words, draft: NewClaim, attachments: Sequence[discord.Attachment] = ()) -> None:
        own = words.forms
        super().__init__(own.claim_title, words, text=draft.text, kind=draft.kind, said_by=draft.said_by)
        self.draft = draft
        self.attachments = attachments
        self.link = self.line("link", own.claim_link, "", draft.link, LINK_LIMIT)
        self.context = self.line(
            "context", own.claim_context, own.claim_context_hint, draft.context, CONTEXT_LIMIT, paragraph=True
        )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        typed = {
            "text": self.text.value.strip(),
            "kind": picked(self.kind),
            "said_by": self.said_by.value,
            "link": self.link.value,
            "context": self.context.value,
        }
        await file_claim(interaction, self.draft.model_copy(update=typed), self.attachments)


class EditForm(Fields):
    """Changes what a claim says; opened with what it says now."""

    def __init__(self, words: Words, claim: ClaimFacts) -> None:
        title = words.forms.claim_edit_title.format(number=claim.number)
        super().__init__(title, words, text=claim.text, kind=claim.kind, said_by=_as_typed(claim.speaker))
        self.number = claim.number
        own = words.forms
        self.language = self.line(
            "language", own.claim_language, own.claim_language_hint, claim.language, LANGUAGE_LENGTH
        )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with bot_of(interaction).database.unit_of_work() as session:
            claim = await claims.edit(
                session,
                self.number,
                **asked(interaction),
                text=self.text.value,
                kind=picked(self.kind),
                said_by=self.said_by.value,
                language=self.language.value.strip() or None,
            )
        await tell(interaction, claim, words_of(interaction).answers.claim_changed)


async def file_claim(
    interaction: discord.Interaction, given: NewClaim, attachments: Sequence[discord.Attachment]
) -> None:
    """File a claim after a defer: bytes to disk, then its row, then its card, then the answer."""
    bot = bot_of(interaction)
    whole = given.model_copy(update={"files": await copied(bot, attachments)})
    async with bot.database.unit_of_work() as session:
        added = await claims.add(session, whole, **asked(interaction), channel_id=channel_of(interaction))
    await finish(interaction, _filed(added, await _card(bot, added), words_of(interaction)))


async def _card(bot: Corrobot, added: Added) -> tuple[int, int] | None:
    """Where the claim's card stands: sent now, or long ago where the claim was there already."""
    if added.card is not None:
        message_id = await deliver_card(bot, added.claim, added.card)
        return None if message_id is None else (added.card.channel_id, message_id)
    async with bot.database.reading() as session:
        return await posting.card_of(session, added.claim.id, guild_id=added.claim.guild_id)


def draft_of(message: discord.Message) -> NewClaim:
    """What somebody's message already tells of a claim; a long one goes whole into the context."""
    long = len(message.content) > TEXT_LIMIT
    return NewClaim(
        text=message.content[:TEXT_LIMIT],
        link=message.jump_url,
        author_id=message.author.id,
        context=message.content[:CONTEXT_LIMIT] if long else None,
    )


def picked(menu: ui.Select[Any]) -> Kind | None:
    """The kind that was picked, if one was."""
    return Kind(menu.values[0]) if menu.values else None


def _as_typed(speaker: SourceFacts | None) -> str | None:
    """A speaker as people write one: a question mark after who is not named."""
    if speaker is None:
        return None
    return speaker.name if speaker.named else f"{speaker.name}?"


def _filed(added: Added, card: tuple[int, int] | None, words: Words) -> str | ui.LayoutView:
    """What came of filing, where to see it, and which sources were made on the way."""
    own, claim = words.answers, added.claim
    link = "" if card is None else f"https://discord.com/channels/{claim.guild_id}/{card[0]}/{card[1]}"
    if added.repeated:
        return f"{own.claim_repeated.format(number=claim.number)} {link}".strip()
    sentence = (own.claim_filed if link else own.claim_filed_here).format(number=claim.number, card=link)
    if claim.files:
        sentence = f"{sentence}\n{own.files_kept.of(len(claim.files))}"
    return told(sentence, added.created, words) if added.created else sentence
