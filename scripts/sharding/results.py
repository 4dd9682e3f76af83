"""Results of games go to where their players live, by logical replication over the home of definitions (docs/scale.md).

Each shard publishes the rows of cards.handed_results that it wrote itself. The home follows all shards, and publishes to each
what the others wrote: so a new shard needs one way, however many there are.
"""

import time

from runner import Problem
from sharding import replicas
from sharding.platform import HOME, Platform

TABLE = "cards.handed_results"
OUT = "gamekeeper_results_of_{}"  # what a shard wrote: publication and slot there, subscription at home
IN = "gamekeeper_results_for_{}"  # what the others wrote: publication and slot at home, subscription on the shard
PATIENCE = 60


def connect(platform: Platform, ways: dict[str, str]) -> None:
    """Let results flow between all shards; what was handed over before a shard came does not concern it."""
    for name in platform.names():
        with platform.servers[name].connect() as shard, platform.servers[HOME].connect() as home:
            out, into = OUT.format(name), IN.format(name)
            for conn, publication, sign in ((shard, out, "="), (home, into, "<>")):
                there = conn.execute(
                    "select from pg_publication where pubname = %s", [publication]
                ).fetchone()
                if there is None:
                    conn.execute(
                        f"create publication {publication} for table {TABLE} where (source {sign} '{name}')"
                        " with (publish = 'insert')".encode()
                    )
            # The shard hears of others before it can be heard itself.
            for source, follower, subscription, way in (
                (home, shard, into, ways[HOME]),
                (shard, home, out, ways[name]),
            ):
                if not replicas.follow(follower, subscription, way):
                    replicas.make_slot(source, subscription)
                    replicas.subscribe(
                        follower, subscription, way, (subscription,), subscription, copied=False
                    )


def wait(platform: Platform, name: str) -> None:
    """Wait until a shard has what all others have handed over until now."""
    for other in platform.names():
        if other != name:
            wait_for(platform, other, OUT.format(other))
    wait_for(platform, HOME, IN.format(name))


def wait_for(platform: Platform, source: str, slot: str) -> None:
    """Wait until whoever follows a server through a slot has what it has written until now."""
    with platform.servers[source].connect() as conn:
        until = replicas.written(conn)
        replicas.wait_until(
            lambda: replicas.has_reached(conn, slot, until),
            f"results do not come from {source}; see the servers' logs",
        )


def take(platform: Platform, name: str, slot: int) -> None:
    """Let a shard take all results of a slot's people that have come, as its upkeep does."""
    left = f"select count(*) from {TABLE} where slot = %s"
    with platform.servers[name].connect() as conn:
        end = time.monotonic() + PATIENCE
        while conn.execute(left.encode(), [slot]).fetchone() != (0,):
            conn.execute("select cards.upkeep_handed_results()")
            if time.monotonic() > end:
                raise Problem(f"somebody holds the statistics of a player of slot {slot}")
