"""The forms for a piece of evidence: from a claim's card, and from somebody's message."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.evidence import QUOTE_LIMIT, NewEvidence
from bot.facts import ClaimLine
from bot.links import LINK_LIMIT
from bot.sources import NAME_LIMIT
from bot.words import Words
from cogs._asking import claim_number
from cogs._drawing import claim_label
from cogs._forms import Form, options_of
from cogs._limits import SELECT_OPTIONS
from cogs.evidence._adding import add_evidence
from storage.vocabulary import Stance

CHAIN_LENGTH = 1000
NUMBER_LENGTH = 20


class PieceForm(Form):
    """What every form for a piece of evidence asks; each adds its own field at the place that suits it."""

    def ask(self, words: Words) -> None:
        own = words.forms
        self.stance = self.menu("stance", own.evidence_stance, "", options_of(Stance, words), required=True)
        self.source = self.line(
            "source", own.evidence_source, own.evidence_source_hint, None, NAME_LIMIT, required=True
        )
        self.according_to = self.line(
            "according_to", own.evidence_according_to, own.evidence_according_to_hint, None, CHAIN_LENGTH
        )

    def ask_how(self, words: Words) -> None:
        own = words.forms
        labels = {
            "first_hand": own.evidence_first_hand,
            "on_record": own.evidence_on_record,
            "party": own.evidence_party,
            "only_cited": own.evidence_only_cited,
        }
        options = [discord.CheckboxGroupOption(label=label, value=flag) for flag, label in labels.items()]
        self.how = self.ticks("how", own.evidence_how, options)

    def given(self, *, link: str, quote: str | None = None) -> NewEvidence:
        """What was filled in. A stake that was not ticked is left to what is known of the source."""
        ticked = set(self.how.values)
        return NewEvidence(
            stance=Stance(self.stance.values[0]),
            source=self.source.value,
            according_to=self.according_to.value or None,
            link=link or None,
            quote=quote,
            first_hand="first_hand" in ticked,
            on_record="on_record" in ticked,
            party="party" in ticked or None,
            only_cited="only_cited" in ticked,
        )


class EvidenceForm(PieceForm):
    """Adds a piece to the claim whose card was pressed."""

    def __init__(self, words: Words, number: int) -> None:
        super().__init__(words.forms.evidence_title.format(number=number))
        self.number = number
        self.ask(words)
        self.link = self.line("link", words.forms.evidence_link, "", None, LINK_LIMIT)
        self.ask_how(words)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await add_evidence(interaction, self.number, self.given(link=self.link.value))


class AttachForm(PieceForm):
    """Adds somebody's message to a claim: its words as the quote, its link, and copies of its attachments."""

    def __init__(self, words: Words, message: discord.Message, lines: Sequence[ClaimLine]) -> None:
        super().__init__(words.forms.attach_title)
        self.message = message
        self.claim = self._which(words, lines)
        self.ask(words)
        self.ask_how(words)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        picked = self.claim.value if isinstance(self.claim, ui.TextInput) else self.claim.values[0]
        given = self.given(link=self.message.jump_url, quote=self.message.content[:QUOTE_LIMIT] or None)
        await add_evidence(interaction, claim_number(picked), given, self.message.attachments)

    def _which(self, words: Words, lines: Sequence[ClaimLine]) -> ui.Select[Any] | ui.TextInput[Any]:
        """A menu of the claims, or a field for a number once there are more of them than a menu holds."""
        own = words.forms
        if not 0 < len(lines) <= SELECT_OPTIONS:
            return self.line(
                "claim", own.evidence_claim, own.evidence_claim_hint, None, NUMBER_LENGTH, required=True
            )
        options = [discord.SelectOption(label=claim_label(line), value=str(line.number)) for line in lines]
        return self.menu("claim", own.evidence_claim, "", options, required=True)
