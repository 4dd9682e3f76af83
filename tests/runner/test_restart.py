"""After a package upgrade the private server runs another version than the installed one: up restarts it."""

import re

import pytest
from typer.testing import CliRunner

from recovery import clusters
from runner import cli
from runner import server as servers


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A cluster that stands for the private one."""
    with clusters.scratch("upgraded") as own:
        clusters.start_deployed(own, fsync="off")
        monkeypatch.setattr(servers, "is_named", lambda: False)
        monkeypatch.setattr(servers, "private_cluster", lambda: own)
        yield own


def started(server: servers.Server) -> object:
    """Return when a server started."""
    with server.connect("postgres") as conn:
        return conn.execute("select pg_postmaster_start_time()").fetchone()


def test_up_restarts_a_server_of_another_version_once(
    private: servers.Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not servers.private_restart_due()
    first = started(servers.up())
    assert started(servers.up()) == first, "a server of the installed version goes on"
    monkeypatch.setattr(servers, "installed_version", lambda binaries: "15.999 (Debian)")
    assert servers.private_restart_due()
    assert started(servers.up()) != first


def test_the_installed_version_is_said_as_the_server_says_it(private: servers.Cluster) -> None:
    with servers.up().connect("postgres") as conn:
        row = conn.execute("select current_setting('server_version')").fetchone()
    assert row == (servers.installed_version(private.binaries),)


def test_health_names_what_waits_for_a_restart_and_what_is_not_safe(
    private: servers.Cluster,
) -> None:
    server = servers.up()
    with server.connect() as conn:
        for name, value in (
            ("full_page_writes", "off"),
            ("autovacuum", "off"),
            ("ignore_invalid_pages", "on"),
            ("max_connections", "77"),
        ):
            conn.execute(f"alter system set {name} = {value}".encode())
        conn.execute("select pg_reload_conf()")
    restart = "select h.detail from core.health_restart() as h where not h.ok"
    reloaded = "select count(*) = 2 from pg_settings where pending_restart"
    clusters.wait_for(server, reloaded, 60, "the reload")
    with server.connect() as conn:
        assert conn.execute(restart.encode()).fetchone() == (
            "restart: it is waited for by ignore_invalid_pages, max_connections",
        )
        row = conn.execute("select h.ok, h.detail from core.health_settings() as h").fetchone()
    assert row is not None
    assert row[0] is False
    assert [part.split(":")[0] for part in row[1].split("; ")] == [
        "autovacuum = off",
        "fsync = off",
        "full_page_writes = off",
    ]
    private.stop()
    with servers.up().connect() as conn:
        row = conn.execute("select h.ok, h.detail from core.health_restart() as h").fetchone()
        assert row is not None
        assert row[0] is True, row
        row = conn.execute("select h.detail from core.health_settings() as h").fetchone()
    assert row is not None
    assert "ignore_invalid_pages = on: recovery passes over damage" in row[0]


def test_health_names_an_archive_that_fails_or_falls_behind_and_prepared_transactions(
    private: servers.Cluster,
) -> None:
    """Segments of a megabyte, so that seventeen of them are soon written."""
    private.stop()
    private.run("pg_resetwal", "--wal-segsize=1", "-D", str(private.data))
    server = servers.up()

    def set_up(**settings: str) -> None:
        with server.connect() as conn:
            for name, value in settings.items():
                conn.execute(f"alter system set {name} = '{value}'".encode())
            conn.execute("select pg_reload_conf()")

    def told(check: str) -> tuple[bool, str]:
        with server.connect() as conn:
            conn.execute("create table if not exists public.marks (n integer)")
            row = conn.execute(f"select h.ok, h.detail from core.health_{check}() as h".encode())
            ok, detail = row.fetchone() or (None, "")
        return bool(ok), detail

    def switch(times: int) -> None:
        with server.connect() as conn:
            for _ in range(times):
                conn.execute("insert into public.marks values (1)")
                conn.execute("select pg_switch_wal()")

    assert told("prepared_transactions") == (True, "max_prepared_transactions is 0")
    set_up(archive_mode="on", archive_command="false", max_prepared_transactions="5")
    private.stop()
    server = servers.up()
    ok, detail = told("prepared_transactions")
    assert not ok
    assert detail.startswith("max_prepared_transactions is 5: a client may prepare a transaction")
    switch(1)
    failed = "select failed_count > 0 from pg_stat_archiver"
    clusters.wait_for(server, failed, 60, "the failure of the archive")
    ok, detail = told("archiving")
    assert not ok
    assert re.match(r"archiving fails: 0000\w{20} at .* UTC; the last segment went never", detail)
    set_up(archive_command="true")
    archived = "select last_archived_time > last_failed_time from pg_stat_archiver"
    clusters.wait_for(server, archived, 120, "the archiving")
    set_up(archive_command="")
    clusters.wait_for(server, "select current_setting('archive_command') = ''", 60, "the reload")
    switch(20)
    ok, detail = told("archiving")
    assert not ok
    waiting, rest = detail.split(" ", 1)
    assert int(waiting) > 16
    assert rest.startswith("whole segments wait; the last one was archived 20")


def test_status_says_that_a_restart_is_due_and_up_that_it_restarted(
    private: servers.Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(command: str) -> str:
        done = CliRunner().invoke(cli.app, [command], catch_exceptions=False)
        return done.output

    first = started(servers.up())
    assert "restart" not in said("status")
    assert "restart" not in said("up")
    monkeypatch.setattr(servers, "installed_version", lambda binaries: "15.999 (Debian)")
    assert "restart" in said("status")
    assert started(private.server(private.running_port() or 0)) == first, "status only says it"
    assert "restarted" in said("up")
    assert started(private.server(private.running_port() or 0)) != first
