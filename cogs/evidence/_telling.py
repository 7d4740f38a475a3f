"""What is said after evidence was added or read: what that leaves, and how the chain was understood."""

from bot.evidence import Recorded
from bot.facts import SourceFacts
from bot.quoting import clip, quote
from bot.words import Words
from bot.words.provenance import in_words
from cogs._drawing import source_name

CHAIN_ROOM = 900


def added(recorded: Recorded, words: Words) -> str:
    """What came of adding a piece."""
    own, piece = words.answers, recorded.evidence
    lines = [
        own.evidence_added.format(
            evidence=piece.number, number=recorded.claim.number, origins=_origins(recorded, words)
        )
    ]
    lines += _chain(recorded, words)
    if piece.files:
        lines.append(own.files_kept.of(len(piece.files)))
    return "\n".join(lines)


def read(recorded: Recorded, words: Words) -> str:
    """What came of reading a source that was only cited."""
    piece = recorded.evidence
    origins = _origins(recorded, words)
    sentence = words.answers.evidence_read.format(
        source=quote(piece.source.name), evidence=piece.number, number=recorded.claim.number, origins=origins
    )
    return "\n".join((sentence, *_chain(recorded, words)))


def _origins(recorded: Recorded, words: Words) -> str:
    return in_words(recorded.claim.provenance, words.provenance, quoted=quote)


def _chain(recorded: Recorded, words: Words) -> list[str]:
    """The line that says on whom the source relies, hop by hop; none where it relies on nobody."""
    hops = _hops(recorded)
    if len(hops) == 1:
        return []
    chain = " → ".join(", ".join(source_name(source, words) for source in hop) for hop in hops)
    return [clip(words.answers.evidence_chain.format(chain=chain), CHAIN_ROOM)]


def _hops(recorded: Recorded) -> list[list[SourceFacts]]:
    """The source, then those it relies on, then those that they rely on; a cycle ends where it closes."""
    upstream: dict[int, dict[int, SourceFacts]] = {}
    for piece in recorded.claim.evidence:
        if piece.active and piece.stance is recorded.evidence.stance:
            upstream.setdefault(piece.source.id, {}).update({one.id: one for one in piece.according_to})
    hops, seen = [[recorded.evidence.source]], {recorded.evidence.source.id}
    while True:
        beyond = {key: one for source in hops[-1] for key, one in upstream.get(source.id, {}).items()}
        hop = [one for key, one in beyond.items() if key not in seen]
        if not hop:
            return hops
        seen.update(beyond)
        hops.append(hop)
