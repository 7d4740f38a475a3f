"""Every sentence in every language, with the same blanks, and short enough for where it stands."""

import re
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from bot import refusals
from bot.facts import Condition
from bot.quoting import length
from bot.refusals import Refusal
from bot.words import LANGUAGES, Plural, Words, words_for
from bot.words import conditions as condition_words
from bot.words.cards import CardWords, named
from bot.words.commands import SPOKEN
from bot.words.conditions import ConditionWords
from bot.words.forms import FormWords
from bot.words.refusals import RefusalWords, in_words
from storage import vocabulary

CONDITIONS = {
    "evidence_needed",
    "origins_too_few",
    "first_hand_read_needed",
    "two_first_hand_needed",
    "record_needed",
    "refutation_needed",
    "not_reachable",
    "not_checkable",
}
ROOT = Path(__file__).parents[2]
# Each of these columns has a field a refusal, a condition or an event.
SPOKEN_WHOLE = {"refusals", "conditions", "history"}
PREFIXES = (
    *(f"{name.lower()}_" for name, kind in vars(vocabulary).items() if isinstance(kind, type)),
    *("relation_back_", "right_", "help_", "setup_", "permission_", "language_"),
)
NAME = re.compile(r"[-_\w]{1,32}")
# Entries of the message menu may have capitals and spaces.
MENUS = ("track", "attach")
# These members stand on no card.
UNNAMED = (vocabulary.PostKind, vocabulary.PostState)


def sentences(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, Plural):
            yield f"{path}{field.name}.one", value.one
            yield f"{path}{field.name}.other", value.other
        elif is_dataclass(value):
            yield from sentences(value, f"{path}{field.name}.")
        else:
            yield f"{path}{field.name}", value


def blanks(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def every_refusal() -> list[type[Refusal]]:
    return sorted(Refusal.__subclasses__(), key=lambda refusal: refusal.key)


def test_every_language_fills_the_same_blanks() -> None:
    spoken = {name: dict(sentences(words)) for name, words in LANGUAGES.items()}
    assert spoken["en"].keys() == spoken["nl"].keys()
    for path in spoken["en"]:
        assert blanks(spoken["en"][path]) == blanks(spoken["nl"][path]), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_unfinished(language: str) -> None:
    for path, sentence in sentences(LANGUAGES[language]):
        assert sentence.strip(), path
        if path != "language":
            assert sentence == sentence.strip(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_count_in_their_own_language(language: str) -> None:
    for column in fields(Words):
        words = getattr(LANGUAGES[language], column.name)
        if is_dataclass(words):
            for field in fields(words):
                value = getattr(words, field.name)
                assert not isinstance(value, Plural) or value.language == language, field.name


@pytest.mark.parametrize(
    ("locale", "language"), [("nl", "nl"), ("nl-BE", "nl"), ("en-GB", "en"), ("de", "en"), ("", "en")]
)
def test_whoever_we_do_not_speak_to_gets_english(locale: str, language: str) -> None:
    assert words_for(locale).language == language


def test_one_is_one_and_the_rest_are_several() -> None:
    plural = Plural("{count} bron van {name}", "{count} bronnen van {name}", "nl")
    assert [plural.of(count, name="An") for count in (0, 1, 2)] == [
        "0 bronnen van An",
        "1 bron van An",
        "2 bronnen van An",
    ]


def test_every_sentence_is_said_somewhere() -> None:
    """By its own name; or by the name of what it speaks of, in a whole column or behind a prefix."""
    code = "\n".join(
        path.read_text(encoding="utf-8") for floor in ("bot", "cogs") for path in (ROOT / floor).rglob("*.py")
    )
    for path, _ in sentences(LANGUAGES["en"]):
        column, _, name = path.partition(".")
        name = name.partition(".")[0] or column
        assert column in SPOKEN_WHOLE or name.startswith(PREFIXES) or re.search(rf"\.{name}\b", code), path


def test_every_refusal_has_a_sentence() -> None:
    said = {field.name for field in fields(RefusalWords)}
    assert {refusal.key for refusal in every_refusal()} <= said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", every_refusal(), ids=lambda refusal: refusal.key)
def test_every_refusal_can_be_said(refusal: type[Refusal], language: str) -> None:
    said = in_words(refusal(**example(refusal)), LANGUAGES[language])
    assert "{" not in said
    assert said.endswith(".")


def example(refusal: type[Refusal]) -> dict[str, Any]:
    """The blanks that a refusal's own docstring promises."""
    promised = re.search(r"\(([\w, ]+)\)$", refusal.__doc__ or "")
    given: dict[str, Any] = dict.fromkeys(promised[1].split(", "), "x") if promised else {}
    given |= {"right": "check", "role_id": 7} if refusal is refusals.RoleMissing else {}
    if refusal is refusals.VerdictMissing:
        given |= {"verdict": vocabulary.Ballot.DENIED, "conditions": (Condition(code="not_reachable"),)}
    return given


def test_a_missing_role_is_named_by_role_or_by_permission() -> None:
    words = LANGUAGES["en"]
    assert "<@&7>" in in_words(refusals.RoleMissing(right="lead", role_id=7), words)
    assert "Manage Server" in in_words(refusals.RoleMissing(right="lead", role_id=None), words)
    assert "Manage Messages" in in_words(refusals.RoleMissing(right="review", role_id=None), words)


def test_what_was_typed_is_given_back_unharmed_and_harmless() -> None:
    said = in_words(refusals.NotALink(given="a*b", typed="a*b\n@everyone ```"), LANGUAGES["en"])
    assert said.startswith("a\\*b is not")
    assert said.endswith("```\na*b\n@everyone ˋˋˋ\n```")


def test_every_condition_can_be_said() -> None:
    assert {field.name for field in fields(ConditionWords)} == CONDITIONS
    for words in LANGUAGES.values():
        unmet = tuple(Condition(code=code, have=1, need=2) for code in CONDITIONS)
        assert all("{" not in said for said in condition_words.in_words(unmet, words.conditions))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_the_vocabulary_has_a_name(language: str) -> None:
    for members in vars(vocabulary).values():
        if isinstance(members, type) and issubclass(members, StrEnum) and members not in (StrEnum, *UNNAMED):
            for member in members:
                assert named(LANGUAGES[language].cards, member)


@pytest.mark.parametrize("language", LANGUAGES)
def test_form_texts_fit(language: str) -> None:
    for path, sentence in sentences(LANGUAGES[language].forms):
        limit = 100 if path.endswith("_hint") else 45
        assert length(sentence) <= limit, path
    assert isinstance(LANGUAGES[language].forms, FormWords)


@pytest.mark.parametrize("language", LANGUAGES)
def test_button_labels_fit(language: str) -> None:
    cards = LANGUAGES[language].cards
    assert isinstance(cards, CardWords)
    for name in ("add_evidence", "open_review", "take", "history", "previous", "next", "add_claim"):
        assert length(getattr(cards, name)) <= 40, name


def is_name(key: str) -> bool:
    """Whether a key is a command's, group's or option's name; all the others are sentences and choices."""
    return key not in MENUS and ("." not in key or re.fullmatch(r"option\.\w+", key) is not None)


def test_command_names_are_what_discord_allows() -> None:
    for key, spoken in SPOKEN.items():
        for said in spoken:
            assert said.strip() == said != "", key
            assert length(said) <= 100, key
            assert not is_name(key) or (NAME.fullmatch(said) and said == said.lower()), key


def test_everything_named_is_described() -> None:
    assert {f"{key}.about" for key in SPOKEN if is_name(key)} <= SPOKEN.keys()


def test_dutch_names_differ_within_a_group() -> None:
    for prefix in ("claim ", "evidence ", "source ", "article ", "review ", "option."):
        names = [spoken.dutch for key, spoken in SPOKEN.items() if key.startswith(prefix) and is_name(key)]
        assert len(names) == len(set(names)), prefix
