"""Every sentence a person reads, in every language; a missing one is a type error."""

from dataclasses import dataclass

from bot.words import answers, cards, conditions, forms, history, provenance, refusals
from bot.words._plural import Plural

__all__ = ["LANGUAGES", "Plural", "Words", "words_for"]


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language, a column of the house at a time."""

    language: str
    answers: answers.AnswerWords
    cards: cards.CardWords
    conditions: conditions.ConditionWords
    forms: forms.FormWords
    history: history.HistoryWords
    provenance: provenance.ProvenanceWords
    refusals: refusals.RefusalWords


LANGUAGES = {
    "en": Words(
        language="en",
        answers=answers.ENGLISH,
        cards=cards.ENGLISH,
        conditions=conditions.ENGLISH,
        forms=forms.ENGLISH,
        history=history.ENGLISH,
        provenance=provenance.ENGLISH,
        refusals=refusals.ENGLISH,
    ),
    "nl": Words(
        language="nl",
        answers=answers.DUTCH,
        cards=cards.DUTCH,
        conditions=conditions.DUTCH,
        forms=forms.DUTCH,
        history=history.DUTCH,
        provenance=provenance.DUTCH,
        refusals=refusals.DUTCH,
    ),
}


def words_for(locale: str) -> Words:
    """The words for one of Discord's locales (``nl``, ``en-GB``); English where we do not speak it."""
    return LANGUAGES.get(locale.partition("-")[0], LANGUAGES["en"])
