"""Reads from a deployed database, and from the plan's folders, what the pages of the reference need."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row

from runner import SCHEMAS, sqitch

Row = Any  # a named tuple of a catalog query, its fields named there

ROLES = ("PUBLIC", "anon", "authenticated", "service_role")
CALLERS = ("client", "operator", "service", "helper")
QUERIES = Path(__file__).parent / "queries"
TAGS = re.compile(r"(?:\s*\[[a-z][^\[\]]*\])+\s*$")
CREATED = re.compile(
    r"^create (?:or replace )?(?:unlogged )?"
    r"(?:function|procedure|aggregate|table|view|materialized view|type|domain) (\w+\.\w+)",
    re.M,
)


@dataclass
class Relation:
    """A table, view or composite type with everything that hangs on it."""

    facts: Row
    columns: list[Row]
    constraints: list[Row] = field(default_factory=list[Row])
    indexes: list[Row] = field(default_factory=list[Row])
    triggers: list[Row] = field(default_factory=list[Row])
    policies: list[Row] = field(default_factory=list[Row])
    grants: list[Row] = field(default_factory=list[Row])


class Catalog:
    """A deployed database, asked with the queries of this folder."""

    def __init__(self, conninfo: str) -> None:
        """Connect; the search path is empty so that every name in a definition is qualified."""
        self.conn = psycopg.connect(conninfo, row_factory=namedtuple_row)
        self.conn.execute("set search_path = ''")

    def __enter__(self) -> "Catalog":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.conn.close()

    def rows(self, query: str, **parameters: object) -> list[Row]:
        """Return all rows of a query, named by its file."""
        text = (QUERIES / f"{query}.sql").read_bytes()
        return self.conn.execute(text, parameters).fetchall()

    def schemas(self) -> list[Row]:
        """Return the project's schemas that this database has."""
        return self.rows("schemas", schemas=list(SCHEMAS))

    def relations(self, schema: str) -> list[Relation]:
        """Return a schema's tables, views and composite types."""
        found = []
        for facts in self.rows("relations", schema=schema):
            relation = Relation(facts, self.rows("columns", oid=facts.oid))
            if facts.kind != "c":
                for kind in ("constraints", "indexes", "triggers", "policies", "grants"):
                    setattr(relation, kind, self.rows(kind, oid=facts.oid))
            found.append(relation)
        return found


def rooms(schema: str) -> list[str]:
    """Return the rooms of a system in the order of docs/architecture.md; the top of it is ''."""
    return ["", *sqitch.rooms().get(schema, [])]


def rooms_of_objects() -> dict[str, str]:
    """Return the room of every object that the plan makes, by its qualified name."""
    found: dict[str, str] = {}
    for change in sqitch.plan():
        _, *room, _ = change.name.split("/")
        for name in CREATED.findall(change.script("deploy").read_text()):
            found.setdefault(name, room[0] if room else "")
    return found


def tags(comment: str | None) -> list[str]:
    """Return the tags in brackets at the end of a comment (CONTRIBUTING.md)."""
    found = TAGS.search(comment or "")
    return re.findall(r"\[([^\]]*)\]", found[0]) if found else []


def caller(function: Row) -> str:
    """Return who calls a function: its tag says so, or else its grants."""
    for tag in tags(function.comment):
        if tag in CALLERS:
            return tag
    roles = set(function.roles)
    if function.is_trigger or not roles & set(ROLES):
        return "helper"
    return "service" if roles & set(ROLES) == {"service_role"} else "client"


def clients(roles: Iterable[str]) -> list[str]:
    """Return the project's client roles among roles, in their order."""
    held = set(roles)
    return [role for role in ROLES if role in held]
