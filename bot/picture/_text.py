"""Fitting words into a width, without asking the font: widths are close, and err on the wide side."""

import unicodedata
from collections.abc import Iterable, Iterator

NARROW = frozenset("iljtfrI.,:;'|!()[]/- іїјΙι")
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


def packed(phrases: Iterable[str], room: float, size: float) -> list[str]:
    """Phrases side by side with a dot between them, none of them broken, as few lines as that takes."""
    broken: list[str] = []
    for phrase in phrases:
        joined = f"{broken[-1]} · {phrase}" if broken else phrase
        if broken and width(joined, size) <= room:
            broken[-1] = joined
        else:
            broken.append(phrase)
    return broken


def printable(text: str) -> str:
    """The text on one line, without what XML forbids or what turns the writing direction round."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character)[0] != "C")
    return " ".join("".join(kept).split())


def _words(text: str, room: float, size: float) -> Iterator[str]:
    """The words; those longer than a line in pieces: before a dot, after a hyphen, else where it is full."""
    for word in printable(text).split(" "):
        start, best = 0, 0
        for place, character in enumerate(word):
            if place > start and width(word[start : place + 1], size) > room:
                end = best if best > start else place
                yield word[start:end]
                start = end
            if character in ".-/":
                best = place if character == "." else place + 1
        yield word[start:]


def _cut(text: str, room: float, size: float) -> str:
    """As much as fits before an ellipsis, up to a whole word where that keeps most of the line."""
    kept = text
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) > len(kept) / 2 else kept.rstrip()) + "…"


def _advance(character: str) -> float:
    if character in NARROW:
        return 0.36
    if character in WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.68 if character.isupper() else 0.59
