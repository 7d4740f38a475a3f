"""Buttons that outlive restarts: the custom id says which one it is, the database everything else."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from cogs._asking import bot_of


class DurableButton(ui.DynamicItem[ui.Button[Any]], template=r"(?!)"):
    """A button that outlives restarts and tells the person who pressed it when it fails.

    discord.py has no error hook for dynamic items: it logs and stays silent. So no subclass overrides
    ``callback`` or ``interaction_check``; what happens goes into ``pressed``.
    """

    def __init_subclass__(cls, *, template: str) -> None:
        super().__init_subclass__(template=template)

    async def callback(self, interaction: discord.Interaction) -> None:
        await _aloud(interaction, self.pressed)

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class NumberedButton(DurableButton, template=r"(?!)"):
    """A durable button about one thing; the ``number`` in its id says which."""

    def __init__(self, custom_id: str, number: int) -> None:
        super().__init__(pressable(custom_id))
        self.number = number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match.string, int(match["number"]))


class PageButton(DurableButton, template=r"(?!)"):
    """Turns what is told of one thing to another page; ``number`` and ``page`` are in its id."""

    def __init__(self, custom_id: str, number: int, page: int) -> None:
        super().__init__(pressable(custom_id))
        self.number = number
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match.string, int(match["number"]), int(match["page"]))


class DurableMenu(ui.DynamicItem[Any], template=r"(?!)"):
    """A select menu that outlives restarts, of whatever type; it fails as aloud as a durable button."""

    def __init_subclass__(cls, *, template: str) -> None:
        super().__init_subclass__(template=template)

    async def callback(self, interaction: discord.Interaction) -> None:
        await _aloud(interaction, self.chosen)

    async def chosen(self, interaction: discord.Interaction) -> None:
        """Do what the menu is for."""
        raise NotImplementedError


def pressable(custom_id: str) -> ui.Button[Any]:
    """A stand-in to hand to ``DynamicItem.__init__``: Discord already shows the real one."""
    return ui.Button(label="…", custom_id=custom_id)


async def _aloud(
    interaction: discord.Interaction, act: Callable[[discord.Interaction], Awaitable[None]]
) -> None:
    try:
        await act(interaction)
    except Exception as error:
        await bot_of(interaction).explain(interaction, error)
