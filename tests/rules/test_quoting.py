"""People's words leave no markup alive, hide nothing, and are cut where a person would cut them."""

import re
import unicodedata

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from bot.quoting import (
    ELLIPSIS,
    LINK_LENGTH,
    clip,
    code_block,
    hides_something,
    host_of,
    length,
    normalise,
    plain,
    quote,
    safe_link,
    shown_link,
)

# Discord's tokens, written down from its client's behaviour and without a look at the code under test:
# what a backslash covers is out of play, and of the rest nothing may match.
ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
TOKENS = {
    "heading": r"^#{1,3}\s",
    "small print": r"^-#\s",
    "block quote": r"^>(>>)?\s",
    "bullet": r"^\s*[-*+]\s",
    "numbered": r"^\s*[0-9]+[.)]\s",
    "emphasis": r"[*_]\S",
    "strike": r"~~",
    "spoiler": r"\|\|",
    "code": r"`",
    "mention": r"<(@[!&]?|#)\d+>",
    "command": r"</[^>]+:\d+>",
    "time": r"<t:-?\d+(:\w)?>",
    "guide": r"<id:\w+>",
    "emoji": r"<a?:\w+:\d+>",
    "bracketed address": r"<[^: >]+:/[^ >]+>",
    "mailbox": r"<[^\s>]+@[^\s>]+>",
    "everyone": r"@(everyone|here)",
    "masked link": r"\[[^\]]*\]\(",
    "address": r"https?://\S",
    "app address": r"discord://\S",
    "invite": r"(discord\.gg|discord(app)?\.com/invite|discord\.me)/\S",
}
BITS = [
    *"*_~`|<>[]()#-+>@:/\\.!&1a \n\t",
    "**", "__", "~~", "||", "```", "# ", "-# ", "> ", ">>> ", "- ", "1. ", "12) ",
    "@everyone", "@here", "<@123>", "<@!1>", "<@&5>", "<#9>", "</claim add:77>", "<t:1:R>", "<:x:5>",
    "<a:x:5>", "<id:home>", "https://", "http://evil.example/x", "[a](https://b.example)", "<https://c.example>",
    "discord.gg/abc", "https://discord.com/invite/x", "discord://x",
    "\u202e", "\u200b", "\u200d", "\u200c", "\ufeff", "\u3164", "\U000e0041", "\u0301", "\x00", "\ud800",
    "é", "e\u0301", "👩‍👩‍👧", "ب", "\u2028", "\u2800",
]  # fmt: skip
hostile = st.one_of(st.lists(st.sampled_from(BITS), max_size=12).map("".join), st.text(max_size=40))
SEEN_FORBIDDEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{Co}]")
ALLOWED_FORMAT = {"\u200c", "\u200d"}


def active(shown: str) -> list[str]:
    """The kinds of token that Discord would act on."""
    left = ESCAPED.sub("\ufffc", shown)
    return [name for name, pattern in TOKENS.items() if re.search(pattern, left, re.MULTILINE)]


def visible(shown: str) -> str:
    """What a reader sees of it."""
    return ESCAPED.sub(r"\1", shown)


@given(hostile)
@example("1. one")
@example("\\*")
@example("<@1>\\")
def test_no_token_is_alive(text: str) -> None:
    assert active(quote(text)) == []


@given(hostile)
def test_the_reader_sees_the_words_themselves(text: str) -> None:
    assert visible(quote(text)) == normalise(text)


@given(hostile, st.integers(min_value=1, max_value=60))
def test_it_fits_and_is_no_less_safe_when_cut(text: str, limit: int) -> None:
    shown = quote(text, limit)
    assert length(shown) <= limit
    assert active(shown) == []
    if shown != quote(text):
        assert shown.endswith(ELLIPSIS)
        assert normalise(text).startswith(visible(shown[:-1]))


@given(hostile)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(hostile)
def test_nothing_stays_hidden(text: str) -> None:
    shown = normalise(text)
    assert {found[0] for found in SEEN_FORBIDDEN.finditer(shown)} <= ALLOWED_FORMAT
    assert not hides_something(shown)
    assert unicodedata.is_normalized("NFC", shown)
    assert not regex.search(r"\p{M}{5}", shown)
    assert "\n" not in shown


@given(hostile, st.integers(min_value=1, max_value=60))
def test_plain_text_fits(text: str, limit: int) -> None:
    assert length(plain(text, limit)) <= limit
    assert plain(text) == normalise(text)


@given(hostile, st.integers(min_value=1, max_value=60))
def test_a_code_block_stays_one(text: str, limit: int) -> None:
    block = code_block(text, limit)
    assert block.startswith("```\n")
    assert block.endswith("\n```")
    assert "```" not in block[3:-3]


def test_a_code_block_gives_back_the_lines_as_they_were() -> None:
    assert code_block("first  line\n\n\tsecond **line**") == "```\nfirst  line\n\n second **line**\n```"


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم بروم",  # Persian, with a joiner that parts
        "क्‍ष",  # Devanagari, with a joiner that joins
        "الحكومة تنفي",
        "הממשלה מכחישה",
        "👩‍👩‍👧 en 👍🏽 en ❤️ en 1️⃣ en 🇧🇪",
        "Việt Nam, naïef, coöperatie",
    ],
)
def test_every_script_is_left_unharmed(text: str) -> None:
    assert normalise(text) == text
    assert not hides_something(text)


@pytest.mark.parametrize(
    "text", ["pa\u200cypal", "a\u202eb", "\u3164", "x\U000e0041y", "a\u00adb", "1\ufe0f", "ب\u200c\u0600"]
)
def test_what_hides_is_found_and_dropped(text: str) -> None:
    assert hides_something(text)
    assert not hides_something(normalise(text))


def test_ordinary_white_space_hides_nothing() -> None:
    assert not hides_something("één\ntwee\tdrie")


def test_a_letter_keeps_four_marks() -> None:
    assert normalise("x" + "\u0301" * 9) == "x" + "\u0301" * 4


def test_a_cut_keeps_letters_whole() -> None:
    assert clip("ab👩‍👩‍👧cd", 6) == "ab…"
    assert quote("a***", 4) == "a\\*…"
    assert clip("one two", 5) == "one…"
    assert clip("fits", 4) == "fits"
    assert clip("fits", None) == "fits"


def test_length_is_what_discord_counts() -> None:
    assert (length("abc"), length("é"), length("👍"), length("\ud800")) == (3, 1, 2, 1)


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.vrt.be/nieuws?id=1", "www.vrt.be"),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com"),
        ("http://[::1]/", "[::1]"),
        ("not a link", None),
        ("javascript:alert(1)", None),
        ("https://who:secret@vrt.be/", None),
    ],
)
def test_a_host_is_what_it_is(link: str, host: str | None) -> None:
    assert host_of(link) == host


@given(st.text(max_size=30))
@example(")> @everyone [x](y) *_~`|<")
def test_an_address_carries_no_markup(path: str) -> None:
    safe = safe_link(f"https://vrt.example/{path}")
    assert safe is None or not re.search(r"[<>()\[\]*`|@\\\s]", safe)


def test_an_address_is_shown_as_its_host_and_our_word() -> None:
    assert (
        shown_link("https://vrt.example/a)b", "open") == "vrt.example · [open](<https://vrt.example/a%29b>)"
    )


def test_an_overlong_address_is_its_host_alone() -> None:
    assert shown_link("https://vrt.example/" + "a" * LINK_LENGTH, "open") == "vrt.example"


def test_what_is_no_address_is_quoted() -> None:
    assert shown_link("http://[::1]/", "open") == "\\[::1\\]"
    assert shown_link("*nothing*", "open") == "\\*nothing\\*"
