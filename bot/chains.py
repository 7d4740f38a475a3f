"""The small language of *according to*: ``The New York Times > two former officials?, US officials?``.

``>`` goes one hop up, ``,`` stands side by side, a trailing ``?`` marks an unnamed source, and quotation
marks hold a name together. A name that the register knows may contain commas: the longest known one wins.
Every source of a hop relies on every source of the next.
"""

import re
from collections.abc import Collection, Iterator

from bot.folding import fold
from bot.refusals import ChainTooLong, ChainUnclear, TextEmpty
from bot.sources import TypedName, read_name

MAX_HOPS = 10
MAX_SOURCES = 50
# How many commas a name may contain: trying every stretch of a long list would not end.
MAX_COMMAS = 6
# A chain of one dash says: relies on nobody.
NOBODY = frozenset({"-", "–", "—"})

_PART = re.compile(r'"[^"]*"\??|“[^”]*”\??|[^,>"“]+|[,>]|["“]')


def candidates(text: str) -> set[str]:
    """The folded form of every name that the text may contain, to ask the register about."""
    keys = {
        _key(parts[start:end])
        for parts in _hops(text)
        for start in range(len(parts))
        for end in range(start + 1, min(len(parts), start + MAX_COMMAS + 1) + 1)
    }
    return keys - {""}


def parse(text: str, *, known: Collection[str] = ()) -> list[list[TypedName]]:
    """Read a chain into hops of names; ``known`` are the folded names of the register.

    Raises:
        ChainUnclear, ChainTooLong: a name is missing, or there are more than the bot takes.
    """
    if text.strip() in NOBODY:
        return []
    try:
        hops = [list(_names(parts, known)) for parts in _hops(text)]
    except TextEmpty:
        raise ChainUnclear(given=text, typed=text) from None
    if len(hops) > MAX_HOPS or sum(map(len, hops)) > MAX_SOURCES:
        raise ChainTooLong(hops=MAX_HOPS, sources=MAX_SOURCES, typed=text)
    return hops


def _hops(text: str) -> Iterator[list[str]]:
    parts: list[str] = [""]
    for found in _PART.finditer(text):
        piece = found.group()
        if piece == ">":
            yield parts
            parts = [""]
        elif piece == ",":
            parts.append("")
        else:
            parts[-1] += piece
    yield parts


def _names(parts: list[str], known: Collection[str]) -> Iterator[TypedName]:
    at = 0
    while at < len(parts):
        furthest = min(len(parts), at + MAX_COMMAS + 1)
        end = next((end for end in range(furthest, at, -1) if _key(parts[at:end]) in known), at + 1)
        yield read_name(",".join(parts[at:end]))
        at = end


def _key(parts: list[str]) -> str:
    return fold(",".join(parts).strip().rstrip("? ").strip(' "“”'))
