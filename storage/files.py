"""Copies of attached files, kept by the SHA-256 of their bytes."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, UtcDateTime


class Attachment(SQLModel, table=True):
    __tablename__ = "attachment"

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    claim_id: int | None = Field(default=None, sa_type=RowId, foreign_key="claim.id", index=True)
    evidence_id: int | None = Field(default=None, sa_type=RowId, foreign_key="evidence.id", index=True)
    sha256: str = Field(max_length=64)
    name: str = Field(max_length=255)
    media_type: str = Field(max_length=127)
    size: int
    added_by: int = Field(sa_type=Snowflake)
    added_at: datetime = Field(sa_type=UtcDateTime)
