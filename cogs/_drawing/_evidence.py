"""Evidence, grouped by what it does with the claim."""

from collections.abc import Iterable, Sequence

from discord import ui

from bot.facts import ClaimFacts, EvidenceFacts
from bot.quoting import length, quote, shown_link
from bot.words import Words
from bot.words.cards import named
from cogs._drawing._sheet import (
    Sheet,
    Turn,
    button,
    colour_of,
    fitting,
    joined,
    source_name,
    turning,
)
from storage.vocabulary import Stance

SCOPE_ROOM = 100
QUOTE_ROOM = 160
REASON_ROOM = 120
PAGE_LINE_ROOM = 100
NAMES = 4
# Parties last: what supports a claim and what denies it come first.
ORDER = (Stance.SUPPORTS, Stance.DENIES, Stance.QUERIES, Stance.CONTEXT)
SYMBOLS = {Stance.SUPPORTS: "🟢", Stance.DENIES: "🔻", Stance.QUERIES: "❔", Stance.CONTEXT: "📎"}


def evidence_list(claim: ClaimFacts, words: Words, *, page: int, turn: Turn) -> ui.LayoutView:
    """A page of a claim's evidence, retracted pieces last, with what was quoted from each.

    ``turn`` gives the custom id of a page.
    """
    cards = words.cards
    sheet = Sheet(colour_of(claim)).text(f"## {cards.evidence_heading.format(number=claim.number)}")
    sheet.text(f"> {quote(claim.text, 300)}").rule()
    if not any(piece.active for piece in claim.evidence):
        sheet.text(cards.no_evidence)
    pages = _pages(_groups(claim.evidence, words), sheet.room - PAGE_LINE_ROOM)
    # There may be fewer pages by the time a button is pressed.
    page = max(1, min(page, len(pages)))
    sheet.texts(pages[page - 1])
    sheet.text(f"-# {cards.page.format(page=page, pages=len(pages))}" if len(pages) > 1 else "")
    add = button(cards.add_evidence, f"claim:{claim.number}:evidence")
    return sheet.row(*turning(page, len(pages), words, turn), add).view()


def evidence_by_stance(evidence: Sequence[EvidenceFacts], words: Words, room: int) -> list[str]:
    """Active evidence, a text for each stance, as much as there is room for; what is left out is counted."""
    active = [piece for piece in evidence if piece.active]
    if not active:
        return [words.cards.no_evidence]
    texts: list[str] = []
    for line in fitting(_lines(active, words), room, words.cards.and_more):
        if texts and line.startswith("- "):
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts


def _lines(active: Sequence[EvidenceFacts], words: Words) -> Iterable[str]:
    for stance in ORDER:
        pieces = [piece for piece in active if piece.stance is stance]
        for index, piece in enumerate(pieces):
            # A heading travels with its first line, so that it never stands alone where the room ends.
            heading = f"{_heading(stance, words)}\n" if index == 0 else ""
            yield f"{heading}- {evidence_line(piece, words)}"


def _groups(evidence: Sequence[EvidenceFacts], words: Words) -> Iterable[tuple[str, list[str]]]:
    """Every piece in full, under the headings they stand under; the retracted ones need none."""
    for stance in ORDER:
        pieces = [piece for piece in evidence if piece.active and piece.stance is stance]
        yield _heading(stance, words), [_quoting(piece, words) for piece in pieces]
    yield "", [f"- {_gone(piece, words)}" for piece in evidence if not piece.active]


def _pages(groups: Iterable[tuple[str, list[str]]], room: int) -> list[list[str]]:
    """The texts of each page; a heading is repeated where its lines go on."""
    pages: list[list[str]] = [[]]
    left = room
    for heading, lines in groups:
        begun = False
        for line in lines:
            needed = length(heading) + length(line) + 1
            if needed > left and pages[-1]:
                pages.append([])
                left, begun = room, False
            left -= needed
            if begun:
                pages[-1][-1] += f"\n{line}"
            else:
                pages[-1].append(f"{heading}\n{line}".strip("\n"))
            begun = True
    return pages


def _heading(stance: Stance, words: Words) -> str:
    return f"**{SYMBOLS[stance]} {named(words.cards, stance)}**"


def _quoting(piece: EvidenceFacts, words: Words) -> str:
    line = f"- {evidence_line(piece, words)}"
    return f"{line}\n> {quote(piece.quote, QUOTE_ROOM)}" if piece.quote else line


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
