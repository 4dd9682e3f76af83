"""Clusters that a drill makes for itself, beside the server that people play on, and removes again."""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from runner import Problem, sqitch, testing
from runner import server as servers
from runner.server import Cluster, Server

# A drill's clusters are small: they stand beside a server that people play on.
SMALL = {"shared_buffers": "64MB", "max_connections": "100", "max_wal_size": "1GB"}


def settings(binaries: Path, **chosen: str) -> dict[str, str]:
    """Return the settings of a drill's cluster: durable, with nothing preloaded."""
    return servers.settings(binaries, helpers=()) | SMALL | chosen


@contextlib.contextmanager
def scratch(name: str, binaries: Path | None = None) -> Iterator[Cluster]:
    """Describe an empty cluster for this process; afterwards, stop it and remove it.

    What a process left that was killed is removed by the next one.
    """
    chosen = binaries or servers.private_cluster().binaries
    for old in servers.base_directory().glob(f"drill-{name}-*"):
        # a repository has the cluster's name and more
        owner = old.name.removeprefix(f"drill-{name}-").split("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            remove(servers.cluster(old.name, chosen))
    own = servers.cluster(f"drill-{name}-{os.getpid()}", chosen)
    remove(own)
    try:
        yield own
    finally:
        remove(own)


def remove(own: Cluster) -> None:
    """Stop a cluster's server, if it runs, and delete the cluster: what it has not written yet is of no use any more."""
    with contextlib.suppress(Problem):
        own.stop("immediate")
    for directory in {own.home, own.state, own.sockets}:
        shutil.rmtree(directory, ignore_errors=True)


def start_deployed(own: Cluster, **chosen: str) -> Server:
    """Fill an empty cluster with the plan, start it, and return the server with the deployed database."""
    own.fill(deployed_seed(own.binaries))
    port = servers.free_port()
    own.start(port, settings(own.binaries, **chosen))
    return database_of(own.server(port))


def start_empty(own: Cluster, **chosen: str) -> Server:
    """Make an empty cluster and start it."""
    own.create()
    port = servers.free_port()
    own.start(port, settings(own.binaries, **chosen))
    return own.server(port)


def database_of(server: Server, database: str = servers.DATABASE) -> Server:
    """Return a server with a database of it."""
    return replace(server, keywords={**server.keywords, "dbname": database})


def deployed_seed(binaries: Path) -> Cluster:
    """Return a stopped cluster with the present plan, made once for each state of deploy/: the others are its copies."""
    name = f"drill-seed-{testing.content_hash()}"
    with servers.locked("drill-seed"):
        seed = servers.cluster(name, binaries)
        if (seed.state / "whole").exists():
            return seed
        for old in servers.base_directory().glob("drill-seed-*"):
            remove(servers.cluster(old.name, binaries))
        remove(seed)
        deploy(start_empty(seed, fsync="off"))
        seed.stop()
        (seed.state / "whole").touch()
        return seed


def deploy(server: Server) -> None:
    """Make the database and deploy the plan into it."""
    with server.connect("postgres") as conn:
        conn.execute(f"create database {servers.DATABASE}".encode())
    testing.run_scripts(
        server, servers.DATABASE, [change.script("deploy") for change in sqitch.plan()]
    )


def wait_for(
    server: Server,
    query: str,
    seconds: float,
    what: str,
    otherwise: Callable[[], None] = lambda: None,
) -> None:
    """Wait until a query says true; give up after some seconds, or when `otherwise` raises."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(Problem), server.connect("postgres") as conn:
            if conn.execute(query.encode()).fetchone() == (True,):
                return
        otherwise()
        if time.monotonic() > end:
            raise Problem(f"{what} did not happen within {seconds:.0f} seconds")
        time.sleep(0.1)
