"""Streams slots.rl_store to JSON lines or Parquet: the rows of slots.rl_export, in bounded memory.

A run exports a window of time: the experiences created from where the last run ended up to an instant
before which nothing can appear any more, because every transaction that began before it is over. So
later runs find exactly the rest, however long some transaction takes to commit.

Inside the window the store is read in the order in which it lies on disk, some blocks at a time, with
COPY in its binary form straight into Arrow batches (ADBC): sorting a million wide rows would take
longer than reading them. The file OUT.cursor.json says how far a run got; it is replaced after each
stretch of blocks, when the stretch's rows are safely written. After a kill, the next run cuts off what
the cursor does not cover and goes on. Rows of one session come in the order of its steps wherever the
server filled its pages in order; `info` holds session and step for who needs to be certain.
"""

import contextlib
import json
import os
import queue
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import adbc_driver_postgresql.dbapi
import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from runner import Problem

STRETCH_BLOCKS = 8192
QUEUED_BATCHES = 4
# A transaction reads its clock a moment before it shows up in pg_stat_activity, so what is younger than
# this waits for the next run.
MOMENT_SECONDS = 0.2
BATCH_BYTES = 4 * 1024 * 1024
COLUMNS = """
state::text, action::text, reward, next_state::text, done and truncated is not true, truncated is true,
session_id::text, event_index, balance::double precision, game_id::text, policy, probability, created_at, _v
"""
INFO = pa.struct(
    [("session_id", pa.string()), ("event_index", pa.int64()), ("balance", pa.float64())]
)
SCHEMA = pa.schema(
    [
        pa.field("obs", pa.string(), nullable=False),
        pa.field("action", pa.string(), nullable=False),
        pa.field("reward", pa.float64(), nullable=False),
        pa.field("next_obs", pa.string(), nullable=False),
        pa.field("terminated", pa.bool_(), nullable=False),
        pa.field("truncated", pa.bool_(), nullable=False),
        pa.field("info", INFO, nullable=False),
        pa.field("game_id", pa.string()),
        pa.field("policy", pa.string()),
        pa.field("probability", pa.float64()),
        pa.field("created_at", pa.timestamp("us", "UTC"), nullable=False),
        pa.field("_v", pa.int16(), nullable=False),
    ],
    metadata={"json": "obs, action and next_obs hold JSON documents"},
)
PARTITIONS = """
select c.oid::bigint, c.relname::text, coalesce(pg_relation_filenode(c.oid), 0)::bigint,
  pg_relation_size(c.oid) / current_setting('block_size')::bigint,
  pg_get_expr(c.relpartbound, c.oid)
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'slots.rl_store'::regclass
order by c.relname
"""
OPEN_SINCE = """
select
  (select min(xact_start) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()),
  exists (select from pg_prepared_xacts where database = current_database()),
  pg_has_role(current_user, 'pg_read_all_stats', 'usage')
"""


@dataclass
class Partition:
    """A partition as the window found it; another filenode means that its rows have moved."""

    oid: int
    name: str
    filenode: int
    blocks: int
    bound: str


@dataclass
class Cursor:
    """How far an export got: what OUT.cursor.json holds."""

    format: str
    session: str | None
    since: str | None
    until: str
    partitions: list[Partition]
    partition: int = 0
    block: int = 0
    rows: int = 0
    size: int = 0
    parts: int = 0
    finished: bool = False
    version: int = 1

    @classmethod
    def read(cls, file: Path) -> "Cursor | None":
        """Read a cursor; None where no export has begun."""
        if not file.exists():
            return None
        try:
            document = json.loads(file.read_text())
            partitions = [Partition(**each) for each in document.pop("partitions")]
            return cls(partitions=partitions, **document)
        except (ValueError, TypeError, KeyError) as error:
            raise Problem(f"{file} is no cursor of an export: {error}") from None

    def write(self, file: Path) -> None:
        """Replace the cursor file in one step, once its content is on disk."""
        fresh = file.with_name(file.name + ".new")
        with fresh.open("w") as opened:
            json.dump(asdict(self), opened, indent=1)
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(file)


@dataclass(frozen=True)
class Stretch:
    """A query for some of the window's rows, and where the cursor stands after it."""

    query: str
    partition: int
    block: int
    blocks: int


class Sink(Protocol):
    """Where batches go; `settle` makes all that was written safe and notes it in the cursor."""

    def write(self, batch: pa.RecordBatch) -> None: ...

    def settle(self, cursor: Cursor) -> None: ...

    def close(self) -> None: ...


class JsonLines:
    """Appends to one file, a Gymnasium step record to a line."""

    def __init__(self, path: Path, cursor: Cursor) -> None:
        """Open the file and cut off what the cursor does not cover."""
        path.touch()
        if path.stat().st_size < cursor.size:
            raise Problem(f"{path} is shorter than its cursor says; export to another file")
        self.file = path.open("r+b")
        self.file.truncate(cursor.size)
        self.file.seek(cursor.size)

    def write(self, batch: pa.RecordBatch) -> None:
        """Write a batch: the documents are JSON already, so lines are joined column by column."""
        obs, action, reward, next_obs, terminated, truncated, session, index, *more = batch.columns
        balance, game, policy, probability, created, version = more
        if not pc.all(pc.is_finite(reward)).as_py():
            raise Problem("a reward is not finite: JSON has no number for it; export to Parquet")
        lines = pc.binary_join_element_wise(
            '{"obs": ',
            *(obs, ', "action": ', action, ', "reward": ', reward.cast(pa.string())),
            *(', "next_obs": ', next_obs, ', "terminated": ', terminated.cast(pa.string())),
            *(
                ', "truncated": ',
                truncated.cast(pa.string()),
                ', "info": {"session_id": "',
                session,
            ),
            *('", "event_index": ', index.cast(pa.string()), ', "balance": ', number(balance)),
            *('}, "game_id": ', quoted(game), ', "policy": ', quoted(policy)),
            *(', "probability": ', number(probability), ', "created_at": "'),
            *(pc.strftime(created, "%Y-%m-%dT%H:%M:%SZ"), '", "_v": ', version.cast(pa.string())),
            "}\n",
            "",
        )
        self.file.write(text_of(lines))

    def settle(self, cursor: Cursor) -> None:
        """Bring the file to disk."""
        self.file.flush()
        os.fsync(self.file.fileno())
        cursor.size = self.file.tell()

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def number(values: pa.DoubleArray) -> pa.StringArray:
    """Return numbers as JSON has them."""
    return pc.fill_null(values.cast(pa.string()), "null")


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
    """Writes a folder of Parquet files, one to a stretch; each appears whole or not at all."""

    def __init__(self, path: Path, cursor: Cursor) -> None:
        """Make the folder and remove the parts that the cursor does not cover."""
        path.mkdir(exist_ok=True)
        self.folder = path
        covered = {self.part(number) for number in range(cursor.parts)}
        found = set(path.glob("part-*.parquet"))
        if covered - found:
            raise Problem(f"{path} lacks parts that its cursor says are there; export elsewhere")
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

    def write(self, batch: pa.RecordBatch) -> None:
        """Add a batch as a row group."""
        obs, action, reward, next_obs, terminated, truncated, session, index, *more = batch.columns
        balance, game, policy, probability, created, version = more
        info = pa.StructArray.from_arrays([session, index, balance], fields=list(INFO))
        columns = [obs, action, reward, next_obs, terminated, truncated, info]
        columns += [game, policy, probability, created, version]
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.growing(), SCHEMA)
        self.writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=SCHEMA))

    def settle(self, cursor: Cursor) -> None:
        """Finish the part, if the stretch had rows."""
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


FORMATS: dict[str, Callable[[Path, Cursor], Sink]] = {"jsonl": JsonLines, "parquet": Parquet}


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for."""
    ending = path.suffix.removeprefix(".")
    if ending not in FORMATS:
        raise Problem(f"{path}: the name must end in .jsonl or .parquet", 2)
    return ending


def closed_instant(conn: psycopg.Connection[Any], settle: float | None) -> datetime:
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
        raise Problem(
            "this role can't see how old other transactions are: grant it pg_read_all_stats,"
            " or give --settle SECONDS, longer than any transaction lasts"
        )
    if prepared:
        raise Problem(
            "a prepared transaction is open and its age unknown: finish it (pg_prepared_xacts),"
            " or give --settle SECONDS"
        )
    return utc(min(recent, since) if since else recent)


def one(conn: psycopg.Connection[Any], query: str, *parameters: object) -> tuple[Any, ...]:
    """Return the one row of a query."""
    row: tuple[Any, ...] | None = conn.execute(query.encode(), parameters).fetchone()
    if row is None:
        raise Problem("the server returned no row")
    return row


def utc(instant: datetime) -> datetime:
    """Return an instant in UTC."""
    return instant.astimezone(UTC)


def partitions(conn: psycopg.Connection[Any]) -> list[Partition]:
    """Return the store's partitions as they are now."""
    return [Partition(*row) for row in conn.execute(PARTITIONS.encode()).fetchall()]


def new_cursor(
    conn: psycopg.Connection[Any],
    name: str,
    session: str | None,
    since: str | None,
    settle: float | None,
) -> Cursor:
    """Open a window that begins at an instant, or with the first experience."""
    until = closed_instant(conn, settle).isoformat()
    # The sizes are read after the instant was fixed: no row of the window lies beyond them.
    return Cursor(name, session, since, until, [] if session else partitions(conn))


def check_layout(conn: psycopg.Connection[Any], cursor: Cursor) -> None:
    """Refuse to go on in a window whose rows have moved, for some would be lost or doubled."""
    now = {each.name: each for each in partitions(conn)}
    moved = [
        each.name
        for each in cursor.partitions
        if each.name in now and now[each.name].filenode != each.filenode
    ]
    dropped = [each.name for each in cursor.partitions if each.name not in now]
    known = {each.name for each in cursor.partitions}
    added = [
        name for name, each in now.items() if name not in known and begins_before(each, cursor)
    ]
    if moved or dropped or added:
        names = ", ".join([*moved, *dropped, *added])
        raise Problem(
            f"the store was rewritten under this unfinished export ({names}): start again with --restart"
        )


def begins_before(partition: Partition, cursor: Cursor) -> bool:
    """Say whether a partition can hold rows of the window."""
    lower = partition.bound.partition("FROM ('")[2].partition("'")[0]
    if not lower:
        return True
    with contextlib.suppress(ValueError):
        return utc(datetime.fromisoformat(lower)) < datetime.fromisoformat(cursor.until)
    return True


def stretches(cursor: Cursor) -> Iterator[Stretch]:
    """Yield the window's queries from where the cursor stands."""
    window = [f"created_at < '{cursor.until}'"]
    if cursor.since:
        window.append(f"created_at >= '{cursor.since}'")
    source = f"select {COLUMNS} from slots.rl_store where {' and '.join(window)}"
    if cursor.session:
        if cursor.partition == 0:
            session = f" and session_id = '{cursor.session}' order by event_index"
            yield Stretch(source + session, 1, 0, 1)
        return
    block = cursor.block
    for number in range(cursor.partition, len(cursor.partitions)):
        partition = cursor.partitions[number]
        # The partition's own bounds let the planner leave the others out.
        bounds = bounds_of(partition)
        while block < partition.blocks:
            end = min(block + STRETCH_BLOCKS, partition.blocks)
            place = f"tableoid = {partition.oid} and ctid >= '({block},0)' and ctid < '({end},0)'"
            last = end == partition.blocks
            after = (number + 1, 0) if last else (number, end)
            yield Stretch(" and ".join([source, *bounds, place]), *after, end - block)
            block = end
        block = 0


def bounds_of(partition: Partition) -> list[str]:
    """Return a range partition's bounds as conditions; none for the default partition."""
    words = partition.bound.split("'")
    if not partition.bound.startswith("FOR VALUES FROM ('") or len(words) != 5:
        return []
    return [f"created_at >= '{words[1]}'", f"created_at < '{words[3]}'"]


@dataclass
class Writer:
    """Writes batches in a thread of its own while the next ones are on their way."""

    sink: Sink
    jobs: "queue.Queue[Callable[[], None] | None]" = field(
        default_factory=lambda: queue.Queue(QUEUED_BATCHES)
    )
    failure: BaseException | None = None

    def __post_init__(self) -> None:
        """Start the thread."""
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def work(self) -> None:
        """Do the jobs in order; after a failure, only take them off the queue."""
        while (job := self.jobs.get()) is not None:
            if self.failure is None:
                try:
                    job()
                except BaseException as error:
                    self.failure = error

    def put(self, job: Callable[[], None]) -> None:
        """Queue a job; raises what an earlier one raised."""
        if self.failure:
            raise self.failure
        self.jobs.put(job)

    def end(self) -> None:
        """Wait for all jobs."""
        self.jobs.put(None)
        self.thread.join()
        self.sink.close()


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
    name: str,
    session: str | None,
    after: str | None,
    settle: float | None,
) -> Cursor:
    """Return the cursor to go on from: an unfinished window, the next one, or a first one."""
    found = Cursor.read(cursor_file)
    if found is None:
        if path.exists():
            raise Problem(f"{path} is there but its cursor {cursor_file} is not; name another file")
        return new_cursor(conn, name, session, after, settle)
    if after:
        raise Problem(f"{cursor_file} says where to go on; --after is for a first export", 2)
    if found.session != session or found.format != name:
        raise Problem(f"{cursor_file} is of an export of another session or format", 2)
    if not found.finished:
        if not session:
            check_layout(conn, found)
        return found
    fresh = new_cursor(conn, name, session, found.until, settle)
    fresh.rows, fresh.size, fresh.parts = found.rows, found.size, found.parts
    return fresh


def export(
    conninfo: str,
    path: Path,
    *,
    session: str | None = None,
    after: str | None = None,
    settle: float | None = None,
    restart: bool = False,
    progress: Callable[[int, int, int], None] = lambda *_: None,
) -> Cursor:
    """Export what is new since the last run; `progress` gets blocks done, blocks in all, rows."""
    cursor_file = path.with_name(path.name + ".cursor.json")
    name = format_of(path)
    session = checked_session(session)
    after = checked_instant(after)
    with psycopg.connect(conninfo, autocommit=True) as conn:
        if one(conn, "select to_regclass('slots.rl_store')") == (None,):
            raise Problem("there is no slots.rl_store: deploy first (scripts/gamekeeper deploy)")
        if session and not is_known(conn, session):
            raise Problem(f"there is no session {session} that you may read", 2)
        if restart:
            forget(path, cursor_file)
        conn.execute("set timezone = 'UTC'")
        cursor = begin(conn, path, cursor_file, name, session, after, settle)
    # Before the first row, so that a killed run is gone on with and not mistaken for another's file.
    cursor.write(cursor_file)
    total = sum(each.blocks for each in cursor.partitions) or 1
    done = sum(each.blocks for each in cursor.partitions[: cursor.partition]) + cursor.block
    writer = Writer(FORMATS[cursor.format](path, cursor))
    try:
        with adbc_driver_postgresql.dbapi.connect(conninfo, autocommit=True) as source:
            for stretch in stretches(cursor):
                for batch in batches(source, stretch.query):
                    writer.put(partial(add, writer.sink, cursor, batch))
                    progress(done, total, cursor.rows)
                writer.put(partial(settle_stretch, writer.sink, cursor, stretch, cursor_file))
                done += stretch.blocks
                progress(done, total, cursor.rows)
    finally:
        writer.end()
    if writer.failure:
        raise writer.failure
    cursor.finished = True
    cursor.write(cursor_file)
    progress(total, total, cursor.rows)
    return cursor


def add(sink: Sink, cursor: Cursor, batch: pa.RecordBatch) -> None:
    """Write a batch and count it."""
    sink.write(batch)
    cursor.rows += batch.num_rows


def settle_stretch(sink: Sink, cursor: Cursor, stretch: Stretch, file: Path) -> None:
    """Note that a stretch's rows are safely written."""
    sink.settle(cursor)
    cursor.partition, cursor.block = stretch.partition, stretch.block
    cursor.write(file)


def batches(source: Any, query: str) -> Iterator[pa.RecordBatch]:
    """Stream a query's rows as Arrow batches of a few megabytes."""
    with source.cursor() as cursor:
        cursor.adbc_statement.set_options(
            **{"adbc.postgresql.batch_size_hint_bytes": str(BATCH_BYTES)}
        )
        cursor.execute(query)
        reader = cursor.fetch_record_batch()
        yield from reader


def checked_session(session: str | None) -> str | None:
    """Return a session's id in its canonical form."""
    if session is None:
        return None
    try:
        return str(uuid.UUID(session))
    except ValueError:
        raise Problem(f"{session} is not a session's id", 2) from None


def is_known(conn: psycopg.Connection[Any], session: str) -> bool:
    """Tell whether the caller may read a session, or experiences of it."""
    query = (
        "select exists (select from slots.rl_store where session_id = %(session)s)"
        " or exists (select from slots.sessions where session_id = %(session)s)"
    )
    return conn.execute(query, {"session": session}).fetchone() == (True,)


def checked_instant(after: str | None) -> str | None:
    """Return an instant in its canonical form; without a zone it is UTC."""
    if after is None:
        return None
    try:
        instant = datetime.fromisoformat(after)
    except ValueError:
        raise Problem(f"{after} is not an instant like 2026-11-20T22:00:00Z", 2) from None
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def main(
    conninfo: str,
    path: Path,
    console: Console,
    *,
    session: str | None = None,
    after: str | None = None,
    settle: float | None = None,
    restart: bool = False,
) -> None:
    """Export with a progress bar and say what was written and how to go on."""
    with Progress(
        TextColumn("[bold]{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rows]:,} rows"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    ) as bar:
        task = bar.add_task(path.name, total=None, rows=0)

        def show(done: int, total: int, rows: int) -> None:
            bar.update(task, completed=done, total=total, rows=rows)

        cursor = export(
            conninfo,
            path,
            session=session,
            after=after,
            settle=settle,
            restart=restart,
            progress=show,
        )
    console.print(
        f"{path} holds {cursor.rows:,} experiences, all before {cursor.until}."
        " Run it again for what came since.",
        soft_wrap=True,
        highlight=False,
    )
