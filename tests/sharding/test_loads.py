"""Moves are proposed that even out what shards have to do."""

from __future__ import annotations

import random

from gamekeeper.shards import LOBBY_SLOT

from sharding import loads
from sharding.platform import SLOTS, even_map

NAMES = ["s1", "s2", "s3"]


def after(found: dict[int, int], shards: list[str]) -> dict[str, int]:
    """Return what each shard has when all that is proposed has been done."""
    for slot, target in loads.proposals(found, shards, NAMES):
        assert shards[slot] != target
        shards[slot] = target
    return loads.of_shards(found, shards, NAMES)


def test_shards_that_do_as_much_are_left_as_they_are() -> None:
    even = list(even_map(NAMES).shards)
    assert loads.proposals(dict.fromkeys(range(SLOTS), 10), even, NAMES) == []
    assert loads.proposals({}, even, NAMES) == []


def test_a_new_shard_gets_its_part() -> None:
    drawn = random.Random(7)
    found = {slot: drawn.randrange(1, 100) for slot in range(SLOTS)}
    sums = after(found, list(even_map(["s1", "s2"]).shards))
    assert max(sums.values()) <= loads.ENOUGH * sum(sums.values()) / len(sums)


def test_a_slot_that_is_busier_than_all_others_stays_and_the_others_go() -> None:
    found = {1: 1000, 2: 10, 3: 10, 4: 10}
    shards = ["s1"] * SLOTS
    assert after(found, shards) == {"s1": 1000, "s2": 20, "s3": 10} or shards[1] != "s1"
    assert max(after(found, ["s1"] * SLOTS).values()) == 1000


def test_sparc_does_not_move() -> None:
    assert loads.proposals({0: 1000}, ["s1"] * SLOTS, NAMES) == []


def test_others_move_in_the_place_of_the_lobby() -> None:
    found = {LOBBY_SLOT: 50, 2: 30, 3: 30}
    proposed = loads.proposals(found, ["s1"] * SLOTS, NAMES)
    assert sorted(slot for slot, _ in proposed) == [2, 3]
