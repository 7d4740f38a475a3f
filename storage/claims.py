"""Checkable statements, and what hangs on them."""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, UtcDateTime, stored_enum
from storage.vocabulary import Closed, Kind, Priority, Relation, StaleReason, State


class Claim(SQLModel, table=True):
    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("guild_id", "number"),
        Index("ix_claim_guild_text_key", "guild_id", "text_key"),
        Index("ix_claim_guild_state", "guild_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake)
    number: int
    text: str = Field(sa_type=Text)
    # The folded text's SHA-256: the same claim, whatever its case, spaces or Unicode form.
    text_key: str = Field(max_length=64)
    language: str = Field(max_length=8)
    kind: Kind = Field(sa_type=stored_enum(Kind))
    speaker_id: int | None = Field(default=None, sa_type=RowId, foreign_key="source.id")
    state: State = Field(default=State.UNVERIFIED, sa_type=stored_enum(State))
    closed: Closed | None = Field(default=None, sa_type=stored_enum(Closed))
    duplicate_of: int | None = Field(default=None, sa_type=RowId, foreign_key="claim.id")
    submitter_id: int = Field(sa_type=Snowflake)
    assignee_id: int | None = Field(default=None, sa_type=Snowflake)
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    priority: Priority = Field(default=Priority.NORMAL, sa_type=stored_enum(Priority))
    article_id: int | None = Field(default=None, sa_type=RowId, foreign_key="article.id")
    parent_id: int | None = Field(default=None, sa_type=RowId, foreign_key="claim.id")
    # Raised by every change of text or evidence: a vote counts only for the version it was cast on.
    version: int = 1
    sealed: bool = False
    split: bool = False
    overridden: bool = False
    override_reason: str | None = Field(default=None, max_length=1000)
    stale: StaleReason | None = Field(default=None, sa_type=stored_enum(StaleReason))
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    recheck_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Translation(SQLModel, table=True):
    __tablename__ = "translation"

    claim_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="claim.id")
    language: str = Field(primary_key=True, max_length=8)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    text: str = Field(sa_type=Text)
    translator_id: int = Field(sa_type=Snowflake)


class Tag(SQLModel, table=True):
    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_guild_tag", "guild_id", "tag"),)

    claim_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="claim.id")
    tag: str = Field(primary_key=True, max_length=50)
    guild_id: int = Field(sa_type=Snowflake)


class ClaimLink(SQLModel, table=True):
    """One claim's relation to another, read from left to right: *claim* relation *other*."""

    __tablename__ = "claim_link"

    claim_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="claim.id")
    other_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="claim.id", index=True)
    relation: Relation = Field(primary_key=True, sa_type=stored_enum(Relation))
    guild_id: int = Field(sa_type=Snowflake, index=True)


class Appearance(SQLModel, table=True):
    """Where and when a claim was seen."""

    __tablename__ = "appearance"

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    claim_id: int = Field(sa_type=RowId, foreign_key="claim.id", index=True)
    link: str | None = Field(default=None, max_length=2000)
    context: str | None = Field(default=None, sa_type=Text)
    author_id: int | None = Field(default=None, sa_type=Snowflake)
    language: str | None = Field(default=None, max_length=8)
    added_by: int = Field(sa_type=Snowflake)
    seen_at: datetime = Field(sa_type=UtcDateTime)
