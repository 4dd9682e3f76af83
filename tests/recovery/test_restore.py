"""Backups and restores of a cluster of one's own: what was there is there again, and damage is never missed."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from recovery import backups, checks, clusters, copies, load, restore_drill
from recovery.report import Report
from recovery.repository import SETTLED, Repository
from runner import Problem
from runner import server as servers
from runner.server import Cluster, Server

QUIET = Console(quiet=True)


@dataclass(frozen=True)
class Place:
    """A server that people play on, with its repository, and instants of its past."""

    cluster: Cluster
    server: Server
    repository: Repository
    before: datetime  # between two rows of public.marks, `early` and `late`


def archived(server: Server) -> None:
    """Send the present segment into the archive, and wait until it is there."""
    with server.connect() as conn:
        row = conn.execute("select pg_walfile_name(pg_switch_wal())").fetchone()
    assert row is not None
    clusters.wait_for(
        server,
        f"select last_archived_wal >= '{row[0]}' from pg_stat_archiver",
        120,
        "the archiving",
    )


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with clusters.scratch("archived") as own:
        repository = Repository.of(own)
        repository.delete()
        repository.configure(5432)
        # nothing goes into the archive but what a test sends there, so that it can be copied
        server = clusters.start_deployed(
            own, fsync="off", **repository.archive_settings() | {"archive_timeout": "0"}
        )
        try:
            repository.create(int(server.keywords["port"]))
            journal = load.Journal()
            with load.playing(server.conninfo, 4, journal):
                load.more_calls(journal, 20)
            made = backups.physical(repository, server)
            with load.playing(server.conninfo, 4, journal):
                load.more_calls(journal, 20)
            with server.connect() as conn:
                conn.execute("create table public.marks (name text)")
                conn.execute("insert into public.marks values ('early')")
            archived(server)
            while datetime.now(UTC) <= made.ended_at + 2 * SETTLED:
                time.sleep(0.05)  # from an instant of the backup itself nothing could be restored
            before = datetime.now(UTC)
            with server.connect() as conn:
                conn.execute("insert into public.marks values ('late')")
            archived(server)
            with server.connect() as conn:
                conn.execute("insert into public.marks values ('last')")
            archived(server)
            yield Place(own, server, repository, before)
        finally:
            repository.delete()


@pytest.fixture
def damaged(place: Place, tmp_path: Path) -> Iterator[Repository]:
    """A copy of the repository, to break."""
    copy = Repository(
        place.repository.home.with_name(f"{place.repository.home.name}-damaged")
        / "pgbackrest.conf",
        cluster=place.cluster,
    )
    copy.delete()
    copy.configure(int(place.server.keywords["port"]))
    with copy.config.open("a") as file:
        file.write(
            "[global:restore]\njob-retry=0\n"
        )  # a bit that is wrong is wrong the next time too
    shutil.rmtree(copy.home / "repository")
    subprocess.run(
        [
            *servers.as_server_user(),
            *("cp", "-r", str(place.repository.home / "repository"), str(copy.home / "repository")),
        ],
        check=True,
        cwd="/",
    )
    yield copy
    copy.delete()


def complaints(report: Report) -> list[str]:
    """Return what a drill found to be wrong."""
    return [f"{check.name}: {check.detail}" for check in report.checks if not check.ok]


def noted(place: Place, report: Report) -> tuple[object, ...]:
    """Return what the server has noted of a drill, and what health says."""
    with place.server.connect() as conn:
        row = conn.execute(
            "select d.ok, d.restored_to is not null, h.ok from core.restore_drills as d, core.health_drills() as h"
            " where d.started_at = %s",
            [report.started_at],
        ).fetchone()
    assert row is not None
    return row


def test_a_drill_finds_everything_where_it_should_be(place: Place) -> None:
    before = count_writes(place)
    report = restore_drill.run(place.repository, place.server, QUIET)
    assert complaints(report) == []
    assert {check.name for check in report.checks} >= {
        "the archive to its end",
        "a row written after the backup",
        "wallets add up",
        "experience adds up",
        "games replay",
        "spins follow from their seeds",
        "rolls follow from their secrets",
        "published heads",
        "tables and indexes are whole",
        "a player can play",
    }
    assert noted(place, report) == (True, True, True)
    assert count_writes(place) == before, "the drill wrote into the live database"
    with place.server.connect() as conn:
        row = conn.execute("select h.ok, h.detail from core.health_archiving() as h").fetchone()
    assert row is not None
    assert row[0], row[1]


def count_writes(place: Place) -> object:
    """Return what stands in the histories of the live server: the drill plays, but only on its copy."""
    with place.server.connect() as conn:
        return conn.execute(
            "select (select count(*) from slots.wallets), (select count(*) from slots.wallet_entries),"
            " (select max(ran_at) from core.upkeep_tasks)"
        ).fetchone()


def test_an_instant_of_the_past_is_restored(place: Place) -> None:
    backup = place.repository.backup_for(place.before)
    with (
        copies.restored(
            place.repository, backup, place.before, "postgres", servers.DATABASE, "past"
        ) as copy,
        copy.connect() as conn,
    ):
        assert conn.execute("select name from public.marks").fetchall() == [("early",)]
        assert conn.execute("show archive_mode").fetchone() == ("off",)
        assert conn.execute("show shared_preload_libraries").fetchone() == ("plpgsql",)


def test_before_the_first_backup_nothing_can_be_restored(place: Place) -> None:
    with pytest.raises(Problem, match="holds no backup from before 2020-01-01"):
        place.repository.backup_for(datetime(2020, 1, 1, tzinfo=UTC))


def test_a_backup_that_fails_is_noted(place: Place) -> None:
    lost = Repository(place.repository.home / "nowhere.conf", cluster=place.cluster)
    with pytest.raises(Problem, match="pgbackrest backup failed"):
        backups.physical(lost, place.server)
    with place.server.connect() as conn:
        row = conn.execute("select ok, detail from core.health_backups()").fetchone()
        assert row is not None
        assert row[0] is False
        assert "the last one failed: pgbackrest backup failed" in row[1]
        conn.execute("delete from core.backups where problem is not null")
    archived(place.server)  # the note of the failure went there


# Damage ----------------------------------------------------------------------------------------


def segments(repository: Repository) -> list[Path]:
    """Return the archived segments that came after the backup, oldest first."""
    last = repository.info()["backup"][-1]["archive"]["stop"]
    found = sorted(repository.archive.rglob("0000*-*.lz4"), key=lambda file: file.name)
    return [file for file in found if file.name[:24] > last]


def largest(repository: Repository) -> Path:
    """Return the largest file of the newest backup."""
    label = repository.list()[-1].label
    files = (repository.backups / label).rglob("*.lz4")
    return max(files, key=lambda file: file.stat().st_size)


def flip(file: Path, part: int = 2) -> None:
    """Change one bit in the middle of a file, or after another part of it."""
    content = bytearray(file.read_bytes())
    content[len(content) // part] ^= 1
    file.write_bytes(content)


def lose_a_segment(repository: Repository) -> None:
    segments(repository)[1].unlink()


def flip_a_byte_of_the_backup(repository: Repository) -> None:
    flip(largest(repository))


def flip_a_byte_of_a_segment(repository: Repository) -> None:
    flip(segments(repository)[1], 8)  # a segment that was ended early is empty towards its end


def truncate_the_backup(repository: Repository) -> None:
    file = largest(repository)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


DAMAGE = {
    lose_a_segment: "the archive to its end: the copy ended at",
    flip_a_byte_of_the_backup: "restore: pgbackrest restore failed",
    flip_a_byte_of_a_segment: "the archive to its end: the copy ended at",
    truncate_the_backup: "restore: pgbackrest restore failed",
}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_fails_the_drill(
    damage: object, place: Place, damaged: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "amcheck", lambda copy: (True, "left out: it takes seconds"))
    assert callable(damage)
    damage(damaged)
    report = restore_drill.run(damaged, place.server, QUIET)
    assert any(one.startswith(DAMAGE[damage]) for one in complaints(report)), report.checks
    ok, _, healthy = noted(place, report)
    assert (ok, healthy) == (False, False)


def test_a_wrong_timeline_fails_the_drill(
    place: Place, damaged: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that somebody let archive has put a timeline of its own into the archive, and a restore follows it."""
    monkeypatch.setattr(checks, "amcheck", lambda copy: (True, "left out: it takes seconds"))
    with clusters.scratch("stray") as stray:
        own = Repository(damaged.home / "stray.conf", cluster=stray)
        own.configure(5432)
        damaged.restore(stray, damaged.backup_for(place.before), place.before, preserve=True)
        stray.start(
            servers.free_port(),
            copies.isolate(stray) | own.archive_settings() | {"fsync": "off"},
        )
        server = Server(
            {"host": str(stray.sockets), "port": str(stray.running_port()), "user": "postgres"},
            stray.binaries,
            private=True,
        )
        copies.promoted(stray, clusters.database_of(server))
        archived(clusters.database_of(server))
    report = restore_drill.run(damaged, place.server, QUIET)
    found = complaints(report)
    assert any("the archive to its end: the copy followed timeline 2" in one for one in found), (
        report.checks
    )
    assert noted(place, report)[0] is False
