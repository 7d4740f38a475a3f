"""People's words in the bot's voice: shown as they were meant, with no Discord markup alive in them.

Records keep what was typed; only what is displayed passes through here.
"""

import re
import unicodedata
from itertools import accumulate
from urllib.parse import quote as percent_encode

import regex
from pydantic import AnyHttpUrl, TypeAdapter, ValidationError

ELLIPSIS = "…"
# Stacked marks climb over the lines above; no language needs more on one letter.
MARKS = 4
LINK_LENGTH = 600

# Scripts whose letters really join or part at a joiner; between others it only hides.
_JOINING = (
    r"\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}"
    r"\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}"
)
# A letter or mark of theirs that stays.
_JOINED = rf"(?=[\p{{L}}\p{{M}}])(?!\p{{Default_Ignorable_Code_Point}})[{_JOINING}]"
_PICTURE = r"\p{Extended_Pictographic}"
_NEEDED = (
    rf"(?<={_JOINED})[\u200c\u200d](?={_JOINED})"
    rf"|(?<=[{_PICTURE}\p{{Emoji_Modifier}}\ufe0f])\u200d(?={_PICTURE})"
    rf"|(?<={_PICTURE})[\ufe0e\ufe0f]"
    r"|(?<=[0-9#*])\ufe0f(?=\u20e3)"
)
_HIDDEN = r"[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]"
_NEEDED_OR_HIDDEN = regex.compile(rf"(?P<needed>{_NEEDED})|{_HIDDEN}")
_ONLY_HIDDEN = regex.compile(rf"(?!{_NEEDED}|\s){_HIDDEN}")
# U+2800 is a braille cell without dots: a space by another name.
_SPACES = regex.compile(r"[\s\u2800]+")
_SPACE = regex.compile(r"[\s\u2800]")
_TOO_MANY_MARKS = regex.compile(rf"(\p{{M}}{{{MARKS}}})\p{{M}}+")

# Discord lets a backslash take the meaning from any punctuation. A hyphen, a plus and the stop of "1." mean
# something only where a line starts, and a colon only in an address.
_MARKUP = re.compile(r"[\\*_~`|<>\[\](){}#@/]|:(?=/)|^[-+=]")
_NUMBERED = re.compile(r"^(\d+)([.])")
_UNIT = regex.compile(r"\\\X|\X")
_PRINTABLE_ASCII = re.compile(r"[!-~]+(?: [!-~]+)*")

_WEB = TypeAdapter(AnyHttpUrl)
# What may stand in an address between < and >; everything else is percent-encoded.
_ADDRESS_SAFE = "/:?#!&+,;=%-."


def normalise(text: str) -> str:
    """A text on one line, in NFC, without anything a reader cannot see."""
    if _PRINTABLE_ASCII.fullmatch(text):
        return text
    return str(_SPACES.sub(" ", _visible(_SPACES.sub(" ", text)))).strip()


def hides_something(text: str) -> bool:
    """Whether a text holds characters that a reader cannot see and that no script needs."""
    return not text.isascii() and _ONLY_HIDDEN.search(unicodedata.normalize("NFC", text)) is not None


def quote(text: str, limit: int | None = None) -> str:
    """Somebody's words on one line with no markup alive, cut to ``limit`` and never within a letter."""
    return clip(escape(normalise(text)), limit)


def plain(text: str, limit: int | None = None) -> str:
    """Somebody's words where Discord interprets no markup: labels, choices, titles."""
    return clip(normalise(text), limit)


def code_block(text: str, limit: int | None = None) -> str:
    """What somebody typed, given back line by line so that it can be copied."""
    lines = (_visible(_SPACE.sub(" ", line)) for line in text.splitlines())
    whole = "\n".join(lines).replace("```", "ˋˋˋ")
    return f"```\n{clip(whole, limit)}\n```"


def escape(text: str) -> str:
    """A backslash before everything that would mean something to Discord. Expects one line."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def clip(text: str, limit: int | None) -> str:
    """The text, or as much of it as fits with an ellipsis; never half a letter, never half an escape."""
    if limit is None or length(text) <= limit:
        return text
    units = _UNIT.findall(text)
    ends = accumulate(map(length, units))
    kept = "".join(unit for unit, end in zip(units, ends, strict=True) if end < limit)
    return kept.rstrip(" ") + ELLIPSIS


def length(text: str) -> int:
    """Discord's count: UTF-16 units, so that an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def host_of(link: str) -> str | None:
    """The host of a web address in punycode, which cannot pretend to be another; None if it is no address."""
    url = _parsed(link)
    return None if url is None else url.host


def safe_link(link: str) -> str | None:
    """A web address in which no character means anything to Discord; None where there can be none."""
    url = _parsed(link)
    # The brackets of an IPv6 address cannot be encoded.
    if url is None or str(url.host).startswith("["):
        return None
    return percent_encode(str(url), safe=_ADDRESS_SAFE)


def shown_link(link: str, label: str) -> str:
    """An address for people: its true host, and our own word to press; only the host where it is too long."""
    safe = safe_link(link)
    host = quote(host_of(link) or link, LINK_LENGTH)
    return host if safe is None or len(safe) > LINK_LENGTH else f"{host} · [{label}](<{safe}>)"


def _parsed(link: str) -> AnyHttpUrl | None:
    """A web address; None if it is none, or carries a password."""
    try:
        url = _WEB.validate_python(link)
    except ValidationError:
        return None
    return None if url.username or url.password or not url.host else url


def _visible(text: str) -> str:
    """Without hidden characters, in NFC, with at most four marks on a letter."""
    seen = _NEEDED_OR_HIDDEN.sub(lambda found: found["needed"] or "", text)
    return str(_TOO_MANY_MARKS.sub(r"\1", unicodedata.normalize("NFC", seen)))
