"""Reviews and their blind votes."""

from datetime import datetime

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, UtcDateTime, stored_enum
from storage.vocabulary import Ballot, Outcome, ReasonCode


class Review(SQLModel, table=True):
    __tablename__ = "review"
    __table_args__ = (
        # One open review a claim, decided by the database and not by whoever looked first.
        Index(
            "uq_review_open",
            "claim_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    claim_id: int = Field(sa_type=RowId, foreign_key="claim.id", index=True)
    opened_by: int = Field(sa_type=Snowflake)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    opened_version: int
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: Outcome | None = Field(default=None, sa_type=stored_enum(Outcome))
    reason: str | None = Field(default=None, max_length=1000)


class Vote(SQLModel, table=True):
    """One a reviewer, changeable until the decision."""

    __tablename__ = "vote"

    review_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="review.id")
    voter_id: int = Field(primary_key=True, sa_type=Snowflake)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    ballot: Ballot = Field(sa_type=stored_enum(Ballot))
    code: ReasonCode = Field(sa_type=stored_enum(ReasonCode))
    why: str = Field(sa_type=Text)
    evidence: str = Field(default="", max_length=500)
    version: int
    cast_at: datetime = Field(sa_type=UtcDateTime)
