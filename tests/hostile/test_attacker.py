"""An ordinary client who owns every transaction wins nothing, and what would let it win is found.

GAMEKEEPER_ATTACK=20 scripts/test tests/hostile/test_attacker.py   attacks twenty times as long.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from tests import chance
from tests.hostile.attacker import Attacker
from tests.world import World

TIMES = int(os.environ.get("GAMEKEEPER_ATTACK", "1"))
SEED = int(os.environ.get("GAMEKEEPER_ATTACK_SEED", str(chance.seed())))
ROUNDS = {"greedy": 60, "early_looks": 45, "second_chances": 105, "leaks": 9, "forged_claims": 8}
# At most, in the tests of planted faults, which end with the first win.
PLANTED_ROUNDS = {
    "greedy": 200,
    "early_looks": 200,
    "second_chances": 300,
    "leaks": 200,
    "forged_claims": 8,
}

# One attacker in a hundred goes ways that never meet the fault; several in turn do.
PLANTED_SEEDS = 5

# Attack, what it has to find, and the fault: in a function's definition, one text for another.
FAULTS = [
    ("greedy", "slots: money", "core.is_settled", "(decided_in IS NULL)", "true"),
    ("early_looks", "slots:", "core.is_settled", "(decided_in IS NULL)", "true"),
    ("early_looks", "sparc:", "core.is_settled", "(decided_in IS NULL)", "true"),
    (
        "second_chances",
        "slots:",
        "slots.rotate_seed",
        "elsif _session.pending_bet is not null then",
        "elsif false then",
    ),
    (
        "second_chances",
        "sparc:",
        "sparc.draw_dice",
        "_dice[_at] + 1",
        "1 + floor(6 * random())::integer",
    ),
    ("leaks", "slots.server_seeds", "core.may_draw_at_once", "core.is_service()", "true"),
    (
        "leaks",
        "sparc.dice_secrets",
        "core.is_settled",
        "(decided_in IS NULL)",
        "true",
    ),
    ("early_looks", "cards:", "core.is_settled", "(decided_in IS NULL)", "true"),
    (
        "second_chances",
        "cards:",
        "cards.bot_bid",
        "begin\n",
        "begin\n  return floor(2 * random());\n",
    ),
    ("leaks", "cards.game", "core.is_settled", "(decided_in IS NULL)", "true"),
    (
        "held_clocks",
        "cards:",
        "cards.can_forfeit",
        "((game).warned_at + make_interval(secs => (LEAST((game).state.turn_seconds,",
        "((game).turn_deadline + make_interval(secs => (LEAST(0,",
    ),
    (
        "forged_claims",
        "slots:",
        "core.is_service",
        "WHEN 'authenticated'::text THEN false",
        "WHEN 'authenticated'::text THEN auth.role() = 'service_role'",
    ),
    (
        "forged_claims",
        "core:",
        "core.set_setting",
        "_setting.changed_by = 'service'",
        "false",
    ),
    ("held_clocks", "xp:", "core.wall_clock", "clock_timestamp()", "now()"),
]


def wins(attacker: Attacker, attack: str, rounds: int) -> Iterator[str]:
    """Run an attack."""
    yield from (
        attacker.held_clocks() if attack == "held_clocks" else getattr(attacker, attack)(rounds)
    )


@pytest.fixture(scope="module")
def attacker(world: World) -> Attacker:
    """An attacker of the world."""
    print(f"attack: seed {SEED}")
    return Attacker(world, SEED)


@pytest.mark.parametrize("attack", [*ROUNDS, "held_clocks"])
def test_an_attacker_wins_nothing(attacker: Attacker, attack: str) -> None:
    assert list(wins(attacker, attack, TIMES * ROUNDS.get(attack, 0))) == [], f"seed {SEED}"
    if attack == "second_chances":
        print(f"attack: {attacker.looks} looks")
        assert attacker.looks > TIMES * ROUNDS[attack] / 2, "hardly anything was due to look at"


def plant(connection: psycopg.Connection, function: str, old: str, new: str) -> None:
    """Change a function's definition, and see that it did change."""
    row = connection.execute("select pg_get_functiondef(%s::regproc)", [function]).fetchone()
    assert row and old in row[0], f"{function} does not say {old}"
    connection.execute(row[0].replace(old, new).encode())


def planted_wins(attacker: Attacker, attack: str, found: str) -> Iterator[str]:
    """Attack the system that has the fault, and no other."""
    attacker.systems = (found.split(".")[0].rstrip(":"),)
    return wins(attacker, attack, PLANTED_ROUNDS.get(attack, 0))


@pytest.mark.parametrize(
    ("attack", "found", "function", "old", "new"), FAULTS, ids=lambda value: str(value)[:24]
)
def test_what_would_let_an_attacker_win_is_found(
    fresh_database: str, attack: str, found: str, function: str, old: str, new: str
) -> None:
    """The old behaviour of each kind, planted in a copy of the database."""
    world = World(fresh_database)
    try:
        with world.connect("owner") as owner:
            plant(owner, function, old, new)
        assert any(
            found in win
            for seed in range(SEED, SEED + PLANTED_SEEDS)
            for win in planted_wins(Attacker(world, seed), attack, found)
        ), f"seed {SEED}"
    finally:
        world.close()
