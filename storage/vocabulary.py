"""The field's own words, as the database stores them."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of statement a claim is; it decides which verdicts can be reached."""

    EVENT = "event"
    STATEMENT = "statement"
    INTENT = "intent"
    ABSENCE = "absence"
    FORECAST = "forecast"
    OPINION = "opinion"


class State(StrEnum):
    """Where a claim stands. *Denied* means refuted by evidence, never merely disputed."""

    UNVERIFIED = "unverified"
    CORROBORATED = "corroborated"
    DENIED = "denied"


class Closed(StrEnum):
    """Why a claim is no longer worked on."""

    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    NOT_CHECKABLE = "not_checkable"


class Priority(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class Relation(StrEnum):
    PART_OF = "part_of"
    CONTRADICTS = "contradicts"
    REPEATS = "repeats"
    SUPERSEDES = "supersedes"


class SourceKind(StrEnum):
    PERSON = "person"
    GROUP = "group"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    RECORD = "record"


class Naming(StrEnum):
    NAMED = "named"
    UNNAMED = "unnamed"


class Reliability(StrEnum):
    """How far a source can be relied on: the first half of the Admiralty (NATO AJP-2.1) scale."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Stance(StrEnum):
    SUPPORTS = "supports"
    DENIES = "denies"
    QUERIES = "queries"
    CONTEXT = "context"


class Standing(StrEnum):
    """Whether a piece of evidence still counts."""

    ACTIVE = "active"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


class Ballot(StrEnum):
    """What a reviewer can vote."""

    CORROBORATED = "corroborated"
    DENIED = "denied"
    CANNOT_TELL = "cannot_tell"


class ReasonCode(StrEnum):
    INDEPENDENT = "independent"
    RECORD = "record"
    REFUTED = "refuted"
    INSUFFICIENT = "insufficient"
    OTHER = "other"


class Outcome(StrEnum):
    """How a review ended."""

    CORROBORATED = "corroborated"
    DENIED = "denied"
    SPLIT = "split"
    UNDECIDED = "undecided"
    WITHDRAWN = "withdrawn"


class StaleReason(StrEnum):
    """Why the ground under a verdict moved."""

    NEW_EVIDENCE = "new_evidence"
    RETRACTION = "retraction"
    NEWLY_READ = "newly_read"
    SOURCE_CHANGED = "source_changed"
    CONTRADICTION = "contradiction"
    RECHECK_DUE = "recheck_due"


class PostKind(StrEnum):
    CLAIM_CARD = "claim_card"
    REVIEW_CARD = "review_card"


class PostState(StrEnum):
    """The life of a message that others see (an outbox row)."""

    PENDING = "pending"
    SENDING = "sending"
    POSTED = "posted"
    REMOVED = "removed"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
