"""Counting origins, not outlets: who relies on whom in support of a claim, and what that leaves.

Pure and quick, for it runs at every card. Three decisions are made here and nowhere else:

* A source's graph is what its active *supports* pieces say. A piece that exists only because another one cites
  its source counts for as long as somebody who counts still leads to it.
* An unnamed origin that no named source vouches for is possible (it is in the upper bound) but cannot be told
  apart from anything (it is not in the lower).
* A gatekeeper vouches for one unnamed origin and several may vouch for the same one, so the unnamed part of the
  lower bound is a maximum matching. A source that repeats a named source is therefore nobody's gatekeeper and
  never raises the lower bound. One that goes to an unnamed origin by itself is a second road to it, and is counted
  as the matching counts it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.facts import Edge, EvidenceFacts, Interval, Provenance, SourceFacts
from storage.vocabulary import SourceKind, Stance

type Links = dict[int, set[int]]
