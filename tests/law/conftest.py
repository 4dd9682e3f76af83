"""A world in which laws make calls, and undo them."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from tests.world import World


@pytest.fixture(scope="module")
def world(test_databases: object) -> Iterator[World]:
    """The world of tests/world.py; every test undoes what it does."""
    name = test_databases.clone()  # type: ignore[attr-defined]
    made = World(test_databases.server.conninfo(name))  # type: ignore[attr-defined]
    yield made
    made.close()
    test_databases.drop(name)  # type: ignore[attr-defined]


@pytest.fixture
def teller(world: World) -> Iterator[psycopg.Connection]:
    """A connection whose transaction is rolled back."""
    connection = world.connect("owner", autocommit=False)
    yield connection
    connection.rollback()
    connection.close()
