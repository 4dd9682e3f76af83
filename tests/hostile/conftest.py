"""The world of tests/world.py in a clone of each module's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.world import World


@pytest.fixture(scope="module")
def world(test_databases: object) -> Iterator[World]:
    """The world; what the tests do in it they undo, or it doesn't matter to the others."""
    name = test_databases.clone()  # type: ignore[attr-defined]
    made = World(test_databases.server.conninfo(name))  # type: ignore[attr-defined]
    yield made
    made.close()
    test_databases.drop(name)  # type: ignore[attr-defined]
