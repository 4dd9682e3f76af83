"""After a package upgrade the private server runs another version than the installed one: up restarts it."""

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
