"""Measures what docs/deviations say about the indexes and keys that the seeds have and we don't.

    .venv/bin/python -m tests.seeds.measure_indexes [calls] [rounds]

Each case runs the same row writes with and without what the seed has, in turns, on a cluster of its own (PostgreSQL
15, no fsync and no full-page images, so that neither the disk nor the last checkpoint is measured). A call is a
transaction; WAL is what the server wrote, time what one connection waited. Medians of the rounds.
"""

import statistics
import sys
import time
from collections.abc import Iterator

from psycopg import Connection
from tests.clusters import empty_cluster

from benchmarks import slots
from runner import sqitch, testing

SESSION = f"('00000000-0000-4000-8000-' || lpad((1 + n % {slots.PLAYERS})::text, 12, '0'))::uuid"
SPIN = f"perform bench.act({SESSION}, gen_random_uuid()::text)"

# (what is measured, the statement of call number n, what the seed has besides, how to undo it)
CASES = [
    (
        "slots: a wallet operation, with idx_wallet_balance",
        f"perform bench.wallet_operation({SESSION}, gen_random_uuid()::text)",
        "create index idx_wallet_balance on slots.wallets (balance)",
        "drop index slots.idx_wallet_balance",
    ),
    (
        "slots: a change of state, with idx_sessions_state",
        "update slots.sessions set state = case state when 'Playing' then 'Evaluating' else 'Playing' end::slots.game_state"
        f" where session_id = {SESSION}",
        "create index idx_sessions_state on slots.sessions (state)",
        "drop index slots.idx_sessions_state",
    ),
    (
        "slots: a spin's writes, with idx_events_session, idx_rl_session and idx_rl_session_created",
        SPIN,
        "create index idx_events_session on slots.gameplay_events (session_id);"
        " create index idx_rl_session on slots.rl_store (session_id);"
        " create index idx_rl_session_created on slots.rl_store (session_id, created_at)",
        "drop index slots.idx_events_session, slots.idx_rl_session, slots.idx_rl_session_created",
    ),
    (
        "slots: a spin's writes, with unique indexes on event_id and id",
        SPIN,
        "create unique index surrogate on slots.gameplay_events (event_id, timestamp);"
        " create unique index surrogate_rl on slots.rl_store (id, created_at)",
        "drop index slots.surrogate, slots.surrogate_rl",
    ),
]

# 200 games played at the same time, 400 events each: the bytes of the indexes for each event
EVENTS = """
create schema seed;
create table seed.game_events (
  id uuid primary key default gen_random_uuid(), game_id uuid not null, event_index integer not null,
  unique (game_id, event_index)
);
create index game_events_game_id_idx on seed.game_events (game_id);
create index game_events_game_id_event_index_idx on seed.game_events (game_id, event_index);
create table seed.ours (
  game_id uuid, event_index integer, primary key (game_id, event_index) with (fillfactor = 100)
);
create table seed.games as select core.uuid_v7() as id from generate_series(1, 200);
do $$
begin
  for n in 1..400 loop
    insert into seed.game_events (game_id, event_index) select g.id, n from seed.games as g;
    insert into seed.ours select g.id, n from seed.games as g;
  end loop;
end
$$;
"""


def measure(connection: Connection, statement: str, calls: int, first: int) -> tuple[float, float]:
    """Return the WAL bytes and the microseconds of a call."""
    wal = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
    (before,) = connection.execute(wal).fetchone() or (0,)
    start = time.perf_counter()
    connection.execute(
        f"do $$ begin for n in {first}..{first + calls - 1} loop {statement}; commit; end loop; end $$".encode()
    )
    seconds = time.perf_counter() - start
    (after,) = connection.execute(wal).fetchone() or (0,)
    return float(after - before) / calls, seconds / calls * 1e6


def change(with_seed: float, without: float) -> str:
    """Return a difference in percent."""
    return f"{(with_seed / without - 1) * 100:+.0f} %"


def lines(connection: Connection, calls: int, rounds: int) -> Iterator[str]:
    """Set up in a deployed database, measure each case, return a line for each."""
    connection.execute((slots.SETUP + slots.WALLET_FLOOR + slots.ACT_FLOOR).encode())
    for name, statement, add, drop in CASES:
        measure(connection, statement, calls, 1)
        samples: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
        for number in range(rounds):
            samples[False].append(measure(connection, statement, calls, 1 + calls * number))
            connection.execute(add.encode())
            samples[True].append(measure(connection, statement, calls, 1 + calls * number))
            connection.execute(drop.encode())
        (our_wal, our_time), (seed_wal, seed_time) = (
            tuple(statistics.median(values) for values in zip(*samples[kind], strict=True))
            for kind in (False, True)
        )
        yield (
            f"{name}: WAL {our_wal:.0f} -> {seed_wal:.0f} bytes ({change(seed_wal, our_wal)}),"
            f" time {our_time:.0f} -> {seed_time:.0f} µs ({change(seed_time, our_time)})"
        )
    connection.execute(EVENTS.encode())
    for name, table in (("the seed's", "game_events"), ("ours", "ours")):
        (size,) = connection.execute(
            f"select pg_indexes_size('seed.{table}') / 80000.0".encode()
        ).fetchone() or (0,)
        yield f"cards: bytes of the indexes for each event, {name}: {float(size):.0f}"


def main(calls: int = 1500, rounds: int = 5) -> None:
    """Deploy into a cluster of its own and print the lines."""
    with empty_cluster("measure", "15") as (_, server):
        testing.run_scripts(server, "postgres", [c.script("deploy") for c in sqitch.plan()])
        with server.connect("postgres") as connection:
            for line in lines(connection, calls, rounds):
                print(line)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
