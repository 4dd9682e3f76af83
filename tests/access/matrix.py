"""What a matrix of access is made of: every caller tries a statement, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import psycopg
from tests.world import become


def outcome(scene: psycopg.Connection, who: str, statement: str) -> str:
    """Try a statement as a caller and say in one word what came of it; nothing of it stays.

    y: it works (rows are seen or changed). `.`: nothing is seen or changed. x: refused by a privilege or policy. Digits:
    refused with SQLSTATE KG<digits>, or another SQLSTATE.
    """
    with scene.transaction(force_rollback=True):
        become(scene, who)
        try:
            with scene.transaction():
                cursor = scene.execute(statement.encode())
        except psycopg.errors.InsufficientPrivilege:
            return "x"
        except psycopg.Error as error:
            return (error.sqlstate or "?").removeprefix("KG")
        return "y" if cursor.rowcount else "."


def outcomes(
    scene: psycopg.Connection,
    callers: Sequence[str],
    statement: str,
    people: Mapping[str, str] | None = None,
) -> list[str]:
    """Return the outcome of a statement for every caller; people says who those are that are called otherwise."""
    return [outcome(scene, (people or {}).get(caller, caller), statement) for caller in callers]
