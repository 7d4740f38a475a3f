"""An article and the claims taken from it."""

import discord
from discord import ui

from bot.articles import ArticleFacts
from bot.quoting import quote, shown_link
from bot.words import Words
from cogs._drawing._sheet import Sheet, button, claim_line, fitting, joined, language_name, source_name
from cogs._drawing._sources import correcting, new_sources

# Each is a component of its own, with another between; a message may have forty.
CLAIMS = 14


def article_card(article: ArticleFacts, words: Words) -> ui.LayoutView:
    """What the article is, its claims, and a button for the next one."""
    cards = words.cards
    sheet = Sheet()
    sheet.text(f"## {cards.article_heading.format(number=article.number, title=quote(article.title, 600))}")
    sheet.text(_about(article, words)).rule()
    if article.claims:
        lines = [claim_line(line, words, 120) for line in article.claims]
        sheet.text(f"**{cards.article_claims.of(len(lines))}**")
        sheet.spaced(fitting(lines, sheet.room, cards.and_more, CLAIMS))
    else:
        sheet.text(cards.article_no_claims)
    if article.created:
        sheet.text(new_sources(article.created, words))
    add = button(cards.add_claim, f"article:{article.number}:claim", discord.ButtonStyle.primary)
    return sheet.row(add, *correcting(article.created, words)).view()


def _about(article: ArticleFacts, words: Words) -> str:
    cards = words.cards
    return joined(
        (
            source_name(article.publisher, words) if article.publisher is not None else "",
            language_name(article.language, words.language) if article.language else "",
            cards.article_published.format(when=quote(article.published, 80)) if article.published else "",
            shown_link(article.link, cards.open_link) if article.link else "",
        )
    )
