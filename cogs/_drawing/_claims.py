"""The card of one claim."""

from collections.abc import Iterable
from typing import Any

import discord
from discord import ui

from bot.facts import ClaimFacts, Condition, RelatedClaim
from bot.quoting import hides_something, length, quote, shown_link
from bot.words import Words
from bot.words import conditions as condition_words
from bot.words.cards import named
from bot.words.provenance import in_words
from cogs._drawing._evidence import evidence_by_stance
from cogs._drawing._sheet import (
    Sheet,
    button,
    colour_of,
    fitted,
    joined,
    language_name,
    source_name,
    standing,
    when,
)
from storage.vocabulary import Priority, State

# What each part may take, so that the evidence always has at least eight hundred characters left.
TEXT_ROOM = 900
TRANSLATION_ROOM = 300
REASON_ROOM = 150
CONTEXT_ROOM = 200
FLAGS_ROOM = 500
MISSING_ROOM = 650
ABOUT_ROOM = 450
RELATED_ROOM = 100
LABELS_ROOM = 20


def claim_card(claim: ClaimFacts, words: Words) -> ui.LayoutView:
    """A claim with everything that weighs on it, and what can be done with it."""
    sheet = claim_body(claim, words)
    return sheet.row(*_buttons(claim, words)).view()


def claim_body(claim: ClaimFacts, words: Words, *, reserve: int = 0) -> Sheet:
    """The card without its buttons; ``reserve`` keeps room for what is added below it."""
    cards, state = words.cards, standing(claim.state, claim.closed, words)
    sheet = Sheet(colour_of(claim)).text(f"## {cards.heading.format(number=claim.number, state=state)}")
    sheet.texts(_said(claim, words)).text(fitted(_flags(claim, words), FLAGS_ROOM, cards.and_more))
    missing = list(_missing(claim, words))
    about = fitted(_about(claim, words), ABOUT_ROOM, cards.and_more)
    origins = in_words(claim.provenance, words.provenance, quoted=lambda name: quote(name, REASON_ROOM))
    sheet.rule()
    taken = sum(length(part) for part in (*missing, about, origins))
    room = sheet.room - taken - reserve - LABELS_ROOM
    sheet.text(f"🔎 {origins[:1].upper()}{origins[1:]}")
    sheet.texts(evidence_by_stance(claim.evidence, words, room))
    if missing:
        sheet.rule().texts(missing)
    if about:
        sheet.rule().text(about)
    return sheet


def _said(claim: ClaimFacts, words: Words) -> Iterable[str]:
    """The claim itself, quoted, in the reader's language where there is a translation, and who says so."""
    cards = words.cards
    yield f"> {quote(claim.text, TEXT_ROOM)}"
    translation = claim.translations.get(words.language)
    if translation is not None and claim.language != words.language:
        language = language_name(words.language, words.language)
        said = cards.translation.format(language=language, text=quote(translation, TRANSLATION_ROOM))
        yield f"> {said}"
    small = f"-# {_kind_line(claim, words)}"
    if claim.speaker is not None:
        small = f"{cards.said_by.format(name=f'**{source_name(claim.speaker, words)}**')}\n{small}"
    yield small


def _kind_line(claim: ClaimFacts, words: Words) -> str:
    cards = words.cards
    foreign = claim.language != words.language
    language = language_name(claim.language, words.language)
    spoken = cards.in_language.format(language=language) if foreign else ""
    urgent = claim.priority is not Priority.NORMAL
    priority = cards.urgent_line.format(priority=named(cards, claim.priority)) if urgent else ""
    return joined((named(cards, claim.kind), spoken, priority))


def _flags(claim: ClaimFacts, words: Words) -> Iterable[str]:
    """Everything that a verdict or its absence must not hide."""
    cards = words.cards
    if claim.overridden:
        yield f"🔨 **{cards.overridden.format(reason=quote(claim.override_reason or '', REASON_ROOM))}**"
    if claim.contested:
        yield f"⚠️ **{cards.contested}**"
    if claim.stale is not None:
        yield f"🕰️ **{cards.stale.format(reason=named(cards, claim.stale))}**"
    if claim.split:
        yield f"⚖️ **{cards.split}**"
    if claim.in_review:
        yield f"🗳️ **{cards.in_review}**"
    if claim.duplicate_of is not None:
        yield cards.duplicate_of.format(number=claim.duplicate_of)
    if claim.sealed:
        yield f"🔒 {cards.sealed}"
    if hides_something(claim.text):
        yield f"👻 {cards.hidden_characters}"


def _missing(claim: ClaimFacts, words: Words) -> Iterable[str]:
    """What an open claim still needs, a text for each verdict; never how any vote stands."""
    if claim.closed is not None or claim.state is not State.UNVERIFIED:
        return
    missing, cards = claim.missing, words.cards
    yield _needs(cards.needs_corroborated, missing.corroborated, missing.votes_for_corroborated, words)
    yield _needs(cards.needs_denied, missing.denied, missing.votes_for_denied, words)


def _needs(heading: str, unmet: tuple[Condition, ...], votes: int, words: Words) -> str:
    sentences = list(condition_words.in_words(unmet, words.conditions))
    if not any(condition.code in ("not_reachable", "not_checkable") for condition in unmet):
        sentences.append(words.cards.reviewers_needed.of(votes))
    lines = [f"**{heading}**", *(f"- {sentence}" for sentence in sentences)]
    return fitted(lines, MISSING_ROOM // 2, words.cards.and_more)


def _about(claim: ClaimFacts, words: Words) -> Iterable[str]:
    """Where it comes from and what it belongs to, in small print."""
    cards = words.cards
    yield from (f"-# {_related(other, words)}" for other in claim.related)
    if claim.article is not None:
        yield f"-# {cards.article.format(title=quote(claim.article, CONTEXT_ROOM))}"
    if claim.link is not None:
        yield f"-# {cards.seen_at.format(link=shown_link(claim.link, cards.open_link))}"
    if claim.context:
        yield f"-# {cards.context.format(text=quote(claim.context, CONTEXT_ROOM))}"
    if claim.tags:
        yield f"-# {cards.tags.format(tags=', '.join(quote(tag) for tag in claim.tags[:10]))}"
    if claim.files:
        yield f"-# {cards.files.of(len(claim.files))}"
    if claim.assignee_id is not None:
        yield f"-# {cards.assigned_to.format(person=f'<@{claim.assignee_id}>')}"
    person = f"<@{claim.submitter_id}>"
    yield f"-# {cards.submitted_by.format(person=person, when=when(claim.created_at))}"


def _related(other: RelatedClaim, words: Words) -> str:
    way = "relation" if other.forward else "relation_back"
    relation = getattr(words.cards, f"{way}_{other.relation.value}")
    return words.cards.related.format(
        relation=relation, number=other.number, text=quote(other.text, RELATED_ROOM)
    )


def _buttons(claim: ClaimFacts, words: Words) -> Iterable[ui.Button[Any]]:
    """What makes sense now; whether this person may is asked when it is pressed."""
    cards, number = words.cards, claim.number
    if claim.closed is None:
        yield button(cards.add_evidence, f"claim:{number}:evidence", discord.ButtonStyle.primary)
        if not claim.in_review and (not claim.sealed or claim.stale is not None):
            yield button(cards.open_review, f"claim:{number}:review")
        if not claim.sealed:
            yield button(cards.take, f"claim:{number}:take")
    yield button(cards.history, f"claim:{number}:history")
