"""The audit trail: one hash chain a server, with the private parts apart so that they can be erased."""

from datetime import datetime

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from storage.types import Snowflake, UtcDateTime


class AuditHead(SQLModel, table=True):
    """Where a server's chain ends. Moving it is guarded by its size, so the chain cannot fork."""

    __tablename__ = "audit_head"

    guild_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    size: int = 0
    hash: str = Field(max_length=64)


class AuditEntry(SQLModel, table=True):
    """The part that stays for good: what happened, to what, by which pseudonym."""

    __tablename__ = "audit_entry"

    guild_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcDateTime)
    type: str = Field(max_length=40)
    subject: str = Field(max_length=40, index=True)
    actor_ref: str = Field(max_length=32)
    commit: str = Field(max_length=64)
    prev: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class AuditPrivate(SQLModel, table=True):
    """The part that can be erased: names, texts, addresses, with the salt of its commitment."""

    __tablename__ = "audit_private"

    guild_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    salt: bytes = Field(sa_type=LargeBinary)
    body: str = Field(sa_type=Text)


class Person(SQLModel, table=True):
    """Which pseudonym stands for whom. Erasing a person erases this row."""

    __tablename__ = "person"

    guild_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    user_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    ref: str = Field(max_length=32)
