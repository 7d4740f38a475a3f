"""Who asserts: people, groups, outlets, organisations and records."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, stored_enum
from storage.vocabulary import Naming, Reliability, SourceKind


class Source(SQLModel, table=True):
    __tablename__ = "source"

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(index=True, sa_type=Snowflake)
    name: str = Field(max_length=200)
    kind: SourceKind = Field(default=SourceKind.GROUP, sa_type=stored_enum(SourceKind))
    naming: Naming = Field(default=Naming.NAMED, sa_type=stored_enum(Naming))
    party: bool = False
    language: str | None = Field(default=None, max_length=8)
    reliability: Reliability = Field(default=Reliability.F, sa_type=stored_enum(Reliability))
    notes: str | None = Field(default=None, max_length=1000)
    merged_into: int | None = Field(default=None, sa_type=RowId, foreign_key="source.id")


class SourceName(SQLModel, table=True):
    """Every name a source answers to, folded: its own and its aliases. One owner per name and server."""

    __tablename__ = "source_name"
    __table_args__ = (UniqueConstraint("guild_id", "key"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake)
    source_id: int = Field(sa_type=RowId, foreign_key="source.id", index=True)
    key: str = Field(max_length=400)
    name: str = Field(max_length=200)


class Overlap(SQLModel, table=True):
    """Two unnamed sources that could be the same people; stored once, the lower id first."""

    __tablename__ = "overlap"

    source_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="source.id")
    other_id: int = Field(primary_key=True, sa_type=RowId, foreign_key="source.id")
    guild_id: int = Field(sa_type=Snowflake, index=True)
