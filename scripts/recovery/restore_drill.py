"""The drill of a restore: a copy beside the live server, looked at from all sides, and the result noted."""

import json
import re
import time
from datetime import datetime, timedelta

from psycopg import Error
from rich.console import Console

from recovery import checks, copies
from recovery.report import Check, Report
from recovery.repository import Repository
from runner import Problem
from runner.server import Connection, Server

# What the live server knows of its archive; nothing is written.
STATE = """
select
  substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
  substring(a.last_archived_wal from '^[0-9A-F]{24}'),
  (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  session_user::text
from pg_stat_archiver as a
"""
FORK = "select pg_read_file(f) from (select format('pg_wal/%s.history', substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)) as f) as h"


def run(
    repository: Repository, live: Server, console: Console, at: datetime | None = None
) -> Report:
    """Restore, look, and note in the live database how it went; what fails is a finding."""
    report = Report("restore", Report.now())
    begun = time.monotonic()
    with live.connect() as conn:
        conn.execute("set default_transaction_read_only = on")
        try:
            look(report, repository, live, conn, at, console, begun)
        except (Problem, Error) as problem:
            report.check("restore", False, str(problem).strip().splitlines()[0])
        conn.execute("set default_transaction_read_only = off")
        note(conn, report)
    return report


def look(
    report: Report,
    repository: Repository,
    live: Server,
    conn: Connection,
    at: datetime | None,
    console: Console,
    begun: float,
) -> None:
    """Make the copy and look at it."""
    row = conn.execute(STATE.encode()).fetchone()
    assert row is not None
    timeline, archived, segment_bytes, user = row
    backup = repository.backup_for(at)
    report.figures |= {"backup": backup.label, "backup of": backup.ended_at, "bytes": backup.bytes}
    with (
        console.status(f"restoring {backup.label}") as status,
        copies.restored(repository, backup, at, user, live.database, "restore") as copy,
    ):
        report.figures["rto"] = timedelta(seconds=time.monotonic() - begun)
        with copy.connect() as there:
            last = there.execute("select pg_last_xact_replay_timestamp()").fetchone()
            fork = there.execute(FORK.encode()).fetchone()
        assert last is not None
        assert fork is not None
        restored_to = min(at, last[0]) if at and last[0] else at or last[0] or backup.ended_at
        report.figures["restored to"] = restored_to
        report.figures["rpo"] = report.started_at - restored_to
        report.checks.append(ending(fork[0], timeline, None if at else archived, segment_bytes))
        for check in checks.look(copy, conn, backup.label, restored_to):
            status.update(f"looked at: {check.name}")
            report.checks.append(check)


def ending(history: str, timeline: str, archived: str | None, segment_bytes: int) -> Check:
    """Check that a copy left the live server's timeline, and not before the newest segment of its archive."""
    name = "the archive to its end"
    parent, high, low = re.findall(r"^(\d+)\t([0-9A-F]+)/([0-9A-F]+)", history, re.MULTILINE)[-1]
    if int(parent) != int(timeline, 16):
        return Check(
            name,
            False,
            f"the copy followed timeline {int(parent)}, the server is on {int(timeline, 16)}",
        )
    if archived is None:
        return Check(name, True, f"the copy left timeline {int(parent)} at {high}/{low}")
    position = (int(high, 16) << 32) + int(low, 16)
    per_file = (1 << 32) // segment_bytes
    newest = int(archived[8:16], 16) * per_file + int(archived[16:24], 16)
    reached = (position - 1) // segment_bytes
    missing = newest - reached
    if archived[:8] != timeline:
        return Check(name, True, f"the newest segment, {archived}, is of an earlier timeline")
    return Check(
        name,
        missing <= 0,
        f"the copy ended at {high}/{low}, {missing} segments before {archived}"
        if missing > 0
        else f"the copy reached {archived}",
    )


def note(conn: Connection, report: Report) -> None:
    """Note the drill where health looks for it."""
    found = [
        {"name": check.name, "ok": check.ok, "detail": check.detail} for check in report.checks
    ]
    conn.execute(
        "select core.record_drill(%s, %s, %s, %s, %s)",
        [
            report.started_at,
            report.figures.get("restored to"),
            report.figures.get("rpo"),
            report.figures.get("rto"),
            json.dumps(found),
        ],
    )
