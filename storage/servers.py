"""One Discord guild and its settings."""

from sqlmodel import Field, SQLModel

from storage.types import Snowflake


class Server(SQLModel, table=True):
    __tablename__ = "server"

    guild_id: int = Field(primary_key=True, sa_type=Snowflake, sa_column_kwargs={"autoincrement": False})
    language: str = Field(default="en", max_length=8)
    zone: str = Field(default="Europe/Amsterdam", max_length=64)
    claims_channel_id: int | None = Field(default=None, sa_type=Snowflake)
    review_channel_id: int | None = Field(default=None, sa_type=Snowflake)
    digest_channel_id: int | None = Field(default=None, sa_type=Snowflake)
    log_channel_id: int | None = Field(default=None, sa_type=Snowflake)
    checker_role_id: int | None = Field(default=None, sa_type=Snowflake)
    reviewer_role_id: int | None = Field(default=None, sa_type=Snowflake)
    lead_role_id: int | None = Field(default=None, sa_type=Snowflake)
    quorum: int = 2
    min_origins: int = 2
    recheck_days: int = 180
    digest_weekday: int = 0
    digest_hour: int = 9
    retention_days: int = 730
    # The last number given out, raised by one guarded UPDATE: no gaps, no doubles.
    last_claim: int = 0
    last_evidence: int = 0
    last_article: int = 0
