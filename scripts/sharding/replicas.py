"""The login that servers of one platform read each other with: by logical replication, and nothing else."""

import secrets
import time
from collections.abc import Callable

from psycopg import conninfo, sql

from runner import Problem
from runner.server import Connection
from sharding.platform import Platform

REPLICA = "gamekeeper_replica"
PATIENCE = 60


def make_replica(conn: Connection, password: str) -> None:
    """Make the login where it is not there yet, and give it a password."""
    if conn.execute("select to_regrole(%s)", [REPLICA]).fetchone() == (None,):
        conn.execute(f"create role {REPLICA} login replication bypassrls".encode())
    conn.execute(
        sql.SQL("alter role {} password {}").format(sql.Identifier(REPLICA), sql.Literal(password))
    )


def ways(platform: Platform) -> dict[str, str]:
    """Return how each server is followed, with a new password each time, so that nobody has to keep one."""
    password = secrets.token_urlsafe(24)
    found = {}
    for name, server in platform.servers.items():
        with server.connect() as conn:
            make_replica(conn, password)
        found[name] = conninfo.make_conninfo(
            host=server.keywords["host"],
            port=server.keywords["port"],
            dbname=server.database,
            user=REPLICA,
            password=password,
        )
    return found


def follow(conn: Connection, subscription: str, way: str) -> bool:
    """Tell a subscription where its source is now; false where there is none of this name."""
    there = conn.execute(
        "select true from pg_subscription where subname = %s"
        " and subdbid = (select oid from pg_database where datname = current_database())",
        [subscription],
    ).fetchone()
    if there is None:
        return False
    statement = "alter subscription {} connection {}"
    conn.execute(sql.SQL(statement).format(sql.Identifier(subscription), sql.Literal(way)))
    return True


def make_slot(source: Connection, slot: str) -> None:
    """Make a replication slot; apart from its subscription, since both may be databases of one server."""
    source.execute(
        "select pg_create_logical_replication_slot(%s, 'pgoutput')"
        " where not exists (select from pg_replication_slots where slot_name = %s)",
        [slot, slot],
    )


def subscribe(
    conn: Connection,
    subscription: str,
    way: str,
    publications: tuple[str, ...],
    slot: str,
    *,
    copied: bool,
) -> None:
    """Follow publications through a slot that is there."""
    statement = (
        "create subscription {} connection {} publication {}"
        " with (create_slot = false, slot_name = {}, copy_data = {})"
    )
    conn.execute(
        sql.SQL(statement).format(
            sql.Identifier(subscription),
            sql.Literal(way),
            sql.SQL(", ").join(map(sql.Identifier, publications)),
            sql.Literal(slot),
            sql.SQL("true" if copied else "false"),
        )
    )


def written(source: Connection) -> str:
    """Return how far a server has written its log.

    Where it inserts, not what it has flushed: a commit that does not wait for the disk is behind that.
    """
    row = source.execute("select pg_current_wal_insert_lsn()::text").fetchone()
    assert row
    return str(row[0])


def has_reached(source: Connection, slot: str, until: str) -> bool:
    """Tell whether whoever follows through a slot has what was written until a place in the log."""
    row = source.execute(
        "select confirmed_flush_lsn >= %s::pg_lsn from pg_replication_slots where slot_name = %s",
        [until, slot],
    ).fetchone()
    return row == (True,)


def wait_until(is_there: Callable[[], bool], problem: str) -> None:
    """Wait until something has come; after a minute, give up and say what is wrong."""
    end = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > end:
            raise Problem(problem)
        time.sleep(0.1)
