"""The drills in their short form, each with damage that it has to find."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from rich.console import Console
from tests.clusters import wheel_binaries

from recovery import (
    checks,
    clusters,
    crash_drill,
    dump_drill,
    dumps,
    failover_drill,
    load,
    soak_drill,
    training,
)
from recovery.report import Report
from runner import Problem, testing
from runner import server as servers

QUIET = Console(quiet=True)
FAST = {"fsync": "off"}  # a killed process leaves to the system what it has written


def complaints(report: Report) -> list[str]:
    """Return what a drill found to be wrong."""
    return [f"{check.name}: {check.detail}" for check in report.checks if not check.ok]


def test_every_acknowledged_call_outlives_crashes(tmp_path: Path) -> None:
    report = crash_drill.run(crash_drill.SHORT, QUIET, **FAST)
    assert complaints(report) == []
    assert report.ok
    assert report.figures["calls acknowledged"] >= crash_drill.SHORT.calls * 5
    written = report.save(tmp_path)
    assert [file.suffix for file in written] == [".json", ".png"]
    assert '"ok": true' in written[0].read_text()


def test_a_server_that_answers_before_it_has_written_fails_the_drill() -> None:
    """With synchronous_commit off a commit is told before it is on its way to the disk, where nothing else writes meanwhile."""
    size = crash_drill.Size(kills=1, backend_kills=0, calls=30, hands=4)
    hasty = {
        "synchronous_commit": "off",
        "wal_writer_delay": "10s",
        "wal_writer_flush_after": "1GB",
        "bgwriter_lru_maxpages": "0",
        "autovacuum": "off",
    }
    report = crash_drill.run(size, QUIET, **FAST, **hasty)
    assert any("missing" in one for one in complaints(report)), report.checks
    assert not report.ok


@pytest.mark.parametrize("synchronous", [True, False], ids=["synchronous", "asynchronous"])
def test_play_goes_on_with_the_standby(synchronous: bool) -> None:
    size = crash_drill.Size(kills=0, backend_kills=0, calls=30, hands=4)
    report = failover_drill.run(size, QUIET, synchronous=synchronous, **FAST)
    assert complaints(report) == []
    assert report.ok
    # an asynchronous standby that was cut off lacks what was told since; the drill has to see that
    assert ("lost by the standby" in report.figures) is not synchronous
    assert synchronous or report.figures["lost by the standby"] >= size.calls


def test_priorities_that_were_lost_fail_the_drill(fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        trainer = training.Trainer(conn)
        assert not trainer.check(conn).ok
        trainer.tell(conn)
        trainer.tell(conn)
        assert trainer.check(conn).ok
        conn.execute("update slots.rl_priorities set priorities = array_fill(1::float8, array[16])")
        check = trainer.check(conn)
    assert not check.ok
    assert check.detail.endswith(f"{len(trainer.told)} told, 0 held, 1 of 1 trees wrong")


def test_what_is_lost_out_of_the_middle_fails_the_drill(
    fresh_database: str, test_databases: testing.TestDatabases
) -> None:
    journal = load.Journal()
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        row = conn.execute(
            "select wallet_id::text from slots.create_wallet('AUD', 10, owner_id => gen_random_uuid())"
        ).fetchone()
        assert row is not None
        for key in ("first", "last"):
            conn.execute("select slots.wallet_operation(%s, 'credit', 1, %s)", [row[0], key])
        for key in ("first", "lost", "last"):
            journal.note(load.Entry("credit", row[0], key))
        report = Report("failover", Report.now())
        failover_drill.tails(report, conn, journal)
        assert complaints(report) == ["credit: what is lost is a tail: 1 acknowledged calls lost"]
        found = {check.name: check for check in load.compare(conn, journal)}
        assert "1 missing" in found["credit: acknowledged means kept, once"].detail


def test_a_doubled_call_fails_the_drill(fresh_database: str) -> None:
    journal = load.Journal()
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        row = conn.execute(
            "select wallet_id::text from slots.create_wallet('AUD', 10, owner_id => gen_random_uuid())"
        ).fetchone()
        assert row is not None
        journal.note(load.Entry("credit", row[0], "told"))
        for key in ("told", "again", "and again"):
            conn.execute("select slots.wallet_operation(%s, 'credit', 1, %s)", [row[0], key])
        found = {check.name: check for check in load.compare(conn, journal)}
        check = found["credit: acknowledged means kept, once"]
        assert (check.ok, check.detail) == (
            False,
            "1 told, 0 missing, 0 doubled, 2 more of one thing",
        )


def test_a_copy_that_lacks_the_tail_of_a_wallet_fails_the_drill(fresh_database: str) -> None:
    """The heads of live wallets are looked for, as they were a minute before the copy's instant."""
    with (
        psycopg.connect(fresh_database, autocommit=True) as live,
        psycopg.connect(fresh_database) as copy,
    ):
        row = live.execute(
            "select wallet_id::text from slots.create_wallet('AUD', 10, owner_id => gen_random_uuid())"
        ).fetchone()
        assert row is not None
        for key in ("first", "last"):
            live.execute("select slots.wallet_operation(%s, 'credit', 1, %s)", [row[0], key])
        instant = datetime.now(UTC) + 10 * checks.SLACK
        assert checks.heads(copy, live, instant) == (True, "1 agree")
        copy.execute("set local session_replication_role = replica")
        copy.execute("delete from slots.wallet_entries where idempotency_key = 'last'")
        assert checks.heads(copy, live, instant) == (False, "1 lost a tail")
        assert checks.heads(copy, live, datetime(2026, 1, 1, tzinfo=UTC)) == (True, "no heads")
        copy.rollback()


def test_a_soak_ends_with_books_that_are_right() -> None:
    report = soak_drill.run(0, 4, QUIET, most_wait=None, **FAST)
    assert complaints(report) == []
    assert report.ok


def test_a_long_wait_and_a_deadlock_fail_the_soak(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(
        "LOG:  process 12 acquired ShareLock on transaction 7 after 251.402 ms\n"
        "ERROR:  deadlock detected\n"
    )
    report = Report("soak", Report.now())
    soak_drill.judge_log(report, log, soak_drill.MOST_WAIT_MS)
    assert complaints(report) == [
        "nobody waits long for a lock: 251 ms, 250 ms at the most",
        "no deadlock: 1 deadlocks",
    ]


# Dumps -----------------------------------------------------------------------------------------

FORMS = {"15": ("schema only, then data only",), "18": ("in parallel",)}


def test_a_dump_goes_into_this_version_and_the_next_ones() -> None:
    versions = {"15": servers.DEBIAN_BINARIES, "18": wheel_binaries()}
    size = crash_drill.Size(kills=0, backend_kills=0, calls=30, hands=4)
    report = dump_drill.run(size, QUIET, versions, FORMS)
    assert complaints(report) == []
    assert len(report.checks) == 8


def test_what_a_dump_lost_is_found(
    test_databases: testing.TestDatabases, fresh_database: str, tmp_path: Path
) -> None:
    """Without owners, without privileges, and without a row."""
    server = test_databases.server
    name = str(psycopg.conninfo.conninfo_to_dict(fresh_database)["dbname"])
    dump = tmp_path / "dump"
    dump_drill.backups.dump(clusters.database_of(server, name), dump, "--exclude-schema=test")
    bare = f"{name}_bare"
    test_databases.control.execute(f"create database {bare}".encode())
    try:
        dumps.restore(server, bare, dump, "--no-owner", "--no-privileges")
        with server.connect(bare) as conn, psycopg.connect(fresh_database) as there:
            before = dump_drill.digests(there)
            conn.execute("delete from core.errors where code = 'RATE_LIMIT'")
            report = Report("dump", Report.now())
            dump_drill.judge(report, "here", conn, before)
    finally:
        testing.drop_database(test_databases.control, bare)
    rows, owners, rights = complaints(report)
    assert rows == "here: every row: core.errors"
    assert "have another owner, such as" in owners
    assert "rights are lost, such as" in rights


def test_a_server_without_the_roles_is_refused_in_one_line(tmp_path: Path) -> None:
    with clusters.scratch("bare") as own:
        server = clusters.start_empty(own, **FAST)
        with pytest.raises(Problem) as refused:
            dumps.restore(server, "postgres", tmp_path)
        said = str(refused.value)
        assert "\n" not in said
        assert "no role anon, authenticated, gamekeeper, gamekeeper_monitor, service_role" in said
        command = said.split("make them first: ")[1].split()
        assert command == ["psql", "-d", "postgres", "-f", "deploy/core/roles.sql"]
        dumps.make_roles(server)
        dumps.require_roles(server)
