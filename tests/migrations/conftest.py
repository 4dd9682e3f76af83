"""Clusters of their own for the migration tests: empty, of both versions, with a deployer that is no superuser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from runner import server as servers

from .wheel import wheel_binaries

DEPLOYER = "studio"


@dataclass(frozen=True)
class Target:
    """A cluster that only these tests use."""

    server: servers.Server

    def superuser(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """Connect as the superuser, with autocommit."""
        return psycopg.connect(self.server.conninfo(database), autocommit=True)

    def deployer(self, database: str) -> psycopg.Connection[Any]:
        """Connect as the deployer: a role with CREATEROLE that owns its database, and no superuser."""
        return psycopg.connect(
            self.server.conninfo(database),
            user=DEPLOYER,
            password=DEPLOYER,
            autocommit=True,
        )

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """Make an empty database that belongs to the deployer; drop it afterwards, whatever happened."""
        with self.superuser() as connection:
            connection.execute(f"create database {name} owner {DEPLOYER}")
            try:
                yield name
            finally:
                connection.execute(f"drop database {name} with (force)")


@pytest.fixture(scope="session", params=["15", "18"])
def target(request: pytest.FixtureRequest, worker_id: str) -> Iterator[Target]:
    """Start an empty cluster of PostgreSQL 15 (Debian's) or 18 (the wheel's) for this worker."""
    binaries = servers.DEBIAN_BINARIES if request.param == "15" else wheel_binaries()
    if not (binaries / "initdb").exists():
        pytest.skip("no PostgreSQL 15 of Debian's here")
    own = servers.cluster(f"migrations-{request.param}-{worker_id}", binaries)
    own.stop()
    shutil.rmtree(own.home, ignore_errors=True)
    own.create()
    port = servers.free_port()
    settings = servers.settings(own.binaries, durable=False)
    settings["shared_preload_libraries"] = ""
    settings = {name: value for name, value in settings.items() if "." not in name}
    own.start(port, settings)
    try:
        found = Target(own.server(port))
        with found.superuser() as connection:
            connection.execute(f"create role {DEPLOYER} login createrole password '{DEPLOYER}'")
        yield found
    finally:
        own.stop()
        shutil.rmtree(own.home, ignore_errors=True)
