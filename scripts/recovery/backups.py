"""Making a backup, and noting it in the database where health looks for it."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from recovery.repository import Backup, Repository
from runner import Problem
from runner.server import Server

KEPT_DAYS = 14


def note(
    server: Server,
    method: str,
    started_at: datetime,
    label: str | None,
    size: int | None,
    problem: str | None = None,
) -> None:
    """Note a backup that ended, or failed; the note goes into the archive at once."""
    with server.connect() as conn:
        conn.execute(
            "select core.record_backup(%s, %s, %s, %s, %s, %s)",
            [method, started_at, max(started_at, datetime.now(UTC)), label, size, problem],
        )
        if method == "pgbackrest":
            conn.execute("select pg_switch_wal()")


def physical(repository: Repository, server: Server, kind: str = "full") -> Backup:
    """Make a base backup with pgBackRest, which drops what is past its retention."""
    started_at = datetime.now(UTC)
    try:
        made = repository.backup(kind)
    except Problem as problem:
        note(server, "pgbackrest", started_at, None, None, str(problem)[:500])
        raise
    note(server, "pgbackrest", started_at, made.label, made.bytes)
    return made


def logical(server: Server, folder: Path) -> Path:
    """Dump the database into a folder of its own, and drop the dumps that are too old."""
    started_at = datetime.now(UTC)
    target = folder / f"{server.database}-{started_at:%Y%m%d-%H%M%S}"
    try:
        dump(server, target)
    except Problem as problem:
        note(server, "pg_dump", started_at, None, None, str(problem)[:500])
        raise
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    note(server, "pg_dump", started_at, target.name, size)
    for old in folder.glob(f"{server.database}-????????-??????"):
        made = datetime.strptime(old.name[-15:], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
        if started_at - made > timedelta(days=KEPT_DAYS):
            for file in old.iterdir():
                file.unlink()
            old.rmdir()
    return target


def dump(server: Server, target: Path, *options: str) -> None:
    """Dump a database in pg_dump's directory form, several tables at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    program(server, "pg_dump", "-Fd", "-j", str(os.cpu_count() or 1), "-f", str(target), *options)


def program(server: Server, name: str, *arguments: str, database: str | None = None) -> str:
    """Run a client program against a server's database and return what it printed."""
    path = server.binaries / name if server.binaries and (server.binaries / name).exists() else name
    done = subprocess.run(
        [str(path), *arguments],
        env=server.environment(database or server.database),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = [
            line for line in done.stderr.splitlines() if "error:" in line
        ] or done.stderr.splitlines()
        raise Problem(f"{name} failed: {said[0].strip() if said else done.returncode}")
    return done.stdout
