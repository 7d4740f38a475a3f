"""Sources: one, and the register."""

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.facts import SourceFacts
from bot.quoting import plain, quote
from bot.sources import SourcePage
from bot.words import Words
from bot.words.cards import named
from cogs._drawing._sheet import (
    Sheet,
    Turn,
    button,
    fitting,
    joined,
    language_name,
    source_name,
    turning,
)
from cogs._limits import ROW_BUTTONS
from storage.vocabulary import Reliability

NOTES_ROOM = 1000
NAMES_ROOM = 800
LABEL_NAME = 60


def source_card(source: SourceFacts, words: Words) -> ui.LayoutView:
    """What is known of a source."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.source_heading.format(name=quote(source.name, 200))}")
    sheet.text(_traits(source, words))
    sheet.text(cards.source_reliability.format(reliability=named(cards, source.reliability)))
    if source.aliases:
        sheet.text(cards.source_aliases.format(names=_names(source.aliases)), NAMES_ROOM)
    if source.overlaps:
        sheet.text(cards.source_overlaps.format(names=_names(source.overlaps)), NAMES_ROOM)
    if source.notes:
        sheet.text(cards.source_notes.format(notes=quote(source.notes, NOTES_ROOM)))
    return sheet.view()


def source_list(page: SourcePage, words: Words, *, turn: Turn) -> ui.LayoutView:
    """A page of the register; ``turn`` gives the custom id of a page."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.sources_heading} · {page.total}")
    if not page.sources:
        return sheet.text(cards.sources_empty).view()
    lines = (_line(source, words) for source in page.sources)
    sheet.spaced(fitting(lines, sheet.room - 100, cards.and_more))
    sheet.text(f"-# {cards.page.format(page=page.page, pages=page.pages)}" if page.pages > 1 else "")
    return sheet.row(*turning(page.page, page.pages, words, turn)).view()


def told(sentence: str, created: Sequence[SourceFacts], words: Words) -> ui.LayoutView:
    """An answer, with a button to correct what was guessed of each source made on the way."""
    sheet = Sheet().text(sentence)
    if created:
        sheet.text(new_sources(created, words), NAMES_ROOM)
    return sheet.row(*correcting(created, words)).view()


def new_sources(created: Sequence[SourceFacts], words: Words) -> str:
    """Which sources were made on the way."""
    names = ", ".join(source_name(source, words) for source in created)
    return words.answers.new_sources.of(len(created), names=names)


def correcting(created: Sequence[SourceFacts], words: Words) -> list[ui.Button[Any]]:
    """A button for each new source, to correct what was guessed of it."""
    return [
        button(
            words.forms.source_title.format(name=plain(source.name, LABEL_NAME)),
            f"source:{source.id}:correct",
        )
        for source in created[:ROW_BUTTONS]
    ]


def _line(source: SourceFacts, words: Words) -> str:
    """A source in the register; the name tells already whether it is unnamed."""
    judged = source.reliability is not Reliability.F
    reliability = named(words.cards, source.reliability) if judged else ""
    kind = named(words.cards, source.kind)
    return f"**{source_name(source, words)}**\n-# {joined((kind, *_more(source, words), reliability))}"


def _traits(source: SourceFacts, words: Words) -> str:
    cards = words.cards
    return joined((named(cards, source.kind), named(cards, source.naming), *_more(source, words)))


def _more(source: SourceFacts, words: Words) -> tuple[str, str]:
    language = language_name(source.language, words.language) if source.language else ""
    return language, words.cards.source_party if source.party else ""


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(quote(name, 200) for name in names)
