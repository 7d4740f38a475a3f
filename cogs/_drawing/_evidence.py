"""Evidence, grouped by what it does with the claim."""

from collections.abc import Iterable, Sequence

from discord import ui

from bot.facts import ClaimFacts, EvidenceFacts
from bot.quoting import quote, shown_link
from bot.words import Words
from bot.words.cards import named
from cogs._drawing._sheet import Sheet, button, colour_of, fitted, fitting, joined, source_name
from storage.vocabulary import Stance

SCOPE_ROOM = 100
QUOTE_ROOM = 160
REASON_ROOM = 120
NAMES = 4
# Parties last: what supports a claim and what denies it come first.
ORDER = (Stance.SUPPORTS, Stance.DENIES, Stance.QUERIES, Stance.CONTEXT)
SYMBOLS = {Stance.SUPPORTS: "🟢", Stance.DENIES: "🔻", Stance.QUERIES: "❔", Stance.CONTEXT: "📎"}


def evidence_list(claim: ClaimFacts, words: Words) -> ui.LayoutView:
    """Every piece of a claim's evidence, retracted ones last, with what was quoted from it."""
    cards = words.cards
    sheet = Sheet(colour_of(claim)).text(f"## {cards.evidence_heading.format(number=claim.number)}")
    sheet.text(f"> {quote(claim.text, 300)}").rule()
    active = [piece for piece in claim.evidence if piece.active]
    gone = [f"- {_gone(piece, words)}" for piece in claim.evidence if not piece.active]
    after = fitted(gone, 1000, cards.and_more)
    sheet.texts(evidence_by_stance(active, words, sheet.room - 1100, quotes=True))
    if after:
        sheet.rule().text(after)
    return sheet.row(button(cards.add_evidence, f"claim:{claim.number}:evidence")).view()


def evidence_by_stance(
    evidence: Sequence[EvidenceFacts], words: Words, room: int, *, quotes: bool = False
) -> list[str]:
    """Active evidence, a text for each stance, as much as there is room for; what is left out is counted."""
    active = [piece for piece in evidence if piece.active]
    if not active:
        return [words.cards.no_evidence]
    texts: list[str] = []
    for line in fitting(_lines(active, words, quotes), room, words.cards.and_more):
        if texts and line.startswith("- "):
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts


def _lines(active: Sequence[EvidenceFacts], words: Words, quotes: bool) -> Iterable[str]:
    for stance in ORDER:
        pieces = [piece for piece in active if piece.stance is stance]
        for index, piece in enumerate(pieces):
            line = f"- {evidence_line(piece, words)}"
            if quotes and piece.quote:
                line += f"\n> {quote(piece.quote, QUOTE_ROOM)}"
            # A heading travels with its first line, so that it never stands alone where the room ends.
            heading = f"**{SYMBOLS[stance]} {named(words.cards, stance)}**\n"
            yield (heading if index == 0 else "") + line


def evidence_line(piece: EvidenceFacts, words: Words) -> str:
    """One piece: its number, who says it, on whom it relies, what kind it is, and where it is."""
    cards = words.cards
    name = f"**E{piece.number}** {source_name(piece.source, words)}"
    if piece.according_to:
        names = ", ".join(source_name(source, words) for source in piece.according_to[:NAMES])
        rest = len(piece.according_to) - NAMES
        names += f" {cards.and_more.of(rest)}" if rest > 0 else ""
        name = f"{name}, {cards.according_to.format(names=names)}"
    traits = (
        cards.first_hand if piece.first_hand else "",
        cards.cited if not piece.read else "",
        cards.on_record if piece.on_record else "",
        cards.party if piece.party or piece.source.party else "",
        cards.scope.format(scope=quote(piece.scope, SCOPE_ROOM)) if piece.scope else "",
        shown_link(piece.link, cards.open_link) if piece.link else "",
        cards.files.of(len(piece.files)) if piece.files else "",
    )
    return joined((name, *traits))


def _gone(piece: EvidenceFacts, words: Words) -> str:
    cards = words.cards
    reason = quote(piece.status_reason or "", REASON_ROOM)
    why = named(cards, piece.status)
    if reason:
        why = cards.retracted_because.format(standing=why, reason=reason)
    return f"~~E{piece.number} {source_name(piece.source, words)}~~ · {why}"
