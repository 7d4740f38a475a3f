"""What every form has in common: labelled fields, and giving back what was typed when the rules say no."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import discord
from discord import ui

from bot.quoting import code_block
from bot.refusals import Refusal
from bot.words import Words
from bot.words.cards import named
from bot.words.refusals import TYPED_LENGTH
from cogs._asking import bot_of, words_of
from cogs._limits import INPUT_TEXT, LABEL_DESCRIPTION, LABEL_TEXT, MODAL_TITLE, SELECT_LABEL
from cogs._outbound import answer

# In seconds. Discord never tells that a form was closed; without a limit each would be kept for ever.
FORGOTTEN_AFTER = 12 * 60 * 60
# A language may be written out.
LANGUAGE_LENGTH = 40


class Form(ui.Modal):
    """A form. It never has a custom id of its own: two people would then share it."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title[:MODAL_TITLE], timeout=FORGOTTEN_AFTER)

    def line(
        self,
        custom_id: str,
        label: str,
        hint: str = "",
        value: str | None = None,
        limit: int = INPUT_TEXT,
        *,
        required: bool = False,
        paragraph: bool = False,
    ) -> ui.TextInput[Any]:
        """Add a field to write in."""
        field = ui.TextInput[Any](
            custom_id=custom_id,
            style=discord.TextStyle.paragraph if paragraph else discord.TextStyle.short,
            default=(value or "")[:limit] or None,
            max_length=limit,
            required=required,
        )
        self._label(label, hint, field)
        return field

    def menu(
        self,
        custom_id: str,
        label: str,
        hint: str,
        options: Sequence[discord.SelectOption],
        *,
        required: bool = False,
    ) -> ui.Select[Any]:
        """Add a field to pick from."""
        field = ui.Select[Any](
            custom_id=custom_id, options=list(options), required=required, min_values=int(required)
        )
        self._label(label, hint, field)
        return field

    def ticks(
        self, custom_id: str, label: str, options: Sequence[discord.CheckboxGroupOption]
    ) -> ui.CheckboxGroup[Any]:
        """Add a field of boxes to tick, none of which must be."""
        field = ui.CheckboxGroup[Any](
            custom_id=custom_id, options=list(options), required=False, min_values=0, max_values=len(options)
        )
        self._label(label, "", field)
        return field

    def typed(self) -> str:
        """Everything that was written, field by field."""
        fields = (field for field in self.walk_children() if isinstance(field, ui.TextInput))
        return "\n\n".join(field.value for field in fields if field.value)

    async def on_error(  # type: ignore[override]  # discord.py calls a form without an item
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        if isinstance(error, Refusal):
            error.typed = self.typed()
        await bot_of(interaction).explain(interaction, error)
        if not isinstance(error, Refusal) and self.typed():
            written = code_block(self.typed(), TYPED_LENGTH)
            await answer(interaction, f"{words_of(interaction).refusals.you_typed}\n{written}")

    def _label(self, label: str, hint: str, field: ui.Item[Any]) -> None:
        self.add_item(
            ui.Label[Any](
                text=label[:LABEL_TEXT], description=hint[:LABEL_DESCRIPTION] or None, component=field
            )
        )


def options_of(
    vocabulary: type[StrEnum], words: Words, chosen: StrEnum | None = None
) -> list[discord.SelectOption]:
    """The members of a vocabulary to pick from in a form, by their names."""
    return [
        discord.SelectOption(
            label=named(words.cards, member)[:SELECT_LABEL], value=member.value, default=member is chosen
        )
        for member in vocabulary
    ]
