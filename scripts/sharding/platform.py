"""The servers of one platform and the map that they share, seen by their operator."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from runner import Problem
from runner.server import Connection, Server

SLOTS = 1024
HOME = "router"  # where definitions are written and nobody lives; clients call it so
SHARD = re.compile(r"s[1-9]\d{0,3}")


@dataclass(frozen=True)
class KnownMap:
    """A map as one server has it: of each slot, the shard."""

    version: int
    shards: tuple[str, ...]


@dataclass(frozen=True)
class Platform:
    """The servers by their names in the map."""

    servers: Mapping[str, Server]

    def names(self) -> list[str]:
        """Return the names of the shards, in the order of their numbers."""
        return sorted((name for name in self.servers if name != HOME), key=by_number)

    def addresses(self) -> dict[str, str]:
        """Return how clients reach each server: they bring the login and its password."""
        return {
            name: f"postgresql://{server.keywords['host']}:{server.keywords['port']}/{server.database}"
            for name, server in self.servers.items()
        }

    def tell(self, name: str, known: KnownMap) -> None:
        """Tell one server a map, and where all servers are."""
        with self.servers[name].connect() as conn:
            self.tell_in(conn, name, known)

    def tell_in(self, conn: Connection, name: str, known: KnownMap) -> None:
        """Tell it in a transaction of the caller's."""
        here = None if name == HOME else name
        conn.execute(
            "select core.set_shard_map(%s, %s, %s, %s)",
            [known.version, here, json.dumps(self.addresses()), list(known.shards)],
        )

    def map_of(self, name: str) -> KnownMap | None:
        """Return the map that a server has, if it has one."""
        with self.servers[name].connect() as conn:
            rows = conn.execute(
                "select slot, shard, version from core.shard_map order by slot"
            ).fetchall()
        if not rows:
            return None
        return KnownMap(rows[0][2], tuple(row[1] for row in rows))

    def newest_map(self) -> KnownMap:
        """Return the newest map that any server has."""
        found = [known for name in self.servers if (known := self.map_of(name))]
        if not found:
            raise Problem("no server of the platform has a map; scripts/gamekeeper cluster up")
        return max(found, key=lambda known: known.version)


def by_number(name: str) -> tuple[int, str]:
    """Return what shards are put in order by."""
    return (int(name[1:]) if SHARD.fullmatch(name) else 0, name)


def even_map(names: list[str]) -> KnownMap:
    """Return the first map of new shards: neighbouring slots together, as many on each."""
    return KnownMap(1, tuple(names[slot * len(names) // SLOTS] for slot in range(SLOTS)))
