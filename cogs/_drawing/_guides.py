"""Help: what people can do here."""

from collections.abc import Collection

from discord import ui

from bot.people import Right
from bot.words import Words
from cogs._drawing._sheet import Sheet

RIGHTS = (Right.CHECK, Right.REVIEW, Right.LEAD, Right.SET_UP)


def help_page(rights: Collection[Right], words: Words) -> ui.LayoutView:
    """What everybody can do, and what these rights add to it."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.help_heading}").text(_own(rights, words)).rule()
    theirs = [getattr(cards, f"help_{right.value}") for right in RIGHTS if right in rights]
    return sheet.spaced((cards.help_anyone, *theirs)).view()


def _own(rights: Collection[Right], words: Words) -> str:
    names = [getattr(words.cards, f"right_{right.value}") for right in RIGHTS if right in rights]
    return words.cards.help_you.format(rights=", ".join(names)) if names else words.cards.help_only_anyone
