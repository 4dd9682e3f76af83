"""Clusters of their own, of both versions, prepared as Supabase prepares one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.clusters import empty_cluster

from runner import server as servers

DATABASE = "supabase"


@dataclass(frozen=True)
class Supabase:
    """The prepared cluster and who connects to it."""

    server: servers.Server  # as supabase_admin, the superuser

    def connect(self, user: str) -> psycopg.Connection[Any]:
        """Connect as one of Supabase's roles, with autocommit."""
        conninfo = self.server.conninfo(DATABASE)
        if user == "supabase_admin":
            return psycopg.connect(conninfo, autocommit=True)
        return psycopg.connect(conninfo, user=user, password="test", autocommit=True)


@pytest.fixture(scope="session", params=["15", "18"])
def supabase(request: pytest.FixtureRequest, worker_id: str) -> Iterator[Supabase]:
    """Start a cluster of PostgreSQL 15 (Debian's) or 18 (the wheel's); nothing of Gamekeeper is in it yet."""
    with empty_cluster(f"supabase-{request.param}-{worker_id}", request.param) as (own, bootstrap):
        password = own.passfile.read_text().rsplit(":", 1)[1].strip()
        with bootstrap.connect("postgres") as connection:
            connection.execute(
                psycopg.sql.SQL("create role helper superuser login password {}").format(password)
            )
        helper = psycopg.connect(
            bootstrap.conninfo("postgres"), user="helper", password=password, autocommit=True
        )
        with helper:
            helper.execute("alter role postgres rename to supabase_admin")
            helper.execute(
                psycopg.sql.SQL("alter role supabase_admin password {}").format(password)
            )
        own.passfile.write_text(f"*:*:*:supabase_admin:{password}\n")
        server = replace(bootstrap, keywords={**bootstrap.keywords, "user": "supabase_admin"})
        found = Supabase(server)
        with server.connect("postgres") as connection:
            connection.execute("drop role helper")
            connection.execute(f"create database {DATABASE}")
        with found.connect("supabase_admin") as connection:
            connection.execute((Path(__file__).parent / "prepare.psql").read_bytes())
        yield found
