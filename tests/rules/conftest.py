"""The desk that rule tests work at, on each database in turn."""

import pytest

from storage.database import Database
from tests.desk import ELSEWHERE, Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.fixture
def other_desk(database: Database) -> Desk:
    """Another server's desk, on the same database."""
    return Desk(database, ELSEWHERE)
