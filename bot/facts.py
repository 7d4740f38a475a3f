"""What the rules return: frozen, complete, and good after the session is closed.

A drawing gets one of these and nothing else, so it can never query.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage.vocabulary import (
    Ballot,
    Closed,
    Kind,
    Naming,
    Outcome,
    Priority,
    ReasonCode,
    Relation,
    Reliability,
    SourceKind,
    StaleReason,
    Stance,
    Standing,
    State,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """A server's settings, with the defaults of one that was never set up."""

    guild_id: int
    language: str = "en"
    zone: str = "Europe/Amsterdam"
    claims_channel_id: int | None = None
    review_channel_id: int | None = None
    digest_channel_id: int | None = None
    log_channel_id: int | None = None
    checker_role_id: int | None = None
    reviewer_role_id: int | None = None
    lead_role_id: int | None = None
    quorum: int = 2
    min_origins: int = 2
    recheck_days: int = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    id: int
    name: str
    kind: SourceKind
    naming: Naming = Naming.NAMED
    party: bool = False
    language: str | None = None
    reliability: Reliability = Reliability.F
    notes: str | None = None
    aliases: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        return self.naming is Naming.NAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """One source's assertion about one claim, with the ids of the sources it relies on."""

    id: int
    number: int
    source: SourceFacts
    stance: Stance
    according_to: tuple[SourceFacts, ...] = ()
    cited: bool = False
    read: bool = True
    first_hand: bool = False
    on_record: bool = False
    party: bool = False
    scope: str | None = None
    link: str | None = None
    quote: str | None = None
    language: str | None = None
    status: Standing = Standing.ACTIVE
    status_reason: str | None = None
    added_by: int = 0
    files: tuple["FileFacts", ...] = ()

    @property
    def active(self) -> bool:
        return self.status is Standing.ACTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    name: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """How many independent origins a claim has: at least, at most."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """*source* relies on *upstream*; both are source ids."""

    source: int
    upstream: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who relies on whom in support of a claim, and what that leaves to count.

    ``hinge`` is the one source through which every other passes, when there is one.
    """

    origins: Interval
    outlets: int
    languages: tuple[str, ...]
    hinge: SourceFacts | None
    origin_sources: tuple[SourceFacts, ...]
    sources: Mapping[int, SourceFacts]
    edges: tuple[Edge, ...]
    void: frozenset[int]
    unread: frozenset[int]
    has_named_origin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One unmet condition of a verdict. ``code`` names a sentence in the words files."""

    code: str
    have: int = 0
    need: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What each verdict still needs from the evidence, and how many votes it takes."""

    corroborated: tuple[Condition, ...]
    denied: tuple[Condition, ...]
    votes_for_corroborated: int
    votes_for_denied: int

    def of(self, ballot: Ballot) -> tuple[Condition, ...]:
        match ballot:
            case Ballot.CORROBORATED:
                return self.corroborated
            case Ballot.DENIED:
                return self.denied
            case Ballot.CANNOT_TELL:
                return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """An open or closed review. Carries votes only once it is decided."""

    id: int
    claim_id: int
    opened_by: int
    opened_at: datetime
    opened_version: int
    outcome: Outcome | None = None
    votes: tuple["VoteFacts", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteFacts:
    voter_id: int
    ballot: Ballot
    code: ReasonCode
    why: str
    evidence: str
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedClaim:
    relation: Relation
    number: int
    text: str
    forward: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """Everything a card, a refusal or an inspection says about one claim."""

    id: int
    guild_id: int
    number: int
    text: str
    language: str
    kind: Kind
    state: State
    closed: Closed | None
    version: int
    sealed: bool
    contested: bool
    split: bool
    overridden: bool
    override_reason: str | None
    stale: StaleReason | None
    submitter_id: int
    assignee_id: int | None
    priority: Priority
    created_at: datetime
    decided_at: datetime | None
    due_at: datetime | None = None
    speaker: SourceFacts | None = None
    duplicate_of: int | None = None
    article: str | None = None
    link: str | None = None
    context: str | None = None
    tags: tuple[str, ...] = ()
    translations: Mapping[str, str] = field(default_factory=dict)
    related: tuple[RelatedClaim, ...] = ()
    files: tuple[FileFacts, ...] = ()
    evidence: tuple[EvidenceFacts, ...] = ()
    review: ReviewFacts | None = None
    provenance: Provenance
    missing: Missing

    @property
    def in_review(self) -> bool:
        return self.review is not None and self.review.outcome is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One line of a list."""

    number: int
    text: str
    kind: Kind
    state: State
    closed: Closed | None
    contested: bool
    stale: bool
    in_review: bool
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """One line of the audit trail; ``body`` is None where it was erased."""

    seq: int
    at: datetime
    type: str
    actor_id: int | None
    body: Mapping[str, object] | None
