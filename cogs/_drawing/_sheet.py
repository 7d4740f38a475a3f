"""What every drawing is made of: a coloured sheet with text, rules and rows of buttons, that always fits."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import discord
from babel import Locale, UnknownLocaleError
from discord import ui

from bot.facts import ClaimFacts, ClaimLine, SourceFacts
from bot.quoting import clip, length, plain, quote
from bot.words import Plural, Words
from bot.words.cards import named
from cogs._limits import BUTTON_LABEL, CARD_TEXT, CHOICE_NAME
from storage.vocabulary import Closed, Priority, State

GREY, GREEN, RED, BLUE = 0x8A93A3, 0x2E9E5B, 0xC9403A, 0x3B6FB6
COLOURS = {State.UNVERIFIED: GREY, State.CORROBORATED: GREEN, State.DENIED: RED}
# A symbol beside colour and word, told apart by shape too.
SYMBOLS = {State.UNVERIFIED: "⚪", State.CORROBORATED: "✅", State.DENIED: "❌"}
CLOSED_SYMBOL = "🗄️"
NAME_LENGTH = 80

Turn = Callable[[int], str]


class Sheet:
    """One message under construction: text up to Discord's limit, then buttons."""

    def __init__(self, colour: int = BLUE) -> None:
        self._container: ui.Container[Any] = ui.Container(accent_colour=colour)
        self._room = CARD_TEXT

    @property
    def room(self) -> int:
        """How many characters of text still fit."""
        return self._room

    def text(self, said: str, limit: int | None = None) -> "Sheet":
        """Add text, cut to what fits; nothing where there is none."""
        fitting = clip(said, min(self._room, self._room if limit is None else limit)) if said else ""
        if fitting and self._room > 1:
            self._room -= length(fitting)
            self._container.add_item(ui.TextDisplay(fitting))
        return self

    def texts(self, several: Iterable[str]) -> "Sheet":
        """Each as a text of its own: in one text, a quote or a list would swallow what comes after it."""
        for said in several:
            self.text(said)
        return self

    def spaced(self, several: Iterable[str]) -> "Sheet":
        """The same with some air between them."""
        for index, said in enumerate(several):
            if index:
                self._container.add_item(ui.Separator(visible=False))
            self.text(said)
        return self

    def rule(self) -> "Sheet":
        self._container.add_item(ui.Separator())
        return self

    def picture(self, name: str, alt: str) -> "Sheet":
        """Show a file that is sent along."""
        gallery: ui.MediaGallery[Any] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{name}", description=alt)
        self._container.add_item(gallery)
        return self

    def row(self, *items: ui.Item[Any]) -> "Sheet":
        if items:
            row: ui.ActionRow[Any] = ui.ActionRow(*items)
            self._container.add_item(row)
        return self

    def view(self) -> ui.LayoutView:
        view = ui.LayoutView(timeout=None)
        view.add_item(self._container)
        return view


def button(
    label: str,
    custom_id: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    *,
    disabled: bool = False,
) -> ui.Button[Any]:
    return ui.Button(label=label[:BUTTON_LABEL], custom_id=custom_id, style=style, disabled=disabled)


def turning(page: int, pages: int, words: Words, turn: Turn) -> tuple[ui.Button[Any], ...]:
    """Previous and next; none where there is one page. ``turn`` gives a page's custom id."""
    if pages <= 1:
        return ()
    # Pages that do not exist get ids too, because Discord wants every id of a message to differ.
    return (
        button(words.cards.previous, turn(page - 1), disabled=page <= 1),
        button(words.cards.next, turn(page + 1), disabled=page >= pages),
    )


def fitted(lines: Iterable[str], room: int, more: Plural) -> str:
    """As many lines as fit, and then how many more there are."""
    return "\n".join(fitting(lines, room, more))


def fitting(lines: Iterable[str], room: int, more: Plural, most: int = 1000) -> list[str]:
    """The lines that fit, at most so many, and a last one that says how many more there are."""
    kept: list[str] = []
    waiting = list(lines)
    used = 0
    reserve = length(more.of(len(waiting))) + 1
    for index, line in enumerate(waiting):
        needed = length(line) + 1
        last = index == len(waiting) - 1
        if used + needed + (0 if last else reserve) > room or (len(kept) == most - 1 and not last):
            kept.append(more.of(len(waiting) - index))
            break
        kept.append(line)
        used += needed
    return kept


def standing(state: State, closed: Closed | None, words: Words) -> str:
    """Symbol and word of where a claim stands."""
    if closed is not None:
        return f"{CLOSED_SYMBOL} {named(words.cards, closed)}"
    return f"{SYMBOLS[state]} {named(words.cards, state)}"


def colour_of(claim: ClaimFacts) -> int:
    return GREY if claim.closed is not None else COLOURS[claim.state]


def claim_line(line: ClaimLine, words: Words, room: int = 160) -> str:
    """One claim in a list: its standing, number and text, and what is up with it."""
    marks = _marks(line, words)
    tail = f"\n-# {' · '.join(marks)}" if marks else ""
    symbol = CLOSED_SYMBOL if line.closed is not None else SYMBOLS[line.state]
    return f"{symbol} **#{line.number}** {quote(line.text, room)}{tail}"


def _marks(line: ClaimLine, words: Words) -> list[str]:
    cards = words.cards
    marks = [named(cards, line.closed if line.closed is not None else line.state), named(cards, line.kind)]
    marks += [cards.mark_in_review] * line.in_review
    marks += [cards.mark_contested] * line.contested
    marks += [cards.mark_stale] * line.stale
    if line.priority in (Priority.HIGH, Priority.URGENT):
        marks.append(cards.urgent_line.format(priority=named(cards, line.priority)))
    return marks


def claim_label(line: ClaimLine) -> str:
    """A claim as a suggestion while somebody types."""
    return plain(f"#{line.number} {SYMBOLS[line.state]} {line.text}", CHOICE_NAME)


def source_name(source: SourceFacts, words: Words) -> str:
    """A source's name, and that it is unnamed where it is."""
    name = quote(source.name, NAME_LENGTH)
    return name if source.named else words.cards.unnamed.format(name=name)


def when(moment: datetime) -> str:
    """A moment that each reader sees in their own zone, as *two days ago*."""
    return f"<t:{int(moment.timestamp())}:R>"


@lru_cache(maxsize=512)
def language_name(code: str, spoken: str) -> str:
    """A language's name in the language spoken: *Nederlands* for ``nl`` in Dutch."""
    try:
        name = Locale.parse(code).get_language_name(spoken)
    except (UnknownLocaleError, ValueError):
        name = None
    return quote(name or code)


def joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
