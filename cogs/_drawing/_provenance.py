"""The picture of who relies on whom, with the interval in words."""

from discord import ui

from bot.facts import ClaimFacts
from bot.quoting import clip, quote
from bot.words import Words
from bot.words.provenance import in_words
from cogs._drawing._sheet import Sheet, colour_of
from cogs._limits import ALT_TEXT


def provenance_picture(claim: ClaimFacts, words: Words, *, name: str, alt: str) -> ui.LayoutView:
    """The drawing, sent along as a file called ``name``, under what it comes down to."""
    cards = words.cards
    summary = in_words(claim.provenance, words.provenance, quoted=quote)
    sheet = Sheet(colour_of(claim)).text(f"## {cards.provenance_heading.format(number=claim.number)}")
    sheet.text(f"> {quote(claim.text, 300)}").text(f"🔎 {summary[:1].upper()}{summary[1:]}")
    return sheet.picture(name, clip(alt, ALT_TEXT)).view()
