"""Pages: claims found, and what happened to one."""

from collections.abc import Mapping

from discord import ui

from bot.claims import HistoryPage, Page
from bot.facts import EventFacts
from bot.quoting import quote
from bot.words import Words
from bot.words.cards import named
from cogs._drawing._sheet import Sheet, Turn, claim_line, fitting, joined, turning, when
from storage.vocabulary import Closed, Kind, Outcome, Relation, StaleReason, Stance, State

DETAIL_ROOM = 180


def claim_list(page: Page, words: Words, *, turn: Turn) -> ui.LayoutView:
    """Ten claims, with buttons to turn the page; ``turn`` gives the custom id of a page."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.list_heading} · {page.total}")
    if not page.lines:
        return sheet.text(cards.list_empty).view()
    lines = (claim_line(line, words) for line in page.lines)
    sheet.spaced(fitting(lines, sheet.room - 100, cards.and_more))
    sheet.text(f"-# {cards.page.format(page=page.page, pages=page.pages)}" if page.pages > 1 else "")
    return sheet.row(*turning(page.page, page.pages, words, turn)).view()


def history_page(history: HistoryPage, words: Words, *, turn: Turn) -> ui.LayoutView:
    """What happened to a claim, newest first."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.history_heading.format(number=history.number)}")
    if not history.events:
        return sheet.text(cards.history_empty).view()
    lines = (_event(event, words) for event in history.events)
    sheet.spaced(fitting(lines, sheet.room - 100, cards.and_more))
    page = cards.page.format(page=history.page, pages=history.pages)
    sheet.text(f"-# {page}" if history.pages > 1 else "")
    return sheet.row(*turning(history.page, history.pages, words, turn)).view()


def _event(event: EventFacts, words: Words) -> str:
    sentence = getattr(words.history, event.type.replace(".", "_"), words.history.something_else)
    detail = words.cards.erased if event.body is None else _detail(event.body, words)
    who = f"<@{event.actor_id}>" if event.actor_id else ""
    small = f"-# {joined((who, when(event.at)))}"
    return "\n".join(line for line in (f"**{sentence}**", detail, small) if line)


def _detail(body: object, words: Words) -> str:
    """The telling part of an event, of which each type has one or two."""
    if not isinstance(body, dict):
        return ""
    told = {**body, **_changes(body)}
    return joined([_value(key, told[key], words) for key in _TELLING if told.get(key)])


def _changes(body: Mapping[str, object]) -> Mapping[str, object]:
    """Of a list that was replaced, only what came and what went."""
    before, after = body.get("before"), body.get("after")
    if not isinstance(before, list) or not isinstance(after, list):
        return {}
    added = [each for each in after if each not in before]
    return {"added": added, "removed": [each for each in before if each not in after], "after": None}


# In the order in which they are read; whatever else an event carries is for the record.
_TELLING = (
    "evidence",
    "stance",
    "source",
    "relation",
    "other",
    "outcome",
    "state",
    "after",
    "text",
    "kind",
    "added",
    "removed",
    "reason",
    "note",
)
_VOCABULARIES = {
    "stance": Stance,
    "relation": Relation,
    "outcome": Outcome,
    "state": State,
    "kind": Kind,
}


def _value(key: str, value: object, words: Words) -> str:
    cards = words.cards
    if key in _VOCABULARIES:
        return _capital(named(cards, _VOCABULARIES[key](str(value))))
    if key == "evidence":
        return f"E{value}"
    if key == "other":
        return f"#{value}"
    if isinstance(value, list):
        sign = "+" if key == "added" else "−"
        return ", ".join(f"{sign}{quote(str(each))}" for each in value)
    return _reason(str(value), words) if key == "reason" else quote(str(value), DETAIL_ROOM)


def _reason(value: str, words: Words) -> str:
    """A reason is somebody's sentence, or one of the vocabulary's own."""
    for vocabulary in (Closed, StaleReason):
        if value in set(vocabulary):
            return _capital(named(words.cards, vocabulary(value)))
    return quote(value, DETAIL_ROOM)


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
