"""Definitions have one home; native logical replication brings their rows to the shards (docs/scale.md)."""

import secrets
import time

from psycopg import conninfo, sql

from runner import Problem
from runner.server import Connection
from sharding.platform import HOME, Platform

TABLES = ("slots.games", "slots.game_programs", "xp.xp_levels", "xp.xp_rules", "xp.xp_seasons")
# Rows of settings come and go with the plan; only their values are an operator's.
SETTINGS = "core.settings"
PUBLICATIONS = ("gamekeeper_definitions", "gamekeeper_settings")
SUBSCRIPTION = "gamekeeper_definitions"
REPLICA = "gamekeeper_replica"
PATIENCE = 60

OWN = f"""(
  select s.oid from pg_subscription as s
  where s.subname = '{SUBSCRIPTION}' and s.subdbid = (select oid from pg_database where datname = current_database())
)"""
IS_SUBSCRIBED = f"{OWN} is not null".encode()
IS_COPIED = (
    f"(select bool_and(srsubstate = 'r') from pg_subscription_rel where srsubid = {OWN})".encode()
)


def make_replica(conn: Connection) -> None:
    """Make the login that shards read definitions with, and what it may read."""
    conn.execute(f"create role {REPLICA} login replication bypassrls".encode())
    for schema in sorted({table.split(".")[0] for table in (*TABLES, SETTINGS)}):
        conn.execute(f"grant usage on schema {schema} to {REPLICA}".encode())
    conn.execute(f"grant select on {', '.join((*TABLES, SETTINGS))} to {REPLICA}".encode())


def publish(conn: Connection) -> None:
    """Publish the definitions of their home, unless it does so already."""
    published = {row[0] for row in conn.execute("select pubname from pg_publication")}
    of_tables, of_settings = PUBLICATIONS
    if of_tables not in published:
        conn.execute(f"create publication {of_tables} for table {', '.join(TABLES)}".encode())
    if of_settings not in published:
        conn.execute(
            f"create publication {of_settings} for table {SETTINGS} with (publish = 'update')".encode()
        )


def connect(platform: Platform) -> None:
    """Let every shard follow the home, and wait until each has what the home has."""
    home = platform.servers[HOME]
    password = secrets.token_urlsafe(24)
    with home.connect() as conn:
        publish(conn)
        # The shards are told a new password each time, so that nobody has to keep one.
        conn.execute(
            sql.SQL("alter role {} password {}").format(
                sql.Identifier(REPLICA), sql.Literal(password)
            )
        )
    way = conninfo.make_conninfo(
        host=home.keywords["host"],
        port=home.keywords["port"],
        dbname=home.database,
        user=REPLICA,
        password=password,
    )
    for name in platform.names():
        subscribe(platform, name, way)
        # One after the other: shards that are copies of one server would give their first copies one name.
        wait(platform, name)


def subscribe(platform: Platform, name: str, way: str) -> None:
    """Let a shard follow the home, or tell it where the home is now."""
    subscription = sql.Identifier(SUBSCRIPTION)
    slot = slot_of(name)
    with platform.servers[name].connect() as conn:
        if conn.execute(b"select " + IS_SUBSCRIBED).fetchone() == (True,):
            statement = "alter subscription {} connection {}"
            conn.execute(sql.SQL(statement).format(subscription, sql.Literal(way)))
            return
        has_own = conn.execute(
            b" union all ".join(f"select from {table}".encode() for table in TABLES)
        ).fetchone()
        if (
            has_own is None
        ):  # a new shard: the settings that its deploy brought give place to the home's
            conn.execute("set session_replication_role = replica")
            conn.execute(f"delete from {SETTINGS}".encode())
        # The slot is made apart, since home and shard may be databases of one server.
        with platform.servers[HOME].connect() as home:
            home.execute(
                "select pg_create_logical_replication_slot(%s, 'pgoutput')"
                " where not exists (select from pg_replication_slots where slot_name = %s)",
                [slot, slot],
            )
        statement = (
            "create subscription {} connection {} publication {}"
            " with (create_slot = false, slot_name = {}, copy_data = {})"
        )
        conn.execute(
            sql.SQL(statement).format(
                subscription,
                sql.Literal(way),
                sql.SQL(", ").join(map(sql.Identifier, PUBLICATIONS)),
                sql.Literal(slot),
                sql.SQL("false" if has_own is not None else "true"),
            )
        )


def slot_of(name: str) -> str:
    """Return the replication slot of a shard."""
    return f"{SUBSCRIPTION}_{name}"


def wait(platform: Platform, name: str) -> None:
    """Wait until a shard has what the home has now."""
    # Where it inserts, not what it has flushed: a commit that does not wait for the disk is behind that.
    with platform.servers[HOME].connect() as conn:
        row = conn.execute("select pg_current_wal_insert_lsn()").fetchone()
    assert row
    end = time.monotonic() + PATIENCE
    while not has_all(platform, name, row[0]):
        if time.monotonic() > end:
            raise Problem(f"definitions do not reach {name}; see the servers' logs")
        time.sleep(0.1)


def has_all(platform: Platform, name: str, until: str) -> bool:
    """Tell whether a shard has its first copy, and what the home has written until a place in its log."""
    with platform.servers[name].connect() as conn:
        if conn.execute(b"select " + IS_COPIED).fetchone() != (True,):
            return False
    with platform.servers[HOME].connect() as conn:
        reached = conn.execute(
            "select confirmed_flush_lsn >= %s from pg_replication_slots where slot_name = %s",
            [until, slot_of(name)],
        ).fetchone()
    return reached == (True,)
