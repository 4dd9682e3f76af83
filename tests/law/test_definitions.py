"""A call that names a definition which a shard does not have answers RETRY_LATER while it may be on its way (docs/scale.md).

Every function that a role may call and that takes the name of a definition is called with one that does not exist: on one
machine, on a shard that follows nobody, and on one that has just heard of its home.
"""

from __future__ import annotations

import json
import time
from dataclasses import replace
from uuid import UUID

import psycopg
from tests.calls import CALLS, At, Call, call, statement
from tests.clients.platforms import follow
from tests.law.test_fence import DEFINITIONS, SERVICE
from tests.repeats import repeat_of
from tests.world import World, become

from sharding import definitions

NOT_FOUND, RETRY_LATER = "KG004", "KG014"
LONG_AGO = "0190a5c0-0000-7000-8000-00000000000a"  # an id that tells that it was made in 2024
# Of each argument that names a definition, a name that none has.
NAMES = {"game_id": LONG_AGO, "policy_key": "no-policy", "season_id": "no-season"}
TAKERS = """
select n.nspname || '.' || p.proname, a.name
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
cross join unnest(p.proargnames[:p.pronargs]) as a (name)
where n.nspname in ('slots', 'xp') and a.name = any (%s)
  and obj_description(p.oid, 'pg_proc') ~ '\\[(client|operator|service)\\]'
order by 1, 2
"""
SAMPLES = (
    call("slots.simulate_session", "service", game_id=LONG_AGO, seed="seed", actions="[]"),
    call(
        "slots.simulate_steps", "service",
        game_id=LONG_AGO, seeds="{seed}", steps="{0}", pending_bets="{0}", actions="{CashOut}", amounts="{0}",
    ),
    call(
        "xp.grant_xp", "service",
        user_id=At("account"), amount="-5", reason="QUEST", correlation_id=LONG_AGO, season_id="no-season", kind="correction",
    ),
)  # fmt: skip
# What names a definition and misses none.
OTHERS = {
    "slots.rl_sample": "filters by the game: of one that is not known there are no experiences",
    "xp.show_entry": "finds done what it asks for where nothing was hidden",
    "xp.validate_definition": "asks whether a definition could be written, at whatever key",
}


def line_of(function: str) -> Call:
    """Return a call of a function that succeeds in the world."""
    found = next((line for line in (*SAMPLES, *CALLS, *SERVICE) if line.function == function), None)
    line = found or repeat_of(function)
    assert line, (
        f"{function} has no sample call: add it to tests/calls.py, tests/repeats.py or SAMPLES"
    )
    return line


def takers(connection: psycopg.Connection) -> list[tuple[str, str]]:
    """Return the functions that look for a definition, each with the argument that names it."""
    rows = connection.execute(TAKERS, [list(NAMES)]).fetchall()
    return [row for row in rows if row[0] not in OTHERS.keys() | DEFINITIONS]


def code_of(
    world: World, connection: psycopg.Connection, function: str, name: str, given: str
) -> str | None:
    """Call a function with another name of a definition, undo it, and return its SQLSTATE."""
    line = line_of(function)
    changed = replace(line, arguments={**line.arguments, name: given})
    become(connection, line.caller)
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(
                statement(changed.function, changed.arguments), changed.values(world)
            )
    except psycopg.Error as error:
        return error.sqlstate
    finally:
        become(connection, "owner")
    return None


def be_a_shard(connection: psycopg.Connection) -> None:
    """Let the server be a shard where everybody lives."""
    connection.execute(
        "select core.set_shard_map(1, 'here', %s, array_fill('here'::text, array[1024]))",
        [json.dumps({"here": "first"})],
    )


def young_id() -> str:
    """Return an id of version 7 that was made a minute ago, as far as it tells."""
    digits = f"{int((time.time() - 60) * 1000):012x}"
    return str(UUID(f"{digits}7000800000000000000a"))


def unlike(
    world: World, connection: psycopg.Connection, expected: str, names: dict[str, str] = NAMES
) -> list[str]:
    """Return what answers otherwise to names that it does not know."""
    return [
        f"{function}({name}) answers {code}"
        for function, name in takers(connection)
        if name in names
        and (code := code_of(world, connection, function, name, names[name])) != expected
    ]


def test_what_looks_for_a_definition_is_seen(teller: psycopg.Connection) -> None:
    found = takers(teller)
    assert {name for _, name in found} == NAMES.keys()
    assert {"slots.create_session", "xp.claim", "xp.grant_xp"} <= {
        function for function, _ in found
    }


def test_one_machine_knows_all_definitions(world: World, teller: psycopg.Connection) -> None:
    assert unlike(world, teller, NOT_FOUND) == []
    assert unlike(world, teller, NOT_FOUND, {"game_id": young_id()}) == []


def test_a_shard_that_follows_nobody_denies_no_definition(
    world: World, teller: psycopg.Connection
) -> None:
    be_a_shard(teller)
    assert unlike(world, teller, RETRY_LATER) == []


def test_a_shard_that_follows_its_home_denies_all_but_what_was_made_just_now(
    world: World, teller: psycopg.Connection
) -> None:
    be_a_shard(teller)
    follow(teller)
    assert unlike(world, teller, NOT_FOUND) == []
    assert unlike(world, teller, RETRY_LATER, {"game_id": young_id()}) == []


def test_a_lookup_that_denies_what_may_come_is_found(
    world: World, teller: psycopg.Connection
) -> None:
    be_a_shard(teller)
    row = teller.execute("select pg_get_functiondef('xp.require_board(text)'::regprocedure)")
    body = str((row.fetchone() or [None])[0])
    planted = body.replace("core.raise_unknown_definition(", "core.raise('NOT_FOUND', ")
    assert planted != body
    teller.execute(planted.encode())
    assert "xp.leaderboard(season_id) answers KG004" in unlike(world, teller, RETRY_LATER)


def test_a_home_tells_its_digests_and_one_machine_and_a_shard_do_not(
    world: World, teller: psycopg.Connection
) -> None:
    written = (
        "select count(written_at), count(distinct digest), count(own_digest) from core.definitions"
    )
    teller.execute("select core.upkeep_definitions()")
    assert teller.execute(written).fetchone() == (0, 0, 0)
    be_a_shard(teller)
    teller.execute("select core.upkeep_definitions()")
    assert teller.execute(written).fetchone() == (0, 0, 0)
    teller.execute(
        "select core.set_shard_map(2, null, %s, array_fill('here'::text, array[1024]))",
        [json.dumps({"here": "first"})],
    )
    teller.execute("select core.upkeep_definitions()")
    row = teller.execute(written).fetchone()
    assert row
    assert row[0] == len(definitions.TABLES) + 1
    assert row[2] == 0


def test_what_is_replicated_is_guarded_and_compared(teller: psycopg.Connection) -> None:
    guarded = teller.execute(
        "select tgrelid::regclass::text from pg_trigger where tgfoid = to_regproc('core.guard_definitions')"
    ).fetchall()
    compared = teller.execute("select table_name from core.definitions").fetchall()
    assert {name for (name,) in guarded} == set(definitions.TABLES)
    assert {name for (name,) in compared} == {*definitions.TABLES, definitions.SETTINGS}


def test_a_digest_is_of_the_rows_and_not_of_the_session(teller: psycopg.Connection) -> None:
    ask = "select core.definitions_digest('slots.games', null)"
    before = teller.execute(ask).fetchone()
    teller.execute("set local timezone = 'Asia/Tokyo'")
    teller.execute("set local datestyle = 'German'")
    assert teller.execute(ask).fetchone() == before
    teller.execute("update slots.games set name = name || '!'")
    assert teller.execute(ask).fetchone() != before
