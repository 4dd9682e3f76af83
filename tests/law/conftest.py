"""What laws make calls with, and undo them."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from tests.world import World


@pytest.fixture
def teller(world: World) -> Iterator[psycopg.Connection]:
    """A connection whose transaction is rolled back."""
    connection = world.connect("owner", autocommit=False)
    yield connection
    connection.rollback()
    connection.close()
