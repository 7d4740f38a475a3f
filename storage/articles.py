"""Documents out of which several claims are taken."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake


class Article(SQLModel, table=True):
    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("guild_id", "number"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake)
    number: int
    title: str = Field(max_length=300)
    publisher_id: int | None = Field(default=None, sa_type=RowId, foreign_key="source.id")
    link: str | None = Field(default=None, max_length=2000)
    language: str | None = Field(default=None, max_length=8)
    published: str | None = Field(default=None, max_length=40)
