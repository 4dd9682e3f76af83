"""The bridge: .sql files are tests, and tests have databases (runner.pytest_plugin)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.world import World, cloned_world

from runner.testing import TestDatabases

pytest_plugins = ["runner.pytest_plugin"]


@pytest.fixture(scope="module")
def world(test_databases: TestDatabases) -> Iterator[World]:
    """The world of tests/world.py, of each module's own; what a test does in it it undoes, or it doesn't matter to the others."""
    with cloned_world(test_databases) as made:
        yield made
