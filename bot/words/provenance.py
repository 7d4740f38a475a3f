"""Where support comes from, in one line for the card and in labels for the picture."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.facts import Interval, Provenance
from bot.words._plural import Plural


@dataclass(frozen=True, kw_only=True)
class ProvenanceWords:
    nothing: str
    no_outlets: str
    outlets: Plural
    in_one_language: str
    in_languages: Plural
    through: Plural
    what_stands: str
    no_origin: str
    origins: Plural
    at_most: Plural
    between: Plural

    origin: str
    unnamed: str
    unread: str
    void: str
    relies_on: str
    more: str
    picture_of: str
    picture_origins: str
    picture_relies: str
    picture_void: str
    left_out: str


ENGLISH = ProvenanceWords(
    nothing="nothing supports it yet",
    no_outlets="no outlets",
    outlets=Plural("{count} outlet", "{count} outlets"),
    in_one_language="in one language",
    in_languages=Plural("in {count} language", "in {count} languages"),
    through=Plural("through {name}", "all through {name}"),
    what_stands="what still stands goes through {name}",
    no_origin="no origin",
    origins=Plural("{count} origin", "{count} origins"),
    at_most=Plural("at most {count} origin", "at most {count} origins"),
    between=Plural("{low} to {count} origin", "{low} to {count} origins"),
    origin="origin",
    unnamed="unnamed",
    unread="not read",
    void="supports nothing",
    relies_on="relies on",
    more="and {count} more",
    picture_of="Who relies on whom: {summary}.",
    picture_origins="Origins: {names}.",
    picture_relies="{names} → {upstream}.",
    picture_void="Supports nothing: {names}.",
    left_out="And more.",
)

DUTCH = ProvenanceWords(
    nothing="nog niets ondersteunt dit",
    no_outlets="geen media",
    outlets=Plural("{count} medium", "{count} media", "nl"),
    in_one_language="in één taal",
    in_languages=Plural("in {count} taal", "in {count} talen", "nl"),
    through=Plural("via {name}", "allemaal via {name}", "nl"),
    what_stands="wat overeind blijft, loopt via {name}",
    no_origin="geen oorspronkelijke bron",
    origins=Plural("{count} oorspronkelijke bron", "{count} oorspronkelijke bronnen", "nl"),
    at_most=Plural(
        "hoogstens {count} oorspronkelijke bron", "hoogstens {count} oorspronkelijke bronnen", "nl"
    ),
    between=Plural(
        "{low} tot {count} oorspronkelijke bron", "{low} tot {count} oorspronkelijke bronnen", "nl"
    ),
    origin="oorsprong",
    unnamed="anoniem",
    unread="niet gelezen",
    void="ondersteunt niets",
    relies_on="steunt op",
    more="en nog {count}",
    picture_of="Wie op wie steunt: {summary}.",
    picture_origins="Oorspronkelijke bronnen: {names}.",
    picture_relies="{names} → {upstream}.",
    picture_void="Ondersteunt niets: {names}.",
    left_out="En nog meer.",
)


def in_words(provenance: Provenance, words: ProvenanceWords, *, quoted: Callable[[str], str]) -> str:
    """Outlets, what they all hang on, and the origins that leaves; names pass through ``quoted``."""
    if not provenance.sources:
        return words.nothing
    carried = _outlets(provenance, words)
    if provenance.hinge is not None:
        carried = f"{carried}, {_through(provenance, quoted(provenance.hinge.name), words)}"
    return f"{carried}; {origins(provenance.origins, words)}"


def origins(interval: Interval, words: ProvenanceWords) -> str:
    """The interval, said as shortly as it allows."""
    match interval:
        case Interval(high=0):
            return words.no_origin
        case Interval(low=low, high=high) if low == high:
            return words.origins.of(high)
        case Interval(low=0, high=high):
            return words.at_most.of(high)
    return words.between.of(interval.high, low=interval.low)


def _through(provenance: Provenance, name: str, words: ProvenanceWords) -> str:
    """*All* would be untrue of the outlets that support nothing any more, or where there are none."""
    if provenance.void or not provenance.outlets:
        return words.what_stands.format(name=name)
    return words.through.of(provenance.outlets, name=name)


def _outlets(provenance: Provenance, words: ProvenanceWords) -> str:
    if not provenance.outlets:
        return words.no_outlets
    carried = words.outlets.of(provenance.outlets)
    spoken = len(provenance.languages)
    if spoken > 1:
        return f"{carried} {words.in_languages.of(spoken)}"
    if spoken == 1 and provenance.outlets > 1:
        return f"{carried} {words.in_one_language}"
    return carried
