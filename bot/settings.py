"""What the person who runs the bot can set, refused at once where it is wrong."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from keywords, then the environment (``CORROBOT_…``), then ``.env``."""

    model_config = SettingsConfigDict(
        env_prefix="CORROBOT_",
        env_file=".env",
        env_ignore_empty=True,
        # A line of another program's is none of our business; a misspelt one of ours is.
        dotenv_filtering="match_prefix",
        extra="forbid",
        frozen=True,
    )

    token: SecretStr | None = Field(
        default=None, description="The bot's token from Discord's developer portal."
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///corrobot.db",
        description="Where the records are kept: an SQLite file, or postgresql+asyncpg://user:password@host/name.",
    )
    data_dir: Path = Field(default=Path("data"), description="The folder for copies of attached files.")
    sync_commands: bool = Field(
        default=True, description="Register the commands with Discord at start, when they changed."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much is written to the log."
    )
    demo_port: int = Field(
        default=8745, ge=0, le=65535, description="The loopback port of the demonstration page."
    )
