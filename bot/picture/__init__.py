"""The provenance of a claim as a picture, and as words for whoever cannot see it."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

import resvg_py

from bot.facts import Provenance, SourceFacts
from bot.picture import _layout, _svg, _text
from bot.words.provenance import ProvenanceWords, in_words

__all__ = ["alt", "draw"]

ALT_LENGTH = 1000
FONT_FILES = [str(files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf")]


def draw(provenance: Provenance, *, words: ProvenanceWords) -> bytes:
    """A PNG of who relies on whom. Takes a while to compute: call it in a thread."""
    title = in_words(provenance, words, quoted=_text.printable)
    labels = {source: tuple(_labels(provenance, source, words)) for source in provenance.sources}
    captions = _layout.Captions(labels, words.more)
    layout = _layout.lay_out(provenance, _svg.title_height(title), captions)
    return resvg_py.svg_to_bytes(
        svg_string=_svg.page(provenance, layout, title, words),
        font_files=FONT_FILES,
        skip_system_fonts=True,
    )


def alt(provenance: Provenance, *, words: ProvenanceWords) -> str:
    """The same in at most a thousand characters: the sum of it, the origins, then who relies on whom."""
    told = ""
    for sentence in _sentences(provenance, words):
        if len(told) + len(sentence) + len(words.left_out) + 2 > ALT_LENGTH:
            return f"{told} {words.left_out}".strip()
        told = f"{told} {sentence}".strip()
    return told


def _sentences(provenance: Provenance, words: ProvenanceWords) -> Iterator[str]:
    yield words.picture_of.format(summary=in_words(provenance, words, quoted=_text.printable))
    if provenance.origin_sources:
        yield words.picture_origins.format(names=_names(provenance.origin_sources, words))
    if provenance.void:
        void = (provenance.sources[source] for source in sorted(provenance.void))
        yield words.picture_void.format(names=_names(void, words))
    for reliers, upstream in _reliances(provenance):
        yield words.picture_relies.format(names=_names(reliers, words), upstream=_names(upstream, words))


def _labels(provenance: Provenance, source: int, words: ProvenanceWords) -> Iterator[str]:
    if provenance.sources[source] in provenance.origin_sources:
        yield words.origin
    if source in provenance.void:
        yield words.void
    if not provenance.sources[source].named:
        yield words.unnamed
    if source in provenance.unread:
        yield words.unread


def _reliances(provenance: Provenance) -> Iterable[tuple[list[SourceFacts], list[SourceFacts]]]:
    """Who relies on what, those with the same reliers told together."""
    reliers: dict[int, list[int]] = {}
    for edge in provenance.edges:
        reliers.setdefault(edge.upstream, []).append(edge.source)
    together: dict[tuple[int, ...], list[SourceFacts]] = {}
    for upstream, those in reliers.items():
        together.setdefault(tuple(those), []).append(provenance.sources[upstream])
    return (([provenance.sources[one] for one in those], upstream) for those, upstream in together.items())


def _names(sources: Iterable[SourceFacts], words: ProvenanceWords) -> str:
    names = (
        _text.printable(source.name) + ("" if source.named else f" ({words.unnamed})") for source in sources
    )
    return ", ".join(names)
