"""``backup`` and ``restore`` as they are typed: in the private server's place, and out of a dump."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recovery import clusters
from recovery.repository import SETTLED, STANZA, Repository
from runner import Problem, cli
from runner import server as servers

MARKS = "select string_agg(name, ', ' order by name) from public.marks"


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch) -> Iterator[servers.Cluster]:
    """A cluster that stands for the private one, with what a restore makes beside it."""
    name = f"drill-restored-{os.getpid()}"
    make = servers.cluster
    with clusters.scratch("replaced") as own:
        clusters.start_deployed(own, fsync="off")
        monkeypatch.setattr(servers, "is_named", lambda: False)
        monkeypatch.setattr(servers, "private_cluster", lambda: own)
        monkeypatch.setattr(
            servers,
            "cluster",
            lambda wanted, binaries: make(name if wanted == "restored" else wanted, binaries),
        )
        yield own
        clusters.remove(make(name, own.binaries))
        Repository.of(own).delete()


def run(*words: str) -> str:
    """Run a command of the program and return what it printed."""
    done = CliRunner().invoke(cli.app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def marks() -> str:
    """Return what stands in the table of the private server."""
    with servers.up().connect() as conn:
        row = conn.execute(MARKS).fetchone()
    assert row is not None
    return str(row[0])


def mark(name: str) -> None:
    """Write a row."""
    with servers.up().connect() as conn:
        conn.execute("create table if not exists public.marks (name text)")
        conn.execute("insert into public.marks values (%s)", [name])


def test_a_copy_takes_the_private_server_s_place(
    private: servers.Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was at the instant: what came later is gone from it and lies in the data that were kept; it goes on archiving."""
    run("up", "--archive")
    run("backup")
    made = Repository.of(private).list()[-1]
    while datetime.now(UTC) <= made.ended_at + 2 * SETTLED:
        time.sleep(0.05)  # pgBackRest tells the end of a backup in whole seconds
    mark("early")
    with servers.up().connect() as conn:
        row = conn.execute("select clock_timestamp()").fetchone()
    assert row is not None
    mark("late")
    with servers.up().connect() as conn:
        conn.execute("select pg_switch_wal()")
    assert marks() == "early, late"
    said = run("restore", "--at", row[0].isoformat(), "--replace")
    assert "restored" in said
    assert marks() == "early"
    (kept,) = private.home.glob("data-*")
    assert str(kept) in said
    assert (kept / "PG_VERSION").exists()
    with servers.up().connect() as conn:
        assert conn.execute("show archive_mode").fetchone() == ("on",)
    mark("later")
    run("backup")
    assert marks() == "early, later"
    back_up_as_a_server_of_yours(private, monkeypatch)


def back_up_as_a_server_of_yours(private: servers.Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that DATABASE_URL names is backed up by the configuration that its administrator made, and notes it."""
    named = replace(servers.up(), private=False)
    monkeypatch.setattr(servers, "up", lambda: named)
    monkeypatch.setenv("PGPASSWORD", private.password)
    with pytest.raises(Problem, match="name the server's pgBackRest configuration with --config"):
        run("backup")
    config = Repository.of(private).config
    said = run("backup", "--config", str(config), "--stanza", STANZA, "--type", "incr")
    with named.connect() as conn:
        row = conn.execute(
            "select b.label from core.backups as b order by b.ended_at desc, b.label desc limit 1"
        ).fetchone()
    assert row is not None
    assert f"backed up {row[0]}," in said


def test_a_dump_is_restored_into_a_new_database(private: servers.Cluster, tmp_path: Path) -> None:
    mark("here")
    run("backup", "--dump", str(tmp_path / "dumps"))
    (dump,) = (tmp_path / "dumps").iterdir()
    assert "into database again" in run("restore", "--dump", str(dump), "--into", "again")
    with servers.up().connect("again") as conn:
        assert conn.execute(MARKS).fetchone() == ("here",)
        assert conn.execute("select count(*) > 10 from core.errors").fetchone() == (True,)
    for words, problem in (
        (["--dump", str(dump), "--into", "again"], "there is a database again already"),
        (["--dump", str(tmp_path / "none")], "there is no dump"),
    ):
        with pytest.raises(Problem, match=problem):
            run("restore", *words)
