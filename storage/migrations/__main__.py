"""Write a new migration from what the tables say: ``python -m storage.migrations "Say what changed"``."""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url

from storage import schema


async def write(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = make_url(f"sqlite+aiosqlite:///{Path(folder) / 'empty.db'}")
        await schema.upgrade(url)
        engine = schema.engine_for(url)
        async with engine.begin() as connection:
            await connection.run_sync(_revision, message)
        await engine.dispose()


def _revision(connection: Connection, message: str) -> None:
    made = schema.config()
    made.attributes["connection"] = connection
    made.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    count = len(list(ScriptDirectory.from_config(made).walk_revisions()))
    command.revision(made, message, autogenerate=True, rev_id=f"{count + 1:04}")


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1]))
