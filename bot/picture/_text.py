"""Fitting words into a width, without asking the font: widths are close, and err on the wide side."""

import unicodedata
from collections.abc import Iterator

NARROW = frozenset("iljtfrI.,:;'|!()[]/-‘’ іїјΙι")
WIDE = frozenset("mwMW@%—…ЖШЩЮМФжшщюмфыЫωΩ")


def width(text: str, size: float) -> float:
    """About how wide the text is at that size, in pixels."""
    return size * sum(_advance(character) for character in text)


def lines(text: str, room: float, size: float, most: int) -> list[str]:
    """The text broken over at most so many lines, with an ellipsis where it had to be cut."""
    broken: list[str] = []
    for word in _words(text, room, size):
        joined = f"{broken[-1]} {word}" if broken else word
        if broken and width(joined, size) <= room:
            broken[-1] = joined
        else:
            broken.append(word)
    if len(broken) <= most:
        return broken
    return [*broken[: most - 1], _cut(" ".join(broken[most - 1 :]), room, size)]


def printable(text: str) -> str:
    """The text on one line, without what XML forbids or what turns the writing direction round."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character)[0] != "C")
    return " ".join("".join(kept).split())


def _words(text: str, room: float, size: float) -> Iterator[str]:
    """The words, those longer than a line in pieces."""
    for word in printable(text).split(" "):
        piece = ""
        for character in word:
            if piece and width(piece + character, size) > room:
                yield piece
                piece = ""
            piece += character
        yield piece


def _cut(text: str, room: float, size: float) -> str:
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _advance(character: str) -> float:
    if character in NARROW:
        return 0.36
    if character in WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.70 if character.isupper() else 0.60
