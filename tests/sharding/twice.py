"""One machine and a router over shards that have the same data: both are asked, and have to agree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import psycopg
from tests.clients.platforms import Platform


def answer(connection: psycopg.Connection[Any], query: str, values: Any = None) -> Any:
    """Return the rows of a query, or what it was refused with: SQLSTATE, message, DETAIL and HINT."""
    try:
        return connection.execute(query.encode(), values).fetchall()
    except psycopg.Error as error:
        said = error.diag
        return (error.sqlstate, said.message_primary, said.message_detail, said.message_hint)


@dataclass
class Twice:
    """The same data on one machine and over several shards."""

    platform: Platform
    one: psycopg.Connection[Any]
    router: psycopg.Connection[Any]

    def become(self, role: str, person: str | None = None, **claims: object) -> None:
        """Let both be asked by the same caller; a person is an auth id."""
        said = json.dumps({"role": role, **({"sub": person} if person else {}), **claims})
        for connection in (self.one, self.router):
            connection.execute("reset role")
            connection.execute("select set_config('request.jwt.claims', %s, false)", [said])
            connection.execute(f"set role {role}".encode())

    def same(self, query: str, values: Any = None) -> Any:
        """Ask both, and return the answer that they agree on: rows, or what was refused."""
        expected, found = (answer(conn, query, values) for conn in (self.one, self.router))
        assert found == expected, (query, values)
        return found
