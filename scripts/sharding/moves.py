"""A slot moves from one shard to another by stored steps, so that after a crash the same command goes on (docs/scale.md)."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psycopg
from psycopg import sql

from runner import Problem
from runner.server import Connection
from sharding import definitions, results, sums, tables
from sharding.platform import HOME, SLOTS, KnownMap, Platform

LOCKS = 1936486260  # of core.enter
SPARC = 0
PATIENCE = 60.0
# What a row is written as must not depend on where it is read.
PLAIN = {
    "timezone": "UTC",
    "datestyle": "ISO",
    "intervalstyle": "postgres",
    "bytea_output": "hex",
    "extra_float_digits": "3",
    "search_path": "pg_temp",
}


@dataclass(frozen=True)
class Move:
    """A move that has begun, as the server that the slot leaves knows it."""

    slot: int
    source: str
    target: str
    version: int | None
    step: str


def nothing(step: str) -> None:
    """Go on after a step; tests stop here."""


def under_way(platform: Platform) -> list[Move]:
    """Return the moves that have begun and are not over."""
    found = []
    for name in platform.names():
        with platform.servers[name].connect() as conn:
            rows = conn.execute(
                "select slot, target, version, step from core.slot_moves"
            ).fetchall()
        found += [Move(slot, name, target, version, step) for slot, target, version, step in rows]
    return found


def move(
    platform: Platform, slot: int, target: str, after: Callable[[str], None] = nothing
) -> None:
    """Bring a slot to a shard, or go on where this was interrupted."""
    check(platform, slot, target)
    with alone(platform):
        go_on(platform, slot, target, after)


def back(platform: Platform, slot: int) -> None:
    """Give up a move that has not switched yet."""
    with alone(platform):
        for found in under_way(platform):
            if found.slot == slot:
                give_up(platform, found)
                return
    raise Problem(f"slot {slot} is not on its way anywhere", 2)


@contextlib.contextmanager
def alone(platform: Platform) -> Iterator[None]:
    """Be the only mover of the platform."""
    first = HOME if HOME in platform.servers else platform.names()[0]
    with platform.servers[first].connect() as conn:
        conn.execute("set lock_timeout = '10s'")
        try:
            conn.execute("select pg_advisory_lock(%s, %s)", [LOCKS, SLOTS])
        except psycopg.errors.LockNotAvailable:
            raise Problem("another move is at work on this platform") from None
        yield


def go_on(platform: Platform, slot: int, target: str, after: Callable[[str], None]) -> None:
    """Do the steps that are left."""
    begun = {found.slot: found for found in under_way(platform)}
    if set(begun) - {slot}:
        other = begun[min(set(begun) - {slot})]
        raise Problem(
            f"slot {other.slot} is on its way to {other.target}; first scripts/gamekeeper shard move"
            f" {other.slot} --to {other.target}"
        )
    found = begun.get(slot)
    if found is None:
        source = platform.newest_map().shards[slot]
        if source == target:
            return
        if HOME in platform.servers:
            definitions.wait(platform, target)
            results.wait(platform, source)
        results.take(platform, source, slot)
        check_seasons(platform, source, target)
        found = close(platform, slot, source, target)
        after("closed")
    if found.target != target:
        raise Problem(f"slot {slot} is on its way to {found.target}; --back gives that up")
    if found.step == "copying":
        try:
            wait_for_calls(platform, found)
            after("waited")
            version = copy(platform, found, after)
        except Problem:
            give_up(platform, found)
            raise
        found = Move(slot, found.source, target, version, "switching")
        after("copied")
    if found.step == "switching":
        switch(platform, found, after)
        after("switched")
    count(platform, found)


def check(platform: Platform, slot: int, target: str) -> None:
    """Refuse what can't be moved."""
    if not 0 <= slot < SLOTS:
        raise Problem(f"{slot} is no slot; they are 0 to {SLOTS - 1}", 2)
    if target not in platform.names():
        raise Problem(f"{target} is no shard; there are {', '.join(platform.names())}", 2)
    if slot == SPARC:
        raise Problem("slot 0 stays where it is: all of sparc lives there, and sign-ups do", 2)


def check_seasons(platform: Platform, source: str, target: str) -> None:
    """Refuse where a season is closed on one of two servers: whoever moves would have its prize twice, or never."""
    with platform.servers[source].connect() as leaving, connected(platform, target) as coming:
        closed = closed_seasons(leaving)
        # Where nobody lives, what is closed elsewhere is closed as well: there is nobody to be paid.
        coming.execute(CLOSE_FOR_NOBODY, [sorted(closed)])
        different = closed ^ closed_seasons(coming)
    if different:
        raise Problem(
            f"{', '.join(sorted(different))} is closed on one of {source} and {target}; close it on both first"
        )


CLOSE_FOR_NOBODY = b"""
insert into xp.xp_season_closings (season_id, prizes, xp, actor)
select s, 0, 0, 'the mover' from unnest(%s::text[]) as s
where not exists (select from core.slots as o where o.state <> 'elsewhere')
on conflict on constraint xp_season_closings_pkey do nothing"""
FROZEN = """
select f.season_id from xp.xp_frozen_seasons as f
where not exists (select from xp.xp_season_closings as c where c.season_id = f.season_id)
order by f.season_id"""


def closed_seasons(conn: Connection) -> set[str]:
    """Return the seasons that a server has closed."""
    return {row[0] for row in conn.execute("select season_id from xp.xp_season_closings")}


@contextlib.contextmanager
def connected(platform: Platform, name: str) -> Iterator[Connection]:
    """Connect as the owner, with rows written as everywhere and no trigger fired."""
    with platform.servers[name].connect() as conn:
        for setting, value in PLAIN.items():
            conn.execute("select set_config(%s, %s, false)", [setting, value])
        conn.execute("set session_replication_role = replica")
        yield conn


def close(platform: Platform, slot: int, source: str, target: str) -> Move:
    """Mark the slot: from now on its calls wait or are told to come later, and upkeep rests on its server."""
    with connected(platform, source) as conn, conn.transaction():
        conn.execute("select from core.upkeep_tasks order by task for update")
        conn.execute(
            "update core.slots set state = 'moving' where slot = %s and state = 'here'", [slot]
        )
        for (season,) in conn.execute(FROZEN).fetchall():
            raise Problem(f"{season} is being closed; call xp.close_season at the router again")
        conn.execute("insert into core.slot_moves (slot, target) values (%s, %s)", [slot, target])
    return Move(slot, source, target, None, "copying")


def give_up(platform: Platform, found: Move) -> None:
    """Open a slot again that was not switched; what was copied is taken away."""
    if found.step != "copying":
        raise Problem(f"slot {found.slot} lives on {found.target} already; go on with the move")
    with connected(platform, found.target) as conn, conn.transaction():
        require_elsewhere(conn, found.slot)
        clear(conn, found.slot)
    with connected(platform, found.source) as conn, conn.transaction():
        conn.execute("delete from core.slot_moves where slot = %s", [found.slot])
        conn.execute("update core.slots set state = 'here' where slot = %s", [found.slot])


def wait_for_calls(platform: Platform, found: Move) -> None:
    """Wait until every call that was let in has ended.

    A lock that is waited for stops everybody behind it, so each wait is short.
    """
    end = time.monotonic() + PATIENCE
    with connected(platform, found.source) as conn:
        conn.execute("set lock_timeout = '50ms'")
        while True:
            try:
                with conn.transaction():
                    conn.execute("select pg_advisory_xact_lock(%s, %s)", [LOCKS, found.slot])
                return
            except psycopg.errors.LockNotAvailable:
                if time.monotonic() > end:
                    message = (
                        f"somebody holds a transaction of slot {found.slot} open; it is open again"
                    )
                    raise Problem(message) from None
            time.sleep(0.05)


def copy(platform: Platform, found: Move, after: Callable[[str], None]) -> int:
    """Copy the rows of a slot, compare them, and note the version of the map that says so."""
    with connected(platform, found.source) as source, connected(platform, found.target) as target:
        source.execute("set session characteristics as transaction isolation level repeatable read")
        with source.transaction(), target.transaction():
            require_elsewhere(target, found.slot)
            clear(target, found.slot)
            source.execute(sums.KEEP_OF_PEOPLE.encode(), {"slot": found.slot})
            for table in tables.tables(source, tables.SHARED):
                bring(source, target, table, found.slot)
            digests = {}
            for table in tables.tables(source, tables.OWNED):
                pour(source, target, table.rows(), table.name, table.columns, found.slot)
                digests[table.name] = digest(source, table, found.slot)
                if digests[table.name] != digest(target, table, found.slot):
                    raise Problem(f"the copy of {table.name} is not what it was copied from")
            for statement in sums.ADD:
                target.execute(statement.encode(), {"slot": found.slot})
            after("copying")
        after("compared")
        # Nothing writes what is closed; where somebody did nevertheless, as its owner, the copy is of no use.
        with source.transaction():
            for table in tables.tables(source, tables.OWNED):
                if digest(source, table, found.slot) != digests[table.name]:
                    raise Problem(f"{table.name} was written while slot {found.slot} was closed")
        version = platform.newest_map().version + 1
        source.execute(
            "update core.slot_moves set step = 'switching', version = %s where slot = %s",
            [version, found.slot],
        )
    return version


def clear(conn: Connection, slot: int) -> dict[str, int]:
    """Delete the rows of a slot with their part in sums; return how many they were."""
    for statement in (*sums.LOCKS, *sums.TAKE_BACK):
        conn.execute(statement.encode(), {"slot": slot})
    deleted = {}
    for name, condition in reversed(tables.OWNED.items()):
        done = conn.execute(f"delete from {name} as t where {condition}".encode(), {"slot": slot})
        deleted[name] = done.rowcount
    return deleted


def require_elsewhere(conn: Connection, slot: int) -> None:
    """Refuse to write over a slot that lives here; hold its row, so that it stays elsewhere."""
    row = conn.execute("select state from core.slots where slot = %s for update", [slot]).fetchone()
    if row != ("elsewhere",):
        raise Problem(f"slot {slot} lives on the shard that it is to be copied to")


def pour(
    source: Connection,
    target: Connection,
    query: str,
    name: str,
    columns: tuple[str, ...],
    slot: int,
) -> None:
    """Send rows from one server into a table of another."""
    out = sql.SQL("copy ({}) to stdout").format(
        sql.SQL(query.replace("%%", "%").replace("%(slot)s", str(slot)))
    )
    into = f"copy {name} ({', '.join(columns)}) from stdin"
    with (
        source.cursor() as reading,
        target.cursor() as writing,
        reading.copy(out) as rows,
        writing.copy(into.encode()) as arriving,
    ):
        for block in rows:
            arriving.write(block)


def bring(source: Connection, target: Connection, table: tables.Table, slot: int) -> None:
    """Bring rows that stand on several servers to one that may have them."""
    target.execute(
        f"create temp table brought on commit drop as table {table.name} with no data".encode()
    )
    pour(source, target, table.rows(), "pg_temp.brought", table.columns, slot)
    if table.name in tables.BEST_AT_HOME:
        condition = tables.BEST_AT_HOME[table.name]
        target.execute(
            f"delete from {table.name} as o using pg_temp.brought as t where o.id = t.id and {condition}".encode(),
            {"slot": slot},
        )
    columns = ", ".join(table.columns)
    target.execute(
        f"insert into {table.name} ({columns}) select {columns} from pg_temp.brought on conflict do nothing".encode()
    )
    target.execute("drop table pg_temp.brought")


def digest(conn: Connection, table: tables.Table, slot: int) -> tuple[int, int]:
    """Return how many rows of a slot a table has, and the sum of their digests."""
    row = conn.execute(table.digest().encode(), {"slot": slot}).fetchone()
    assert row
    return int(row[0]), int(row[1])


def switch(platform: Platform, found: Move, after: Callable[[str], None]) -> None:
    """Let the slot live on the target, and take it away from the source in the transaction that tells it so."""
    assert found.version is not None
    shards = list(platform.newest_map().shards)
    shards[found.slot] = found.target
    known = KnownMap(found.version, tuple(shards))
    platform.tell(found.target, known)
    after("target told")
    with connected(platform, found.source) as conn, conn.transaction():
        platform.tell_in(conn, found.source, known)
        require_elsewhere(conn, found.slot)
        conn.execute(sums.KEEP_OF_GAMES.encode(), {"slot": found.slot})
        deleted = {name: rows for name, rows in clear(conn, found.slot).items() if rows}
        conn.execute(
            "insert into core.audit_log (actor_role, table_name, operation, before)"
            " values (session_user, 'core.slots', 'DELETE', %s)",
            [
                json.dumps(
                    {"slot": found.slot, "target": found.target, "version": found.version}
                    | {"rows": deleted}
                )
            ],
        )
        conn.execute("update core.slot_moves set step = 'counting' where slot = %s", [found.slot])
        after("leaving")


def count(platform: Platform, found: Move) -> None:
    """Tell the other servers, and count the careers of players without a home in games that moved."""
    newest = platform.newest_map()
    for name in platform.servers:
        if platform.map_of(name) != newest:
            platform.tell(name, newest)
    with platform.servers[found.target].connect() as conn:
        players = conn.execute(sums.PLAYERS.encode(), {"slot": found.slot}).fetchall()
    for name in (found.target, found.source):
        with platform.servers[name].connect() as conn:
            for (player,) in players:
                conn.execute(sums.CAREER.encode(), {"player": player})
    with platform.servers[found.source].connect() as conn:
        conn.execute("delete from core.slot_moves where slot = %s", [found.slot])
