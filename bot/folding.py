"""When two texts, or two names, are the same to a reader."""

import hashlib
import unicodedata


def fold(text: str) -> str:
    """Drop what a reader does not see as a difference: Unicode form, case and spacing."""
    widened = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", widened).split())


def text_key(text: str) -> str:
    """The SHA-256 of the folded text, in hexadecimal: equal for exact repeats of a claim."""
    return hashlib.sha256(fold(text).encode()).hexdigest()
