"""Reads work on a hot standby, and docs/operations/standby.md says which functions do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from tests.calls import CALLS, Call, statement
from tests.world import World, become

from recovery import clusters, failover_drill
from runner import ROOT, testing
from runner.server import Server

PAGE = ROOT / "docs" / "operations" / "standby.md"
WRITE = "GAMEKEEPER_WRITE_STANDBY"
VIEWS = ("slots.slots_stats", "cards.cards_stats", "xp.claim_stats", "sparc.sparc_stats")
HEAD = """# Functions on a standby

Found by calling each function on a hot standby (`tests/recovery/test_standby.py`). What only reads answers there, and so do
the views `slots.slots_stats`, `cards.cards_stats`, `xp.claim_stats` and `sparc.sparc_stats`. What writes, or locks a row
before it looks, is refused with 25006: send it to the primary. A standby is a little behind, so a client that has just
written reads its own writes from the primary.

## Answer on a standby

"""
MIDDLE = """
## Need the primary

"""


@dataclass(frozen=True)
class Standby:
    """A standby of a database with a small world in it."""

    server: Server
    world: World


@pytest.fixture(scope="module")
def standby() -> Iterator[Standby]:
    with clusters.scratch("read-primary") as first, clusters.scratch("read-standby") as second:
        primary = clusters.start_deployed(first, fsync="off")
        with primary.connect() as conn:
            conn.execute("create extension pgtap with schema public")
        testing.run_scripts(primary, primary.database, testing.helper_files())
        world = World(primary.conninfo())
        copy = failover_drill.follow(first, second, primary, fsync="off")
        with primary.connect() as conn:
            row = conn.execute("select pg_current_wal_flush_lsn()::text").fetchone()
        assert row is not None
        clusters.wait_for(copy, f"select pg_last_wal_replay_lsn() >= '{row[0]}'", 120, "the replay")
        yield Standby(copy, world)
        world.close()


def outcome(conn: psycopg.Connection, world: World, line: Call) -> str | None:
    """Return the SQLSTATE that a call is refused with; None where it answers."""
    become(conn, line.caller)
    try:
        values = line.values(world)
        conn.execute(statement(line.function, values), values)
    except psycopg.Error as error:
        return error.sqlstate
    return None


def test_what_reads_answers_on_a_standby(standby: Standby) -> None:
    answered, refused, wrong = [], [], []
    with psycopg.connect(standby.server.conninfo(), autocommit=True) as conn:
        for line in CALLS:
            become(conn, "owner")
            row = conn.execute(
                "select bool_and(p.provolatile <> 'v') from pg_proc as p where p.oid::regproc::text = %s or"
                " p.pronamespace::regnamespace || '.' || p.proname = %s",
                [line.function, line.function],
            ).fetchone()
            assert row is not None
            state = outcome(conn, standby.world, line)
            # a writer that is refused before it writes tells nothing
            is_answer = state is None or (row[0] and state == line.refused)
            (answered if is_answer else refused).append(line.function)
            if row[0] and not is_answer:
                wrong.append(f"{line.function} only reads, and is refused with {state}")
        become(conn, "service")
        for view in VIEWS:
            conn.execute(f"select * from {view}".encode())
    assert wrong == []
    text = HEAD + listed(answered) + MIDDLE + listed(refused)
    if os.environ.get(WRITE):
        PAGE.write_text(text)
    assert PAGE.read_text() == text, f"{PAGE} is stale; run this test with {WRITE}=1"


def listed(functions: list[str]) -> str:
    """Return names as the lines of a list, a system each."""
    systems: dict[str, list[str]] = {}
    for name in sorted(set(functions)):
        systems.setdefault(name.split(".")[0], []).append(f"`{name.split('.')[1]}`")
    return "".join(f"- {system}: {', '.join(names)}\n" for system, names in systems.items())
