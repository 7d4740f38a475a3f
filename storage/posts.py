"""The outbox: every message that others see, in the transaction of its cause."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.types import RowId, Snowflake, UtcDateTime, stored_enum
from storage.vocabulary import PostKind, PostState


class Post(SQLModel, table=True):
    __tablename__ = "post"

    id: int | None = Field(default=None, primary_key=True, sa_type=RowId)
    guild_id: int = Field(sa_type=Snowflake, index=True)
    kind: PostKind = Field(sa_type=stored_enum(PostKind))
    # One intended message, one key: asking twice posts once.
    dedupe_key: str = Field(max_length=100, unique=True)
    claim_id: int | None = Field(default=None, sa_type=RowId, foreign_key="claim.id", index=True)
    review_id: int | None = Field(default=None, sa_type=RowId, foreign_key="review.id")
    channel_id: int = Field(sa_type=Snowflake)
    message_id: int | None = Field(default=None, sa_type=Snowflake)
    state: PostState = Field(default=PostState.PENDING, sa_type=stored_enum(PostState), index=True)
    # True while the message on Discord may be older than the facts.
    dirty: bool = Field(default=False, index=True)
    first_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    reason: str | None = Field(default=None, max_length=500)
    created_at: datetime = Field(sa_type=UtcDateTime)


class Setting(SQLModel, table=True):
    """Small facts about the installation itself, such as the hash of the synced commands."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True, max_length=100)
    value: str = Field(max_length=500)
