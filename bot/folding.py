"""When two texts, or two names, are the same to a reader."""

import hashlib
import unicodedata
from typing import Annotated

import regex
from pydantic import BeforeValidator

# What PostgreSQL and UTF-8 cannot hold: NUL, and halves of characters.
_UNSTORABLE = regex.compile(r"[\x00\p{Cs}]")
# What a reader cannot see. U+2800 is a braille cell without dots, U+3164 and its kin are blank letters.
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u3164\uffa0]")


def storable(text: object) -> object:
    """A text without what no database can hold; anything else as it is."""
    return str(_UNSTORABLE.sub("", text)) if isinstance(text, str) else text


# What a person typed, as the models take it.
Typed = Annotated[str, BeforeValidator(storable)]


def clean(text: str) -> str:
    """A text as it is kept: without what cannot be stored, and without the spaces around it.

    Empty where a reader would see nothing.
    """
    kept = str(storable(text)).strip()
    return kept if _UNSEEN.sub(" ", kept).strip() else ""


def fold(text: str) -> str:
    """Drop what a reader does not see as a difference: Unicode form, case, spacing and hidden characters."""
    widened = unicodedata.normalize("NFKC", clean(text)).casefold()
    # Controls part words, as spaces do; format characters such as a zero-width space part nothing.
    seen = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in widened)
    return " ".join(unicodedata.normalize("NFKC", str(_UNSEEN.sub("", seen))).split())


def text_key(text: str) -> str:
    """The SHA-256 of the folded text, in hexadecimal: equal for exact repeats of a claim."""
    return hashlib.sha256(fold(text).encode()).hexdigest()
