"""After a package upgrade the private server runs another version than the installed one: up restarts it."""

import pytest

from recovery import clusters
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
