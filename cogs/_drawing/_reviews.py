"""The card that a claim is voted on, and how it looks once the review is over."""

from collections.abc import Iterable

import discord
from discord import ui

from bot.facts import ClaimFacts, ReviewFacts, VoteFacts
from bot.quoting import quote
from bot.words import Words
from bot.words.cards import named
from cogs._drawing._claims import claim_body
from cogs._drawing._sheet import GREY, Sheet, button, fitting, joined
from storage.vocabulary import Ballot

RESERVE = 1200
# Each is a component of its own, of which a message may have forty.
VOTES = 12
WHY_ROOM = 200
EVIDENCE_ROOM = 60
STYLES = {
    Ballot.CORROBORATED: ("c", discord.ButtonStyle.success),
    Ballot.DENIED: ("d", discord.ButtonStyle.danger),
    Ballot.CANNOT_TELL: ("n", discord.ButtonStyle.secondary),
}


def review_card(claim: ClaimFacts, words: Words, *, review_id: int) -> ui.LayoutView:
    """Three buttons while the review is open, and nothing of any vote; afterwards the votes with reasons."""
    review = claim.review
    if review is None or review.id != review_id:
        return _moved_on(claim, words)
    sheet = claim_body(claim, words, reserve=RESERVE).rule()
    if review.outcome is None:
        return _open(sheet, claim, review, words)
    return _closed(sheet, review, words)


def _open(sheet: Sheet, claim: ClaimFacts, review: ReviewFacts, words: Words) -> ui.LayoutView:
    sheet.text(f"### 🗳️ {words.cards.review_heading.format(number=claim.number)}\n-# {words.cards.blind}")
    buttons = (
        button(named(words.cards, ballot), f"review:{review.id}:{claim.version}:{letter}", style)
        for ballot, (letter, style) in STYLES.items()
    )
    return sheet.row(*buttons).view()


def _closed(sheet: Sheet, review: ReviewFacts, words: Words) -> ui.LayoutView:
    assert review.outcome is not None, "only an ended review has votes to show"
    outcome = named(words.cards, review.outcome)
    sheet.text(f"### 🗳️ {words.cards.review_ended.format(outcome=outcome)}")
    return sheet.texts(
        fitting(_votes(review.votes, words), RESERVE - 150, words.cards.and_more, VOTES)
    ).view()


def _moved_on(claim: ClaimFacts, words: Words) -> ui.LayoutView:
    heading = words.cards.review_heading.format(number=claim.number)
    return Sheet(GREY).text(f"## {heading}").text(words.cards.review_moved_on).view()


def _votes(votes: Iterable[VoteFacts], words: Words) -> Iterable[str]:
    """Who voted what and why; without a name where the rules give none."""
    cards = words.cards
    for vote in votes:
        person = f"<@{vote.voter_id}>" if vote.voter_id else cards.a_reviewer
        relied = quote(vote.evidence, EVIDENCE_ROOM)
        parts = (
            named(cards, vote.code),
            cards.vote_evidence.format(evidence=relied) if relied else "",
            "" if vote.counted else cards.vote_not_counted,
        )
        said = cards.vote_line.format(person=person, ballot=named(cards, vote.ballot), reason=joined(parts))
        yield f"{said}\n> {quote(vote.why, WHY_ROOM)}"
