"""What sources assert about claims, and on whom they rely."""

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, UtcDateTime, stored_enum
from storage.vocabulary import Stance, Standing


class Evidence(SQLModel, table=True):
    """One source's assertion about one claim. Never deleted: retracted or superseded, with a reason."""

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("guild_id", "number"),
        Index("ix_evidence_claim_source", "claim_id", "source_id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake)
    number: int
    claim_id: int = Field(sa_type=RowId, foreign_key="claim.id")
    source_id: int = Field(sa_type=RowId, foreign_key="source.id", index=True)
    stance: Stance = Field(sa_type=stored_enum(Stance))
    # True for a piece that only exists because another one relies on its source.
    cited: bool = False
    read: bool = True
    first_hand: bool = False
    on_record: bool = False
    party: bool = False
    scope: str | None = Field(default=None, max_length=500)
    link: str | None = Field(default=None, max_length=2000)
    quote: str | None = Field(default=None, sa_type=Text)
    language: str | None = Field(default=None, max_length=8)
    credibility: int | None = None
    status: Standing = Field(default=Standing.ACTIVE, sa_type=stored_enum(Standing))
    status_reason: str | None = Field(default=None, max_length=1000)
    superseded_by: int | None = Field(default=None, sa_type=RowId, foreign_key="evidence.id")
    added_by: int = Field(sa_type=Snowflake)
    added_at: datetime = Field(sa_type=UtcDateTime)


class Reliance(SQLModel, table=True):
    """*According to*: the sources that one piece of evidence relies on."""

    __tablename__ = "reliance"

    evidence_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="evidence.id")
    source_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="source.id", index=True)
    guild_id: int = Field(sa_type=Snowflake, index=True)
