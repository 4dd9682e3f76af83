"""Definitions have one home; native logical replication brings their rows to the shards (docs/scale.md)."""

from runner.server import Connection
from sharding import replicas
from sharding.platform import HOME, Platform

TABLES = ("slots.games", "slots.game_programs", "xp.xp_levels", "xp.xp_rules", "xp.xp_seasons")
# Rows of these come and go with the plan; only what stands in them is replicated.
SETTINGS = "core.settings"
DIGESTS = "core.definitions"
PUBLICATIONS = ("gamekeeper_definitions", "gamekeeper_settings")
SUBSCRIPTION = "gamekeeper_definitions"

OWN = f"""(
  select s.oid from pg_subscription as s
  where s.subname = '{SUBSCRIPTION}' and s.subdbid = (select oid from pg_database where datname = current_database())
)"""
IS_COPIED = (
    f"(select bool_and(srsubstate = 'r') from pg_subscription_rel where srsubid = {OWN})".encode()
)


def let_read(conn: Connection) -> None:
    """Let the shards read the definitions of their home, for their first copy."""
    read = (*TABLES, SETTINGS, DIGESTS)
    for schema in sorted({table.split(".")[0] for table in read}):
        conn.execute(f"grant usage on schema {schema} to {replicas.REPLICA}".encode())
    conn.execute(f"grant select on {', '.join(read)} to {replicas.REPLICA}".encode())


def publish(conn: Connection) -> None:
    """Publish the definitions of their home, unless it does so already."""
    published = {row[0] for row in conn.execute("select pubname from pg_publication")}
    of_tables, of_settings = PUBLICATIONS
    if of_tables not in published:
        conn.execute(f"create publication {of_tables} for table {', '.join(TABLES)}".encode())
    if of_settings not in published:
        conn.execute(
            f"create publication {of_settings} for table {SETTINGS}, {DIGESTS} (table_name, compared, written_at, digest)"
            " with (publish = 'update')".encode()
        )


def connect(platform: Platform, ways: dict[str, str]) -> None:
    """Let every shard follow the home, and wait until each has what the home has."""
    with platform.servers[HOME].connect() as conn:
        publish(conn)
        let_read(conn)
    for name in platform.names():
        subscribe(platform, name, ways[HOME])
        # One after the other: shards that are copies of one server would give their first copies one name.
        wait(platform, name)
    beat(platform)
    for name in platform.names():
        wait(platform, name)


def beat(platform: Platform) -> None:
    """Let the home tell the shards of when their definitions are, as its upkeep does."""
    with platform.servers[HOME].connect() as conn:
        conn.execute("select core.upkeep_definitions()")


def subscribe(platform: Platform, name: str, way: str) -> None:
    """Let a shard follow the home, or tell it where the home is now."""
    with platform.servers[name].connect() as conn, platform.servers[HOME].connect() as home:
        if replicas.follow(conn, SUBSCRIPTION, way):
            return
        has_own = conn.execute(
            b" union all ".join(f"select from {table}".encode() for table in TABLES)
        ).fetchone()
        if (
            has_own is None
        ):  # a new shard: the rows that its deploy brought give place to the home's
            conn.execute("set session_replication_role = replica")
            for table in (SETTINGS, DIGESTS):
                conn.execute(f"delete from {table}".encode())
        replicas.make_slot(home, slot_of(name))
        replicas.subscribe(
            conn, SUBSCRIPTION, way, PUBLICATIONS, slot_of(name), copied=has_own is None
        )


def slot_of(name: str) -> str:
    """Return the replication slot of a shard."""
    return f"{SUBSCRIPTION}_{name}"


def wait(platform: Platform, name: str) -> None:
    """Wait until a shard has what the home has now."""
    with platform.servers[HOME].connect() as conn:
        until = replicas.written(conn)
    replicas.wait_until(
        lambda: has_all(platform, name, until),
        f"definitions do not reach {name}; see the servers' logs",
    )


def has_all(platform: Platform, name: str, until: str) -> bool:
    """Tell whether a shard has its first copy, and what the home has written until a place in its log."""
    with platform.servers[name].connect() as conn:
        if conn.execute(b"select " + IS_COPIED).fetchone() != (True,):
            return False
    with platform.servers[HOME].connect() as conn:
        return replicas.has_reached(conn, slot_of(name), until)
