"""What a user would pick instead: event stores installed from their registries when a bench needs them.

Each function returns a `Variant` that appends events to random streams of its own tables in the case's
database, so a case lists it beside ours. Nothing is vendored: packages go to the ignored folder
`.gamekeeper/peers`. One that can't be installed makes its variant say so, and the case goes on.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from benchmarks.harness import WARM_UP, Context, Failed, Sample, Unavailable, Variant
from runner.server import libpq_variables

MESSAGE_DB = "@eventide/message-db@1.3.1"
EMMETT = "@event-driven-io/emmett-postgresql@0.42.0"
EVENTSOURCING = "eventsourcing[postgres]==9.5.6"
# How the names of the peers' variants begin.
PEERS = ("message-db", "eventsourcing", "emmett", "pgledger")
PGLEDGER = "pgr0ss/pgledger"
DRIVERS = Path(__file__).parent / "drivers"
INSTALL_SECONDS = 180
# How long a driver may take to connect and to end.
DRIVER_SECONDS = 120

# The files of message-db's own install scripts, in their order. Its message_store role and its
# privileges are left out: roles belong to the whole server, and no client logs in as it here.
MESSAGE_DB_FILES = (
    "schema/message-store.sql",
    "tables/messages.sql",
    "types/message.sql",
    "functions/message-store-version.sql",
    "functions/hash-64.sql",
    "functions/acquire-lock.sql",
    "functions/category.sql",
    "functions/is-category.sql",
    "functions/id.sql",
    "functions/cardinal-id.sql",
    "functions/stream-version.sql",
    "functions/write-message.sql",
    "indexes/messages-id.sql",
    "indexes/messages-stream.sql",
    "indexes/messages-category.sql",
)


def install(command: list[str], folder: Path, proof: Path) -> None:
    """Run a package manager in a folder, one at a time, unless its proof (a file it makes) is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    if not shutil.which(command[0]):
        msg = f"{command[0]} is not installed"
        raise Unavailable(msg)
    try:
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if proof.exists():
                return
            subprocess.run(
                command,
                cwd=folder,
                check=True,
                capture_output=True,
                text=True,
                timeout=INSTALL_SECONDS,
            )
    except subprocess.TimeoutExpired as error:
        msg = f"{command[0]} took more than {INSTALL_SECONDS} s"
        raise Unavailable(msg) from error
    except subprocess.CalledProcessError as error:
        lines = [line for line in error.stderr.splitlines() if "error" in line.lower()]
        msg = f"{command[0]} can't install {command[-1]}: {' '.join(lines[:2]) or error.returncode}"
        raise Unavailable(msg) from error


def npm(package: str, peers: Path) -> Path:
    """Install an npm package into the ignored folder and return where it is."""
    name = package.rpartition("@")[0]
    folder = peers / "node"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "package.json").exists():
        (folder / "package.json").write_text('{"private": true, "type": "module"}\n')
    found = folder / "node_modules" / name
    install(
        ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", package],
        folder,
        found / "package.json",
    )
    return found


def message_db_tables(ctx: Context) -> None:
    """Install message-db's own schema into the case's database, where no other variant has."""
    database = npm(MESSAGE_DB, ctx.options.peers.resolve()) / "database"
    if ctx.one("select to_regclass('message_store.messages') is not null"):
        return
    with psycopg.connect(ctx.conninfo, autocommit=True) as conn:
        conn.execute("set search_path = message_store, public")
        conn.execute("set client_min_messages = warning")
        for file in MESSAGE_DB_FILES:
            conn.execute((database / file).read_bytes())


def message_db(
    payload: str,
    *,
    categories: int,
    streams: int = 1000,
    events: int = 1,
    type_: str = "card_played",
) -> Variant:
    """message-db's `write_message`, called by pgbench like ours."""

    each = "" if events == 1 else f" from generate_series(1, {events})"
    call = (
        "message_store.write_message(gen_random_uuid()::varchar, "
        f"'game' || :category || '-' || :stream, '{type_}', {quoted(payload)}::jsonb)"
    )
    where = "one category" if categories == 1 else f"{categories} categories"
    return Variant(
        name=f"message-db, {where}" + ("" if events == 1 else f", {events} events"),
        work=f"write_message without an expected version, {events} to a transaction: advisory lock on "
        "the category, the stream's last position, one row, four indexes; the payload is not validated",
        setup=message_db_tables,
        once="set search_path = message_store, public",
        script=f"\\set category random(1, {categories})\n\\set stream random(1, {streams})\n"
        f"select {call if events == 1 else f'count({call})'}{each};",
        rows=events,
    )


def eventsourcing(payload: str, *, streams: int = 1000, events: int = 1) -> Variant:
    """The Python library's Postgres application recorder, from as many connections as ours."""

    def measure(ctx: Context) -> Sample:
        folder = ctx.options.peers.resolve() / "python"
        install(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet"),
                *("--disable-pip-version-check", "--target", str(folder), EVENTSOURCING),
            ],
            folder,
            folder / "eventsourcing" / "postgres.py",
        )
        command = [sys.executable, str(DRIVERS / "eventsourcing_append.py")]
        return drive(command, ctx, payload, streams, events, {"folder": str(folder)})

    return Variant(
        name="eventsourcing" + ("" if events == 1 else f", {events} events"),
        work=f"insert_events of {events} from Python, 2 processes of 4 threads, its own database "
        "function switched on: table lock for a gapless order, notification, rows, two indexes; the "
        "payload is bytes",
        measure=measure,
        rows=events,
    )


def emmett(payload: str, *, streams: int = 1000, events: int = 1) -> Variant:
    """Emmett's Postgres event store from node, with a pool of as many connections as ours."""

    def measure(ctx: Context) -> Sample:
        npm(EMMETT, ctx.options.peers.resolve())
        if not shutil.which("node"):
            msg = "node is not installed"
            raise Unavailable(msg)
        # A module is looked up beside the file that imports it: the driver runs from the peers' folder.
        driver = ctx.options.peers.resolve() / "node" / "emmett_append.mjs"
        driver.write_text((DRIVERS / "emmett_append.mjs").read_text())
        return drive(["node", str(driver)], ctx, payload, streams, events, {})

    return Variant(
        name="emmett" + ("" if events == 1 else f", {events} events"),
        work=f"appendToStream of {events} from one node process with a pool of 8: a transaction that "
        "calls its append function: stream row, message rows, two partitioned tables",
        measure=measure,
        rows=events,
    )


def pgledger(accounts: int) -> Variant:
    """pgledger's transfer between two random accounts. It is in no registry: who measures puts its repository there."""

    def setup(ctx: Context) -> None:
        folder = ctx.options.peers.resolve() / "pgledger"
        if not (folder / "pgledger.sql").exists():
            msg = f"it is in no registry: clone the repository {PGLEDGER} into {folder}"
            raise Unavailable(msg)
        vendored = sorted((folder / "vendor" / "scoville-pgsql-ulid").glob("*.sql"))
        for file in (*vendored, folder / "pgledger.sql"):
            ctx.run(file.read_text())
        ctx.run(
            "insert into pgledger_accounts (id, name, currency, balance, allow_negative_balance, allow_positive_balance,"
            " created_at, updated_at) select 'pgla_' || i, 'bench', 'EUR', 1000000, false, true, now(), now()"
            f" from generate_series(1, {accounts}) as i"
        )

    return Variant(
        name="pgledger",
        work="pgledger_create_transfer between two random accounts: both locked in order and updated, a transfer and two entries,"
        " eight indexes; no chain of hashes, no caller, no key that makes a repeat harmless, no limit",
        setup=setup,
        script=f"\\set n random(1, {accounts})\n\\set m 1 + (:n + random(0, {accounts - 2})) % {accounts}\n"
        "select * from pgledger_create_transfer('pgla_' || :n, 'pgla_' || :m, 1);",
        rows=2,
    )


def drive(
    command: list[str],
    ctx: Context,
    payload: str,
    streams: int,
    events: int,
    extra: dict[str, str],
) -> Sample:
    """Run a driver program as long as a round takes, after a warm-up that is not counted."""
    if not ctx.options.quick:
        drive_for(WARM_UP, command, ctx, payload, streams, events, extra)
    return drive_for(ctx.options.seconds, command, ctx, payload, streams, events, extra)


def drive_for(
    seconds: float,
    command: list[str],
    ctx: Context,
    payload: str,
    streams: int,
    events: int,
    extra: dict[str, str],
) -> Sample:
    """Run a driver program with its orders as one JSON argument; it answers with one JSON line."""
    parts = {key: str(value) for key, value in conninfo_to_dict(ctx.conninfo).items()}
    orders = {
        "host": parts.get("host", "127.0.0.1"),
        "port": parts.get("port", "5432"),
        "user": parts.get("user", ""),
        "password": parts.get("password", ""),
        "dbname": parts["dbname"],
        "seconds": seconds,
        "clients": 8,
        "processes": 2,
        "streams": streams,
        "events": events,
        "payload": payload,
        **extra,
    }
    try:
        done = subprocess.run(
            [*command, json.dumps(orders)],
            env=os.environ | libpq_variables(ctx.conninfo),
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + DRIVER_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        msg = f"{Path(command[-1]).name} did not come back"
        raise Failed(msg) from error
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        msg = f"{Path(command[-1]).name} failed: {done.stderr.strip()[-600:]}"
        raise Failed(msg)
    answer = json.loads(lines[-1])
    rate = answer["calls"] / answer["seconds"]
    return Sample(rate * events, calls=answer["calls"], p99_ms=answer["p99_ms"])


def quoted(text: str) -> str:
    """Return text as an SQL literal without a colon: pgbench takes :name for a variable, in quotes too."""
    escaped = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\u003a")
    return f"E'{escaped}'"


def append_variants(
    payload: str, *, streams: int = 1000, events: int = 1, only: Callable[[str], bool] | None = None
) -> list[Variant]:
    """Return every peer as variants that append the same events to as many streams."""
    variants = [
        message_db(payload, categories=100, streams=streams, events=events),
        message_db(payload, categories=1, streams=streams, events=events),
        eventsourcing(payload, streams=streams, events=events),
        emmett(payload, streams=streams, events=events),
    ]
    return [variant for variant in variants if only is None or only(variant.name)]
