"""The scripts of the plan over one connection, as Sqitch runs them: whole, each in the transaction that it opens itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg

from runner import sqitch, verify

Connection = psycopg.Connection[Any]


def run(connection: Connection, kind: str, change: sqitch.Change) -> None:
    """Run a script of a change. A verify script finds its helpers in the session (``verify.prepare``)."""
    text = (
        change.sql(kind)
        if kind != "verify"
        else sqitch.INCLUDE.sub("", change.script(kind).read_text())
    )
    try:
        connection.execute(text.encode())
    except psycopg.Error as error:
        connection.execute("rollback")
        error.add_note(str(change.script(kind)))
        raise


def deploy(connection: Connection, changes: Sequence[sqitch.Change]) -> None:
    """Deploy changes."""
    for change in changes:
        run(connection, "deploy", change)


def check(connection: Connection, changes: Sequence[sqitch.Change]) -> None:
    """Verify changes."""
    verify.prepare(connection)
    for change in changes:
        run(connection, "verify", change)


def revert(connection: Connection, changes: Sequence[sqitch.Change]) -> None:
    """Revert changes, the last one first."""
    for change in reversed(changes):
        run(connection, "revert", change)
