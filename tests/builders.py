"""Facts for the pure rules, with everything that does not matter to a test left out."""

from itertools import count
from typing import Any

from bot.facts import EvidenceFacts, SourceFacts
from storage.vocabulary import Naming, SourceKind, Stance, Standing

_numbers = count(1)


def a_source(name: str = "", *, unnamed: bool = False, **given: Any) -> SourceFacts:
    """A named outlet, unless told otherwise."""
    number = given.pop("id", None) or next(_numbers)
    given.setdefault("kind", SourceKind.GROUP if unnamed else SourceKind.OUTLET)
    naming = Naming.UNNAMED if unnamed else Naming.NAMED
    return SourceFacts(id=number, name=name or f"source {number}", naming=naming, **given)


def a_piece(source: SourceFacts | None = None, *upstream: SourceFacts, **given: Any) -> EvidenceFacts:
    """An active, read piece in support, relying on whoever else is named."""
    number = given.pop("id", None) or next(_numbers)
    given.setdefault("stance", Stance.SUPPORTS)
    return EvidenceFacts(
        id=number, number=number, source=source or a_source(), according_to=upstream, **given
    )


def a_citation(source: SourceFacts, *upstream: SourceFacts, **given: Any) -> EvidenceFacts:
    """A piece that is there only because another one relies on its source."""
    return a_piece(source, *upstream, cited=True, read=False, **given)


def a_denial(source: SourceFacts | None = None, *upstream: SourceFacts, **given: Any) -> EvidenceFacts:
    """An active, read denial."""
    return a_piece(source, *upstream, stance=Stance.DENIES, **given)


def a_retracted_piece(source: SourceFacts, *upstream: SourceFacts, **given: Any) -> EvidenceFacts:
    return a_piece(source, *upstream, status=Standing.RETRACTED, status_reason="Wrong", **given)
