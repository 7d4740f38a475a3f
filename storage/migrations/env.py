"""How Alembic meets a database: through the connection it is handed."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString

from storage.tables import metadata


def rendered(kind: str, item: Any, _: object) -> str | Literal[False]:
    """Write SQLModel's strings as plain ones: a migration needs no model, and none of its library."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={getattr(item.impl_instance, 'length', None)})"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=rendered,
        transactional_ddl=False,
    )
    context.run_migrations()


run(context.config.attributes["connection"])
