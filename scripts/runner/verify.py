"""Writes verify scripts from the catalog: what a change made, as the helpers of verify/helpers.psql word it.

The whole plan is deployed change by change into a scratch database. A change's facts are those that are new
after it and still true at the end of the plan, so that its script is true right after it and ever after.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from runner import ROOT, SCHEMAS, Problem, sqitch, stored_query, testing
from runner.server import Server

HELPERS = ROOT / "verify" / "helpers.psql"
BY_HAND = re.compile(r"^select pg_temp\.is_true\(.*?\);$", re.MULTILINE | re.DOTALL)
FLAW = re.compile(r", (?:owned by \w+|without a comment)")

# Of rows that a change brings, a script states the primary key; of these tables other columns, or nothing:
# what happened here is no fact, and the server knows its time zones.
ROW_COLUMNS: dict[str, tuple[str, ...]] = {
    "cards.players": ("id", "is_bot"),
    "core.audit_log": (),
    "core.errors": ("code", "sqlstate", "http_status"),
    "core.health_checks": ("name", "function"),
    "core.partitioned_tables": ("table_name", "period"),
    "core.upkeep_tasks": ("task", "function"),
    "xp.timezones": (),
}

Connection = psycopg.Connection[Any]


def prepare(connection: Connection) -> None:
    """Give a session the helpers."""
    connection.execute(HELPERS.read_bytes())


def facts(connection: Connection, since: int = 0) -> list[str]:
    """Return the facts of the catalog, and the rows there are, that are newer than a transaction; a line each."""
    # an empty search path, so that every name is qualified
    with connection.transaction():
        connection.execute("set local search_path = ''")
        query = stored_query("facts")
        parameters = {"schemas": list(SCHEMAS), "since": since}
        lines = [line for (line,) in connection.execute(query, parameters)]
        for table, key in connection.execute(
            stored_query("tables_with_rows"), parameters
        ).fetchall():
            if columns := ROW_COLUMNS.get(table, key):
                lines += rows(connection, table, columns, since)
    return lines


def rows(connection: Connection, table: str, columns: Sequence[str], since: int) -> list[str]:
    """Return the lines of a table's rows that are newer than a transaction."""
    query = sql.SQL(
        "select format('select pg_temp.has_row(%L, %L);', {}, (select jsonb_object_agg(e.key, e.value)"
        " from jsonb_each(to_jsonb(r)) as e where e.key = any ({})))"
        " from {} as r where r.xmin::text::bigint > {} order by 1"
    ).format(table, list(columns), sql.Identifier(*table.split(".")), since)
    return [line for (line,) in connection.execute(query)]


def stated(connection: Connection) -> dict[str, list[str]]:
    """Deploy the plan into an empty database; return each change's lines."""
    prepare(connection)
    new: dict[str, list[str]] = {}
    known: set[str] = set()
    for change in sqitch.plan():
        (since,) = connection.execute("select txid_current()").fetchone() or (0,)
        connection.execute(change.script("deploy").read_bytes())
        new[change.name] = [line for line in facts(connection, since) if line not in known]
        known.update(new[change.name])
    final = set(facts(connection))
    return {name: [line for line in lines if line in final] for name, lines in new.items()}


def script(change: sqitch.Change, lines: Sequence[str], old: str) -> str:
    """Return a verify script: the facts, then what the old script says by hand with is_true."""
    include = "/".join([".."] * change.name.count("/")) + "/helpers.psql"
    by_hand = list(dict.fromkeys(BY_HAND.findall(old)))
    text = [
        f"-- Verify gamekeeper:{change.name} on pg",
        "begin;",
        f"\\ir {include}",
        *lines,
        *by_hand,
        "rollback;",
    ]
    return "\n".join(text) + "\n"


def write(server: Server, names: Sequence[str]) -> list[str]:
    """Write the verify scripts of some changes and return the paths of those that changed.

    Without names the whole tree is written: what belongs to no change goes.
    """
    changes = {change.name: change for change in sqitch.plan()}
    if unknown := sorted(set(names) - changes.keys()):
        raise Problem(f"no change of sqitch.plan: {', '.join(unknown)}")
    database = f"{testing.PREFIX}_verify_{secrets.token_hex(4)}"
    with server.connect("postgres") as control:
        control.execute(sql.SQL("create database {}").format(sql.Identifier(database)))
        try:
            with server.connect(database) as connection:
                found = stated(connection)
        finally:
            testing.drop_database(control, database)
    scripts = {
        path: (script(changes[name], found[name], old), old)
        for name in names or changes
        for path in [changes[name].script("verify")]
        for old in [path.read_text() if path.exists() else ""]
    }
    if faults := [
        f"{path.relative_to(ROOT)}: {fault}"
        for path, (text, _) in scripts.items()
        for fault in complaints(text)
    ]:
        raise Problem("\n".join(faults))
    for path, (text, _) in scripts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    changed = [path for path, (text, old) in scripts.items() if text != old]
    if not names:
        stray = sorted(set((ROOT / "verify").rglob("*.sql")) - scripts.keys())
        for path in stray:
            path.unlink()
        changed += stray
    return [str(path.relative_to(ROOT)) for path in changed]


def complaints(text: str) -> list[str]:
    """Return why a script may not be written so."""
    found = [f"something is {flaw.removeprefix(', ')}" for flaw in FLAW.findall(text)]
    if "select pg_temp." not in text:
        found.append(
            "the catalog shows nothing new; write what the change does:"
            " select pg_temp.is_true('a sentence', a condition);"
        )
    return found
