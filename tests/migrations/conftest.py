"""Clusters of their own for the migration tests: empty, of both versions, with a deployer that is no superuser."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.clusters import empty_cluster

from runner import ROOT
from runner import server as servers

DEPLOYER = "studio"
ROLES = ("gamekeeper", "gamekeeper_monitor", "anon", "authenticated", "service_role")


@dataclass(frozen=True)
class Target:
    """A cluster that only these tests use, of a major version."""

    server: servers.Server
    version: str

    def superuser(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """Connect as the superuser, with autocommit."""
        return psycopg.connect(self.server.conninfo(database), autocommit=True)

    @property
    def as_deployer(self) -> servers.Server:
        """The same server for who deploys: a role with CREATEROLE that owns its database, and no superuser."""
        keywords = {**self.server.keywords, "user": DEPLOYER, "password": DEPLOYER}
        return replace(self.server, keywords=keywords)

    def deployer(self, database: str) -> psycopg.Connection[Any]:
        """Connect as the deployer, with autocommit."""
        return self.as_deployer.connect(database)

    def sqitch(
        self, database: str, *arguments: str, project: Path = ROOT
    ) -> subprocess.CompletedProcess[str]:
        """Run Sqitch by hand in a project against a database, as the deployer."""
        return subprocess.run(
            ["sqitch", *arguments, f"db:pg:{database}"],
            cwd=project,
            env=self.as_deployer.environment(database),
            capture_output=True,
            text=True,
            check=False,
        )

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """Make an empty database that belongs to the deployer; drop it afterwards, whatever happened.

        The roles go with the last database that needs them, so that the next one is as empty as a new cluster's.
        """
        with self.superuser() as connection:
            connection.execute(f"create database {name} owner {DEPLOYER}")
            try:
                yield name
            finally:
                connection.execute(f"drop database {name} with (force)")
                with suppress(psycopg.errors.DependentObjectsStillExist):
                    connection.execute(f"drop role if exists {', '.join(ROLES)}")


@pytest.fixture(scope="session", params=["15", "18"])
def target(request: pytest.FixtureRequest, worker_id: str) -> Iterator[Target]:
    """Start an empty cluster of PostgreSQL 15 (Debian's) or 18 (the wheel's) for this worker."""
    with empty_cluster(f"migrations-{request.param}-{worker_id}", request.param) as (_, server):
        found = Target(server, request.param)
        with found.superuser() as connection:
            connection.execute(f"create role {DEPLOYER} login createrole password '{DEPLOYER}'")
        yield found
