"""Where a server's claims stand, in figures."""

from discord import ui

from bot.quoting import quote
from bot.status import StatusFacts
from bot.words import Words
from cogs._drawing._sheet import CLOSED_SYMBOL, SYMBOLS, Sheet, when
from storage.vocabulary import State


def status_summary(status: StatusFacts, words: Words) -> ui.LayoutView:
    """Counts by state, what is up, the claim that waits longest, and this week against the last."""
    cards = words.cards
    sheet = Sheet().text(f"## {cards.status_heading}")
    if not status.total:
        return sheet.text(cards.status_empty).view()
    sheet.text(f"{cards.status_total.of(status.total)}\n{_counts(status, words)}")
    sheet.text(
        cards.status_flags.format(in_review=status.in_review, contested=status.contested, stale=status.stale)
    )
    sheet.rule().text(_lately(status, words))
    return sheet.view()


def _counts(status: StatusFacts, words: Words) -> str:
    cards = words.cards
    figures = (
        (SYMBOLS[State.UNVERIFIED], cards.state_unverified, status.unverified),
        (SYMBOLS[State.CORROBORATED], cards.state_corroborated, status.corroborated),
        (SYMBOLS[State.DENIED], cards.state_denied, status.denied),
        (CLOSED_SYMBOL, cards.closed_not_checkable, status.not_checkable),
    )
    return "\n".join(f"{symbol} {name}: **{count}**" for symbol, name, count in figures)


def _lately(status: StatusFacts, words: Words) -> str:
    cards = words.cards
    week = cards.status_week.format(
        filed=status.filed_this_week,
        decided=status.decided_this_week,
        filed_before=status.filed_last_week,
        decided_before=status.decided_last_week,
    )
    if status.oldest_open is None or status.oldest_open_at is None:
        return week
    oldest = cards.status_oldest.format(
        number=status.oldest_open.number,
        text=quote(status.oldest_open.text, 120),
        when=when(status.oldest_open_at),
    )
    return f"{oldest}\n{week}"
