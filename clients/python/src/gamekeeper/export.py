"""Exports the experiences of slots: every episode whole and in order, to Parquet, JSON lines or a Minari dataset.

Needs the extra `export` (pyarrow, ADBC), and `minari` for `to_minari`. `python -m gamekeeper.export experiences.parquet` is the
command, `export` the function; `episodes` yields the same to a program. docs/experience.md, "Export", is the guide.

An export is as of an instant before which nothing can appear any more, because every transaction that began before it is over. Steps
come by session and step, in pages by key, with COPY in its binary form straight into Arrow batches (ADBC). The typed columns are read
out of the documents here, whole batches at once, which costs less than the server's reading one of them after the other. An episode
that goes on at that instant is truncated after its last step before it.

The file OUT.cursor.json says how far a run got; it is replaced whenever a part is safely written. After a kill, the next run cuts off
what the cursor does not cover and goes on; what it leaves is, byte by byte, what a run without a kill leaves. After a finished run, the
next one adds what was played since: an episode that went on then has a second piece, which its `event_index` tells.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import queue
import re
import shutil
import sys
import threading
import uuid
from collections.abc import Callable, Generator, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import adbc_driver_postgresql.dbapi
import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json
import pyarrow.parquet as pq

PAGE_ROWS = 131_072
DATASET_PAGE_ROWS = 1000
GROUP_ROWS = 65_536
PART_GROUPS = 4
BATCH_BYTES = 4 * 1024 * 1024
QUEUED_BATCHES = 4
# So many JSON lines are made and written at once: few enough that they do not leave the processor's cache in between.
LINES = 4096
# A transaction reads its clock a moment before it shows up in pg_stat_activity, so what is younger than
# this waits for the next run.
MOMENT_SECONDS = 0.2
# Each column's name, how slots.rl_store tells it, how slots.experience does, and its type.
COLUMNS = [
    ("obs", "state::text", "obs::text", pa.string()),
    ("action", "action::text", "action::text", pa.string()),
    ("reward", "reward", "reward", pa.float64()),
    ("next_obs", "next_state::text", "next_obs::text", pa.string()),
    ("terminated", "done and truncated is not true", "terminated", pa.bool_()),
    ("truncated", "truncated is true", "truncated", pa.bool_()),
    ("session_id", "session_id", "session_id", pa.string()),
    ("event_index", "event_index", "event_index", pa.int64()),
    ("balance", "balance::float8", "(info ->> 'balance')::float8", pa.float64()),
    ("game_id", "game_id", "game_id", pa.string()),
    ("policy", "policy", "policy", pa.string()),
    ("probability", "probability", "probability", pa.float64()),
    ("created_at", "created_at", "created_at", pa.timestamp("us", "UTC")),
    ("_v", "_v", "_v", pa.int16()),
]
# What is read out of the documents here: each document's fields, in the order of the columns.
OBSERVATION = pa.schema(
    {
        "state": pa.string(),
        "balanceChange": pa.float64(),
        "pendingBet": pa.float64(),
        "spins": pa.float64(),
    }
)
ACTION = pa.schema(
    {
        "type": pa.string(),
        "amount": pa.float64(),
        "next": pa.struct({"amount": pa.float64()}),
    }
)
OBSERVED = [
    ("state", pa.string()),
    ("balance_change", pa.float64()),
    ("pending_bet", pa.float64()),
    ("spins", pa.int64()),
]
TYPED = [
    *((f"obs_{name}", kind) for name, kind in OBSERVED),
    ("action_type", pa.string()),
    ("action_amount", pa.float64()),
    ("action_next_amount", pa.float64()),
    *((f"next_obs_{name}", kind) for name, kind in OBSERVED),
]
ALWAYS = {
    *("obs", "action", "reward", "next_obs", "terminated", "truncated"),
    *("session_id", "event_index", "created_at", "_v"),
}
SCHEMA = pa.schema(
    [
        pa.field(name, kind, nullable=name not in ALWAYS)
        for name, kind in [*((name, kind) for name, _, _, kind in COLUMNS), *TYPED]
    ],
    metadata={"json": "obs, action and next_obs hold JSON documents"},
)
OPEN_SINCE = """
select
  (select min(xact_start) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()),
  exists (select from pg_prepared_xacts where database = current_database()),
  pg_has_role(current_user, 'pg_read_all_stats', 'usage')
"""
SIZE = """
select sum(greatest(c.reltuples, 0))::bigint
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'slots.rl_store'::regclass
"""
# The key's order is that of the store's primary key; a page must never sort what is left of the store.
SETTINGS = "set enable_sort = off; set max_parallel_workers_per_gather = 0; set jit = off"
FIRST = ("00000000-0000-0000-0000-000000000000", 0)
Key = tuple[str, int]
Progress = Callable[[int, int | None], None]


class CannotExport(Exception):
    """What stops an export: one line that says what is wrong and what to do."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        """Keep the line, and the exit code of the command: 2 where it was called wrongly."""
        super().__init__(message)
        self.exit_code = exit_code


@dataclass(frozen=True)
class Origin:
    """Which steps: those of a dataset, or those created from `since` to before `until`, of all or of one session."""

    session: str | None = None
    dataset: str | None = None
    since: str | None = None
    until: str | None = None

    def page(self, after: Key) -> tuple[str, int]:
        """Return the query for the steps after a key, by session and step, and how many it finds at most."""
        if self.dataset:
            names = ", ".join(f"{told} as {name}" for name, _, told, _ in COLUMNS)
            cursor = json.dumps({"session_id": after[0], "event_index": after[1]})
            source = f"slots.rl_export_dataset('{self.dataset}', '{cursor}', {DATASET_PAGE_ROWS})"
            return f"select {names} from {source}", DATASET_PAGE_ROWS
        names = ", ".join(f"{stored} as {name}" for name, stored, _, _ in COLUMNS)
        where = [
            f"created_at < '{self.until}'",
            f"(session_id, event_index) > ('{after[0]}', {after[1]})",
        ]
        if self.since:
            where.append(f"created_at >= '{self.since}'")
        if self.session:
            where.append(f"session_id = '{self.session}'")
        rest = f"order by rl_store.session_id, rl_store.event_index limit {PAGE_ROWS}"
        return (
            f"select {names} from slots.rl_store where {' and '.join(where)} {rest}",
            PAGE_ROWS,
        )


@dataclass
class Cursor:
    """How far an export got: what OUT.cursor.json holds."""

    format: str
    session: str | None = None
    dataset: str | None = None
    since: str | None = None
    until: str | None = None
    after_session: str = FIRST[0]
    after_index: int = FIRST[1]
    rows: int = 0
    size: int = 0
    parts: int = 0
    finished: bool = False
    version: int = 2

    @property
    def origin(self) -> Origin:
        """The steps that are exported."""
        return Origin(self.session, self.dataset, self.since, self.until)

    @classmethod
    def read(cls, file: Path) -> Cursor | None:
        """Read a cursor; None where no export has begun."""
        if not file.exists():
            return None
        try:
            return cls(**json.loads(file.read_text()))
        except (ValueError, TypeError) as error:
            raise CannotExport(f"{file} is no cursor of an export: {error}") from None

    def write(self, file: Path) -> None:
        """Replace the cursor file in one step, once its content is on disk."""
        fresh = file.with_name(file.name + ".new")
        with fresh.open("w") as opened:
            json.dump(asdict(self), opened, indent=1)
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(file)


class Sink(Protocol):
    """Where steps go; `settle` makes all that was written safe and notes it in the cursor."""

    def write(self, steps: pa.Table) -> None: ...

    def settle(self, cursor: Cursor) -> None: ...

    def close(self) -> None: ...


class JsonLines:
    """Appends to one file, a Gymnasium step record to a line."""

    def __init__(self, path: Path, cursor: Cursor) -> None:
        """Open the file and cut off what the cursor does not cover."""
        path.touch()
        if path.stat().st_size < cursor.size:
            raise CannotExport(f"{path} is shorter than its cursor says; export to another file")
        self.file = path.open("r+b")
        self.file.truncate(cursor.size)
        self.file.seek(cursor.size)

    def write(self, steps: pa.Table) -> None:
        """Write steps: the documents are JSON already, so lines are joined column by column."""
        for batch in steps.to_batches(max_chunksize=LINES):
            self.file.write(text_of(lines_of(batch)))

    def settle(self, cursor: Cursor) -> None:
        """Bring the file to disk."""
        self.file.flush()
        os.fsync(self.file.fileno())
        cursor.size = self.file.tell()

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def lines_of(batch: pa.RecordBatch) -> pa.StringArray:
    """Return a line for each step."""
    column = batch.column
    if not pc.all(pc.is_finite(column("reward"))).as_py():
        raise CannotExport("a reward is not finite: JSON has no number for it; export to Parquet")
    return pc.binary_join_element_wise(
        '{"obs": ',
        *(column("obs"), ', "action": ', column("action")),
        *(', "reward": ', column("reward").cast(pa.string()), ', "next_obs": ', column("next_obs")),
        *(', "terminated": ', column("terminated").cast(pa.string())),
        *(', "truncated": ', column("truncated").cast(pa.string())),
        *(', "info": {"session_id": "', column("session_id")),
        *('", "event_index": ', column("event_index").cast(pa.string())),
        *(', "balance": ', number(column("balance")), '}, "game_id": ', quoted(column("game_id"))),
        *(', "policy": ', quoted(column("policy"))),
        *(', "probability": ', number(column("probability"))),
        *(', "created_at": "', instant(column("created_at")), 'Z", "_v": '),
        column("_v").cast(pa.string()),
        "}\n",
        "",
    )


def number(values: pa.DoubleArray) -> pa.StringArray:
    """Return numbers as JSON has them."""
    return pc.fill_null(values.cast(pa.string()), "null")


def instant(values: pa.TimestampArray) -> pa.StringArray:
    """Return instants in UTC as ISO 8601 has them, without the Z. (strftime takes half as long as all the rest of a line.)"""
    spaced = values.cast(pa.timestamp("us")).cast(pa.string())
    return pc.binary_replace_slice(spaced, 10, 11, "T")


def quoted(values: pa.StringArray) -> pa.StringArray:
    """Return texts without control characters as JSON has them."""
    escaped = pc.replace_substring(pc.replace_substring(values, "\\", "\\\\"), '"', '\\"')
    return pc.fill_null(pc.binary_join_element_wise('"', escaped, '"', ""), "null")


def text_of(lines: pa.StringArray) -> memoryview:
    """Return the bytes of all strings of an array, which lie one after the other."""
    _, offsets, data = lines.buffers()
    first, last = lines.offset, lines.offset + len(lines)
    places = memoryview(offsets).cast("i")
    return memoryview(data)[places[first] : places[last]]


class Parquet:
    """Writes a folder of Parquet files, each of so many rows; each appears whole or not at all."""

    def __init__(self, path: Path, cursor: Cursor) -> None:
        """Make the folder and remove the parts that the cursor does not cover."""
        path.mkdir(exist_ok=True)
        self.folder = path
        covered = {self.part(number) for number in range(cursor.parts)}
        found = set(path.glob("part-*.parquet"))
        if covered - found:
            raise CannotExport(
                f"{path} lacks parts that its cursor says are there; export elsewhere"
            )
        for extra in (found - covered) | set(path.glob("part-*.new")):
            extra.unlink()
        self.parts = cursor.parts
        self.writer: pq.ParquetWriter | None = None

    def part(self, number: int) -> Path:
        """Return the name of a part."""
        return self.folder / f"part-{number:06d}.parquet"

    def growing(self) -> Path:
        """Return the name of the part that is being written."""
        return self.part(self.parts).with_suffix(".new")

    def write(self, steps: pa.Table) -> None:
        """Add steps as a row group."""
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.growing(), SCHEMA, compression="zstd")
        table = with_types(steps.combine_chunks())
        self.writer.write_table(table, row_group_size=table.num_rows)

    def settle(self, cursor: Cursor) -> None:
        """Finish the part, if there is one."""
        if self.writer:
            self.close()
            with self.growing().open("rb") as written:
                os.fsync(written.fileno())
            self.growing().rename(self.part(self.parts))
            self.parts += 1
        cursor.parts = self.parts

    def close(self) -> None:
        """Close the file that is being written."""
        if self.writer:
            self.writer.close()
            self.writer = None


def with_types(steps: pa.Table) -> pa.Table:
    """Add what the documents hold as columns."""
    observed = [read_out(steps.column(name), OBSERVATION) for name in ("obs", "next_obs")]
    action = read_out(steps.column("action"), ACTION)
    following = pc.struct_field(action.column("next"), "amount")
    found = [
        *observed[0].columns,
        *(action.column("type"), action.column("amount"), following),
        *observed[1].columns,
    ]
    typed = [values.cast(kind) for values, (_, kind) in zip(found, TYPED, strict=True)]
    return pa.Table.from_arrays([*steps.columns, *typed], schema=SCHEMA)


def read_out(documents: pa.ChunkedArray, fields: pa.Schema) -> pa.Table:
    """Return fields of JSON documents as columns, null where one lacks it."""
    lines = pc.binary_join_element_wise(documents.combine_chunks(), "\n", "")
    text = text_of(lines)
    try:
        return pa.json.read_json(
            pa.BufferReader(text),
            pa.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
            pa.json.ParseOptions(explicit_schema=fields, unexpected_field_behavior="ignore"),
        )
    except pa.ArrowInvalid as problem:
        raise CannotExport(
            f"a document has a field of another type: {problem}; export to JSON lines"
        ) from None


FORMATS: dict[str, type[JsonLines] | type[Parquet]] = {"jsonl": JsonLines, "parquet": Parquet}


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for."""
    ending = path.suffix.removeprefix(".")
    if ending not in FORMATS:
        raise CannotExport(f"{path}: the name must end in .jsonl or .parquet", 2)
    return ending


def closed_instant(conn: psycopg.Connection[Any], settle: float | None) -> str:
    """Return an instant before which no experience can appear any more.

    An experience's created_at is never before its transaction's start; so what began before the
    oldest open transaction is decided. With `settle`, transactions are taken to last no longer.
    """
    # Read before the others' starts: what begins later is not before it.
    (recent,) = one(
        conn,
        "select clock_timestamp() - make_interval(secs => %s)",
        MOMENT_SECONDS if settle is None else settle,
    )
    if settle is not None:
        return utc(recent)
    since, prepared, sees_all = one(conn, OPEN_SINCE)
    if not sees_all:
        raise CannotExport(
            "this role can't see how old other transactions are: grant it pg_read_all_stats,"
            " or give --settle SECONDS, longer than any transaction lasts"
        )
    if prepared:
        raise CannotExport(
            "a prepared transaction is open and its age unknown: finish it (pg_prepared_xacts),"
            " or give --settle SECONDS"
        )
    return utc(min(recent, since) if since else recent)


def one(conn: psycopg.Connection[Any], query: str, *parameters: object) -> tuple[Any, ...]:
    """Return the one row of a query."""
    row: tuple[Any, ...] | None = conn.execute(query.encode(), parameters).fetchone()
    if row is None:
        raise CannotExport("the server returned no row")
    return row


def utc(instant: datetime) -> str:
    """Return an instant in UTC, as text."""
    return instant.astimezone(UTC).isoformat()


def checked_session(session: str | None) -> str | None:
    """Return a session's id in its canonical form."""
    if session is None:
        return None
    try:
        return str(uuid.UUID(session))
    except ValueError:
        raise CannotExport(f"{session} is not a session's id", 2) from None


def checked_dataset(dataset: str | None) -> str | None:
    """Return the name of a dataset, which stands in queries as it is."""
    if dataset is not None and not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}-v[0-9]{1,9}", dataset):
        raise CannotExport(f"{dataset} is not a dataset's name and version, like greedy-v0", 2)
    return dataset


def checked_instant(after: str | None) -> str | None:
    """Return an instant in its canonical form; without a zone it is UTC."""
    if after is None:
        return None
    try:
        instant = datetime.fromisoformat(after)
    except ValueError:
        raise CannotExport(f"{after} is not an instant like 2026-11-20T22:00:00Z", 2) from None
    return utc(instant if instant.tzinfo else instant.replace(tzinfo=UTC))


def is_known(conn: psycopg.Connection[Any], session: str) -> bool:
    """Tell whether the caller may read a session, or experiences of it."""
    query = (
        "select exists (select from slots.rl_store where session_id = %(session)s)"
        " or exists (select from slots.sessions where session_id = %(session)s)"
    )
    return conn.execute(query, {"session": session}).fetchone() == (True,)


def steps_of_dataset(conn: psycopg.Connection[Any], dataset: str) -> int:
    """Return how many steps a dataset has."""
    after = None
    query = "select d.dataset, d.steps from slots.list_rl_datasets(%s, 1000) as d"
    while rows := conn.execute(query, (after,)).fetchall():
        for name, steps in rows:
            if name == dataset:
                return int(steps)
        after = rows[-1][0]
    raise CannotExport(f"there is no dataset {dataset}", 2)


def size_of(conn: psycopg.Connection[Any], origin: Origin) -> int | None:
    """Return about how many steps there are to export, None where nobody knows; refuse what is not there."""
    if one(conn, "select to_regclass('slots.rl_store')") == (None,):
        raise CannotExport("there is no slots.rl_store: deploy first (scripts/gamekeeper deploy)")
    if origin.dataset:
        return steps_of_dataset(conn, origin.dataset)
    if origin.session:
        if not is_known(conn, origin.session):
            raise CannotExport(f"there is no session {origin.session} that you may read", 2)
        return None
    (size,) = one(conn, SIZE)
    return size or None


def batches(conninfo: str, origin: Origin, after: Key) -> Iterator[pa.RecordBatch]:
    """Stream the steps after a key as Arrow batches of a few megabytes, by session and step."""
    with (
        adbc_driver_postgresql.dbapi.connect(conninfo, autocommit=True) as conn,
        conn.cursor() as cursor,
    ):
        for setting in SETTINGS.split(";"):
            cursor.execute(setting)
        found = limit = 1
        while found == limit:
            query, limit = origin.page(after)
            cursor.adbc_statement.set_options(
                **{"adbc.postgresql.batch_size_hint_bytes": str(BATCH_BYTES)}
            )
            cursor.execute(query)
            found = 0
            for fetched in cursor.fetch_record_batch():
                if fetched.num_rows:
                    batch = with_ids(fetched)
                    found += batch.num_rows
                    after = last_key(batch)
                    yield batch


def with_ids(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Write ids as text, each of them once."""
    columns = [
        ids_of(values) if name.endswith("_id") else values
        for name, values in zip(batch.schema.names, batch.columns, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, batch.schema.names)


def ids_of(values: pa.Array) -> pa.StringArray:
    """Return ids in their canonical form; the server sends their sixteen bytes."""
    stored = values.storage if isinstance(values, pa.ExtensionArray) else values
    found = stored.cast(pa.binary(16)).dictionary_encode()
    texts = [str(uuid.UUID(bytes=each)) for each in found.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(found.indices)


def last_key(steps: pa.RecordBatch | pa.Table) -> Key:
    """Return session and step of the last row."""
    return steps.column("session_id")[-1].as_py(), steps.column("event_index")[-1].as_py()


def marked(found: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Truncate the last step of each episode that is not over: what follows it is another's, or nothing."""
    held: pa.RecordBatch | None = None
    for batch in found:
        if held is not None:
            yield with_ends(held, batch.column("session_id").slice(0, 1))
        held = batch
    if held is not None:
        yield with_ends(held, pa.nulls(1, pa.string()))


def with_ends(batch: pa.RecordBatch, follower: pa.StringArray) -> pa.RecordBatch:
    """Truncate what the next row does not go on with; `follower` is the session of the row after the batch."""
    session = batch.column("session_id")
    after = pa.concat_arrays([session.slice(1), follower])
    is_last = pc.fill_null(pc.not_equal(session, after), True)
    is_cut = pc.and_not(is_last, batch.column("terminated"))
    place = batch.schema.get_field_index("truncated")
    truncated = pc.or_(batch.column(place), is_cut)
    columns = [truncated if at == place else each for at, each in enumerate(batch.columns)]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def ahead(found: Iterator[pa.RecordBatch]) -> Generator[pa.RecordBatch, None, None]:
    """Yield batches that a thread fetches while the ones before are used."""
    fetched: queue.Queue[pa.RecordBatch | BaseException | None] = queue.Queue(QUEUED_BATCHES)
    is_over = threading.Event()

    def fetch() -> None:
        end: BaseException | None = None
        try:
            for batch in found:
                fetched.put(batch)
                if is_over.is_set():
                    break
        except BaseException as error:
            end = error
        fetched.put(end)

    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    try:
        while isinstance(item := fetched.get(), pa.RecordBatch):
            yield item
        if item is not None:
            raise item
    finally:
        is_over.set()
        while thread.is_alive():
            with contextlib.suppress(queue.Empty):
                fetched.get(timeout=0.05)


def groups(found: Iterator[pa.RecordBatch], rows: int) -> Iterator[pa.Table]:
    """Yield tables of exactly so many rows; the last one has what is left."""
    kept: list[pa.RecordBatch] = []
    many = 0
    for batch in found:
        left = batch
        while many + left.num_rows >= rows:
            yield pa.Table.from_batches([*kept, left.slice(0, rows - many)])
            left = left.slice(rows - many)
            kept, many = [], 0
        if left.num_rows:
            kept.append(left)
            many += left.num_rows
    if kept:
        yield pa.Table.from_batches(kept)


def forget(path: Path, cursor_file: Path) -> None:
    """Remove an export's output and cursor, and nothing that no export wrote."""
    if Cursor.read(cursor_file) is None:
        return
    parts = [*path.glob("part-*.parquet"), *path.glob("part-*.new")] if path.is_dir() else [path]
    for file in [*parts, cursor_file]:
        file.unlink(missing_ok=True)
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def begin(
    conn: psycopg.Connection[Any],
    path: Path,
    cursor_file: Path,
    asked: Cursor,
    settle: float | None,
) -> Cursor:
    """Return the cursor to go on from: that of an unfinished run, of what came since, or a first one."""
    found = Cursor.read(cursor_file)
    if found is None and path.exists():
        raise CannotExport(
            f"{path} is there but its cursor {cursor_file} is not; name another file"
        )
    if found is not None:
        if asked.since:
            raise CannotExport(
                f"{cursor_file} says where to go on; --after is for a first export", 2
            )
        kinds = [(each.session, each.dataset, each.format) for each in (found, asked)]
        if kinds[0] != kinds[1]:
            raise CannotExport(
                f"{cursor_file} is of an export of another session, dataset or format", 2
            )
        if not found.finished or found.dataset:
            return found
        asked.since, asked.rows = found.until, found.rows
        asked.size, asked.parts = found.size, found.parts
    if not asked.dataset:
        asked.until = closed_instant(conn, settle)
    return asked


def export(
    conninfo: str,
    path: Path,
    *,
    session: str | None = None,
    dataset: str | None = None,
    after: str | None = None,
    settle: float | None = None,
    restart: bool = False,
    progress: Progress = lambda *_: None,
) -> Cursor:
    """Export to a file .jsonl or a folder .parquet what is new since the last run, and return the cursor.

    All sessions, one `session`, or a frozen `dataset`; `after` leaves out what was created before an instant. `settle` trusts that
    no transaction lasts longer than so many seconds, for a role that can't see it. `restart` drops what an earlier run wrote.
    `progress` gets the rows so far, and about how many there will be (None where nobody knows).
    """
    cursor_file = path.with_name(path.name + ".cursor.json")
    asked = Cursor(
        format_of(path), checked_session(session), checked_dataset(dataset), checked_instant(after)
    )
    if asked.dataset and (asked.session or asked.since):
        raise CannotExport("a dataset is exported whole: give neither --session nor --after", 2)
    with psycopg.connect(conninfo, autocommit=True) as conn:
        size = size_of(conn, asked.origin)
        if restart:
            forget(path, cursor_file)
        cursor = begin(conn, path, cursor_file, asked, settle)
    # Before the first row, so that a killed run is gone on with and not mistaken for another's file.
    cursor.write(cursor_file)
    if not cursor.finished:
        write(conninfo, path, cursor_file, cursor, lambda rows: progress(rows, size))
    progress(cursor.rows, cursor.rows)
    return cursor


def write(
    conninfo: str, path: Path, cursor_file: Path, cursor: Cursor, progress: Callable[[int], None]
) -> None:
    """Write what the cursor does not cover yet."""
    form = FORMATS[cursor.format]
    sink: Sink = form(path, cursor)
    after = (cursor.after_session, cursor.after_index)
    found = ahead(batches(conninfo, cursor.origin, after))
    with contextlib.closing(found), contextlib.closing(sink):
        for count, steps in enumerate(groups(marked(found), GROUP_ROWS), 1):
            sink.write(steps)
            cursor.rows += steps.num_rows
            cursor.after_session, cursor.after_index = last_key(steps)
            if count % PART_GROUPS == 0:
                settle_part(sink, cursor, cursor_file)
            progress(cursor.rows)
        cursor.finished = True
        settle_part(sink, cursor, cursor_file)


def settle_part(sink: Sink, cursor: Cursor, cursor_file: Path) -> None:
    """Note that what was written is safe."""
    sink.settle(cursor)
    cursor.write(cursor_file)


def episodes(
    conninfo: str,
    *,
    session: str | None = None,
    dataset: str | None = None,
    settle: float | None = None,
) -> Iterator[pa.Table]:
    """Yield each episode, whole and in order, as a table with the columns of the Parquet files."""
    origin = Origin(checked_session(session), checked_dataset(dataset))
    with psycopg.connect(conninfo, autocommit=True) as conn:
        size_of(conn, origin)
        if not dataset:
            origin = Origin(origin.session, None, None, closed_instant(conn, settle))
    begun: list[pa.RecordBatch] = []
    found = ahead(batches(conninfo, origin, FIRST))
    with contextlib.closing(found):
        for batch in marked(found):
            first = 0
            is_end = pc.or_(batch.column("terminated"), batch.column("truncated"))
            for last in pc.indices_nonzero(is_end).to_pylist():
                yield with_types(
                    pa.Table.from_batches([*begun, batch.slice(first, last + 1 - first)])
                )
                begun, first = [], last + 1
            if first < batch.num_rows:
                begun.append(batch.slice(first))


def to_minari(
    conninfo: str,
    dataset_id: str,
    game: str | uuid.UUID | None = None,
    *,
    dataset: str | None = None,
    settle: float | None = None,
    progress: Progress = lambda *_: None,
    **facts: Any,
) -> Any:
    """Write every stored episode, or those of a frozen dataset, as a Minari dataset, and return it.

    Episodes of form 1 are left out: their observations lack what the space has. With `game` the environment can be recovered;
    `facts` go to Minari (author, description). A dataset that a killed run left without an episode is begun again.
    """
    import gymnasium
    import minari
    import numpy as np
    from minari.data_collector import EpisodeBuffer
    from minari.storage import get_dataset_path

    from gamekeeper.gym import ACTIONS, STATES, action_space, observation_space

    def numbers(steps: pa.Table, name: str) -> Any:
        return steps.column(name).to_numpy()[:, None]

    def buffers() -> Iterator[EpisodeBuffer]:
        rows = many = 0
        for steps in episodes(conninfo, dataset=dataset, settle=settle):
            if steps.column("obs_balance_change").null_count:
                continue
            first = steps.slice(0, 1)
            seen = {
                space: np.concatenate(
                    [numbers(first, f"obs_{name}"), numbers(steps, f"next_obs_{name}")]
                )
                for space, name in (
                    ("balanceChange", "balance_change"),
                    ("pendingBet", "pending_bet"),
                    ("spins", "spins"),
                )
            }
            states = (
                first.column("obs_state").to_pylist() + steps.column("next_obs_state").to_pylist()
            )
            amounts = pc.coalesce(
                steps.column("action_amount"), steps.column("action_next_amount"), 0.0
            )
            kinds = steps.column("action_type").to_pylist()
            yield EpisodeBuffer(
                id=many,
                observations={"state": np.array([STATES.index(each) for each in states]), **seen},
                actions={
                    "type": np.array([ACTIONS.index(each) for each in kinds]),
                    "amount": amounts.to_numpy()[:, None],
                },
                rewards=steps.column("reward").to_pylist(),
                terminations=steps.column("terminated").to_pylist(),
                truncations=steps.column("truncated").to_pylist(),
                infos=None,
            )
            rows, many = rows + steps.num_rows, many + 1
            progress(rows, None)

    forget_unfinished(Path(get_dataset_path(dataset_id)))
    return minari.create_dataset_from_buffers(
        dataset_id=dataset_id,
        buffer=buffers(),
        env=None if game is None else gymnasium.spec("gamekeeper/Slots-v0"),
        observation_space=observation_space(),
        action_space=action_space(),
        **facts,
    )


def forget_unfinished(folder: Path) -> None:
    """Remove a Minari dataset whose making was interrupted: it says that it has no episodes."""
    metadata = folder / "data" / "metadata.json"
    if metadata.exists() and json.loads(metadata.read_text())["total_episodes"] == 0:
        shutil.rmtree(folder)


def show(rows: int, size: int | None) -> None:
    """Write how far an export got over the line before."""
    of = f" of about {size:,}" if size and size > rows else ""
    sys.stderr.write(f"\r{rows:,}{of} steps\x1b[K")
    sys.stderr.flush()


def main(arguments: list[str] | None = None) -> int:
    """Export from the command line and say what was written."""
    parser = argparse.ArgumentParser(
        prog="python -m gamekeeper.export",
        description="Export experiences of slots; run it again after a kill, or for what came since.",
    )
    parser.add_argument(
        "out", help="a file .jsonl, a folder .parquet, or the id of a Minari dataset"
    )
    parser.add_argument("--format", choices=[*FORMATS, "minari"], help="default: as OUT ends")
    parser.add_argument("--conninfo", default="", help="how to connect; default: PG*")
    parser.add_argument("--session", help="only this session")
    parser.add_argument("--dataset", help="a frozen dataset, like greedy-v0")
    parser.add_argument("--game", help="with --format minari: the game to recover as environment")
    parser.add_argument("--after", help="begin with what was created at this instant")
    parser.add_argument(
        "--settle", type=float, metavar="SECONDS", help="trust that no transaction lasts longer"
    )
    parser.add_argument("--restart", action="store_true", help="drop OUT and begin anew")
    asked = parser.parse_args(arguments)
    progress: Progress = show if sys.stderr.isatty() else lambda *_: None
    try:
        if asked.format == "minari":
            if asked.session or asked.after or asked.restart:
                raise CannotExport("--format minari takes --dataset, --game and --settle only", 2)
            made = to_minari(
                *(asked.conninfo, asked.out, asked.game),
                dataset=asked.dataset,
                settle=asked.settle,
                progress=progress,
            )
            said = (
                f"{asked.out} holds {made.total_steps:,} steps in {made.total_episodes:,} episodes."
            )
        else:
            if asked.format and not asked.out.endswith(f".{asked.format}"):
                raise CannotExport(f"{asked.out}: the name must end in .{asked.format}", 2)
            cursor = export(
                *(asked.conninfo, Path(asked.out)),
                session=asked.session,
                dataset=asked.dataset,
                after=asked.after,
                settle=asked.settle,
                restart=asked.restart,
                progress=progress,
            )
            said = told(Path(asked.out), cursor)
    except (CannotExport, psycopg.Error) as problem:
        sys.stderr.write(f"export: {str(problem).strip()}\n")
        return getattr(problem, "exit_code", 1)
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    print(said)
    return 0


def told(path: Path, cursor: Cursor) -> str:
    """Return what to say of an export that is done."""
    if cursor.dataset:
        return f"{path} holds {cursor.dataset}: {cursor.rows:,} steps."
    return (
        f"{path} holds {cursor.rows:,} steps, all before {cursor.until}."
        " Run it again for what came since."
    )


if __name__ == "__main__":
    sys.exit(main())
