"""A platform of several shards for tests: databases of one server, each with the whole plan, and one map."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import psycopg
from gamekeeper import Kept, Shards
from gamekeeper.shards import SLOTS, slot_of
from psycopg import conninfo

from sharding import router
from sharding.platform import HOME

GATEWAYS = 0x67617465
PASSWORD = "of the gateways of tests"
TELL = "select core.set_shard_map(%s, %s, %s, %s::text[])"


def even(count: int) -> list[str]:
    """Return a map that gives each of so many shards as many slots."""
    return [f"s{slot * count // SLOTS + 1}" for slot in range(SLOTS)]


def somebody(shard: str, shards: list[str]) -> UUID:
    """Return a new person who lives on a shard."""
    while shards[slot_of(found := uuid4())] != shard:
        pass
    return found


def sign_up(server: str, people: Mapping[str, UUID]) -> None:
    """Sign people up, where sparc lives."""
    with psycopg.connect(server) as owner:
        for name, made in people.items():
            owner.execute(
                "insert into auth.users (id, email, raw_user_meta_data)"
                " values (%s, %s, jsonb_build_object('display_name', initcap(%s)))",
                [made, f"{name}@example.org", name],
            )


def follow(owner: psycopg.Connection[Any]) -> None:
    """Let a shard that was copied believe that it follows the home of definitions closely: they are all here."""
    owner.execute(
        "create or replace function core.followed_definitions()"
        " returns table (is_shard boolean, is_followed boolean, written_at timestamptz, is_behind boolean)"
        " language sql stable as 'select true, true, now(), false'"
    )


@dataclass
class Platform:
    """Shards: databases with the whole plan."""

    servers: dict[str, str]  # the connection string of each shard
    map: list[str]
    opened: list[Kept] = field(default_factory=list)
    # The databases that are dropped together when it ends, which then share a checkpoint; none where it is somebody else's.
    clones: list[str] = field(default_factory=list)

    def tell(
        self, version: int, shards: list[str], addresses: Mapping[str, str] | None = None
    ) -> None:
        """Tell every shard a map. Where nothing else is said, the address of a shard is its name."""
        given = json.dumps(addresses or {name: name for name in self.servers})
        for shard, server in self.servers.items():
            with psycopg.connect(server) as owner:
                owner.execute(TELL, [version, shard, given, shards])

    def shards(self) -> Shards:
        """Return what a client of the platform begins with."""
        return Shards(self.open("s1"), self.open)

    def open(self, shard: str) -> Kept:
        """Return a connection to a shard, which the end of the tests closes."""
        self.opened.append(Kept(self.servers[shard]))
        return self.opened[-1]

    def somebody(self, shard: str) -> UUID:
        """Return a new person who lives on a shard."""
        return somebody(shard, self.map)

    def count(self, shard: str, query: str) -> int:
        """Return what a shard counts, seen by its owner."""
        with psycopg.connect(self.servers[shard]) as owner:
            row = owner.execute(query.encode()).fetchone()
        assert row
        return int(row[0])


@contextmanager
def platform_of(test_databases: Any, count: int, of: str | None = None) -> Iterator[Platform]:
    """Make a platform of so many shards, copies of a database, that know each other's map, and drop it in the end."""
    names = {f"s{number}": test_databases.clone(of) for number in range(1, count + 1)}
    servers = {
        shard: conninfo.make_conninfo(test_databases.server.conninfo(name))
        for shard, name in names.items()
    }
    made = Platform(servers, even(count), clones=[*names.values()])
    try:
        made.tell(1, made.map)
        for server in servers.values():
            with psycopg.connect(server) as owner:
                follow(owner)
        yield made
    finally:
        for kept in made.opened:
            kept.close()
        test_databases.drop(*made.clones)


@contextmanager
def laying(test_databases: Any) -> Iterator[None]:
    """Wait until no other test makes gateways: their login belongs to the whole server, and all give it one password."""
    lock = [GATEWAYS, GATEWAYS]
    test_databases.control.execute("select pg_advisory_lock(%s, %s)", lock)
    try:
        yield
    finally:
        test_databases.control.execute("select pg_advisory_unlock(%s, %s)", lock)


def ways_to(platform: Platform) -> dict[str, str]:
    """Return how PL/Proxy reaches each shard."""
    known = {name: conninfo.conninfo_to_dict(server) for name, server in platform.servers.items()}
    return {
        name: conninfo.make_conninfo("", **{key: words[key] for key in ("host", "port", "dbname")})
        for name, words in known.items()
    }


@contextmanager
def routed(test_databases: Any, platform: Platform, of: str | None = None) -> Iterator[str]:
    """Put a router in front of a platform; yield its connection string, and drop it in the end, with the platform if that was made here too."""
    name = test_databases.clone(of)
    address = test_databases.server.conninfo(name)
    addresses = json.dumps({shard: shard for shard in (*platform.servers, HOME)})
    with laying(test_databases):
        with psycopg.connect(address) as owner:
            owner.execute(TELL, [1, None, addresses, platform.map])
            found = router.lay_router(owner, ways_to(platform), PASSWORD)
        for server in platform.servers.values():
            with psycopg.connect(server) as owner:
                router.lay_shard(owner, found, PASSWORD)
    try:
        yield address
    finally:
        if platform.clones:
            platform.clones.append(name)
        else:
            test_databases.drop(name)


@contextmanager
def away(owner: psycopg.Connection[Any], partition: str) -> Iterator[None]:
    """Take a shard, by its number as PL/Proxy counts, away from a router for a while."""
    row = owner.execute(
        "select o.option from pg_foreign_server as s cross join unnest(s.srvoptions) as o (option) where starts_with(o.option, %s)",
        [f"{partition}="],
    ).fetchone()
    assert row
    (known,) = row.values() if isinstance(row, dict) else row
    aim = psycopg.sql.SQL("alter server {} options (set {} {})")
    name, key = psycopg.sql.Identifier(router.CLUSTER), psycopg.sql.Identifier(partition)
    owner.execute(aim.format(name, key, "host=127.0.0.1 port=1 dbname=nobody"))
    try:
        yield
    finally:
        owner.execute(aim.format(name, key, known.split("=", 1)[1]))
