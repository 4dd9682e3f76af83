"""The exporter against the same columns through a bare COPY that nobody parses, and that follows no order."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from gamekeeper import export as exporter

from benchmarks.harness import Bar, Case, Context, Sample, Variant

COPY = "copy (select {} from slots.rl_store) to stdout (format binary)"
# What the exporter writes, as the server tells it.
DOCUMENTS = """
state::text, action::text, reward, next_state::text, done and truncated is not true, truncated is true, session_id::text,
event_index, balance::float8, game_id::text, policy, probability, created_at, _v
"""
TYPED = """
state ->> 'state', (state -> 'balanceChange')::float8, (state -> 'pendingBet')::float8, (state -> 'spins')::bigint,
action ->> 'type', (action -> 'amount')::float8, (action #> '{next,amount}')::float8, next_state ->> 'state',
(next_state -> 'balanceChange')::float8, (next_state -> 'pendingBet')::float8, (next_state -> 'spins')::bigint
"""
# Sessions and blocks do not matter to an export: triggers and foreign keys are off while it fills. A thousand sessions were
# played at once, so that no two steps of one lie side by side.
FILL = """
insert into slots.rl_store
  (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, policy, probability,
  truncated, balance)
select
  md5('session' || i % 1000)::uuid, i / 1000 + 1, core.uuid_v7(), md5('owner' || i % 1000)::uuid,
  jsonb_build_object('state', 'Playing', 'balanceChange', 1000.25 + i % 977, 'pendingBet', 0, 'spins', i / 1000),
  '{"type": "Spin", "amount": 1.0000}', i % 7 - 1.05,
  jsonb_build_object('state', 'Playing', 'balanceChange', 1000.5 + i % 977, 'pendingBet', 0, 'spins', i / 1000 + 1),
  i / 1000 = 999, now() - interval '1 hour', md5('game')::uuid, 'greedy@1', 0.25, false, 1000 + i % 977
from generate_series(0, :rows - 1) as i
"""


def fill(ctx: Context) -> None:
    """Fill the experience store with a million rows."""
    rows = ctx.size(1_000_000, 5_000)
    ctx.facts["rows"] = rows
    with ctx.conn.transaction():
        ctx.run("set local session_replication_role = replica")
        ctx.run(FILL.replace(":rows", str(rows)))


def timed(ctx: Context, work: Callable[[], object]) -> Sample:
    """Return how many rows a second some work handled."""
    start = time.perf_counter()
    work()
    rows = int(str(ctx.facts["rows"]))
    return Sample(rows / (time.perf_counter() - start), calls=1, bytes_per_row=0)


def bare_copy(columns: str) -> Callable[[Context], Sample]:
    """Return a measurement of receiving columns, as they lie, and throwing them away."""
    statement = COPY.replace("{}", columns).encode()

    def measure(ctx: Context) -> Sample:
        def receive() -> None:
            with psycopg.connect(ctx.conninfo) as conn, conn.cursor().copy(statement) as copy:
                for _ in copy:
                    pass

        return timed(ctx, receive)

    return measure


def to(ending: str) -> Callable[[Context], Sample]:
    """Return a measurement of an export to a new file in a format."""

    def measure(ctx: Context) -> Sample:
        with tempfile.TemporaryDirectory(prefix="gamekeeper-bench-") as folder:
            path = Path(folder, f"experiences.{ending}")
            return timed(ctx, lambda: exporter.export(ctx.conninfo, path))

    return measure


CASES = [
    Case(
        "slots",
        "rl_export through the Python exporter, 1 M rows",
        [
            Variant(
                "ours, Parquet",
                "episode by episode, COPY in binary form into Arrow batches (ADBC), typed columns read out of the documents, synced to disk",
                measure=to("parquet"),
            ),
            Variant(
                "ours, JSON lines",
                "episode by episode, COPY in binary form into Arrow batches (ADBC), lines joined by column, synced to disk",
                measure=to("jsonl"),
            ),
            Variant(
                "copy",
                "COPY (FORMAT binary) of the columns of the Parquet files, in no order, not parsed",
                measure=bare_copy(f"{DOCUMENTS}, {TYPED}"),
            ),
            Variant(
                "copy of documents",
                "COPY (FORMAT binary) of the columns of the JSON lines, in no order, not parsed",
                measure=bare_copy(DOCUMENTS),
            ),
        ],
        [
            Bar("ours, Parquet", ">=", 0.8, of="copy"),
            Bar("ours, JSON lines", ">=", 0.8, of="copy of documents"),
        ],
        setup=fill,
        clients=1,
        threads=1,
        rows_are="experiences",
    )
]
