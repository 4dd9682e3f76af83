"""What finding a shard costs is measured on real shards, and the balance of slots is counted right."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import shards
from runner.testing import TestDatabases


def test_every_way_to_call_is_measured(test_databases: TestDatabases) -> None:
    rate, cpu = shards.compare(
        test_databases.server.conninfo("postgres"), test_databases.template, calls=2, rounds=1
    )
    for outcome in (rate, cpu):
        assert outcome.variants.keys() == {shards.MAP, shards.NAMED, shards.ONE}
        assert all(measured.median for measured in outcome.variants.values())


def test_people_are_counted_in_their_slots(tmp_path: Path) -> None:
    found = shards.balance(5000)
    assert found == shards.balance(5000)
    assert sum(found.even) == pytest.approx(shards.SLOTS)
    assert sum(found.uneven) == pytest.approx(shards.SLOTS)
    shards.plot(found, tmp_path / "balance.png")
    assert (tmp_path / "balance.png").read_bytes().startswith(b"\x89PNG")


def test_the_fullest_shard_is_that_with_the_most_load() -> None:
    loads = [1.0] * shards.SLOTS
    assert shards.fullest(loads, 4) == 1
    assert shards.fullest(loads, 3) == pytest.approx(342 / (1024 / 3))
    loads[0] = 1025.0
    assert shards.fullest(loads, 2) == pytest.approx(1.5)
