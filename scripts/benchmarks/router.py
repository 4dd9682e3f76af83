"""What a call through the router costs, on the router and on the shard, beside the same call made on the shard (docs/scale.md)."""

import json
import os
import random
import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
from psycopg import conninfo
from rich.console import Console
from rich.table import Table

from benchmarks.harness import Database
from benchmarks.shards import EVEN, cpu_of, person_on
from sharding import router
from sharding.platform import HOME

PASSWORD = "of the gateways that are measured"
MADE = "a credit of a wallet"
READ = "a profile that is read"
REFUSED = "a credit that is refused"
CREDIT = "select * from slots.wallet_operation(%(wallet)s, 'credit', %(amount)s, gen_random_uuid()::text)"
CALLS: Mapping[str, tuple[str, int]] = {
    MADE: (CREDIT, 1),
    READ: ("select * from cards.my_profile()", 0),
    REFUSED: (CREDIT, -1),
}
MORE = 0.15  # ms that a call may take more, on each side
TIMES = 3  # what a refused call may cost, of the same one made directly


@dataclass
class Took:
    """Milliseconds of a processor that calls took, of each the server that it ran on."""

    direct: list[float] = field(default_factory=list)
    router: list[float] = field(default_factory=list)
    shard: list[float] = field(default_factory=list)
    nothing: list[float] = field(
        default_factory=list
    )  # a statement that asks for nothing, on the router

    @property
    def more_on_shard(self) -> float:
        """What the shard does more for the median call that comes through the router."""
        return statistics.median(self.shard) - statistics.median(self.direct)

    @property
    def on_router(self) -> float:
        """What the router does for the median call."""
        return statistics.median(self.router)

    @property
    def times(self) -> float:
        """What the median call costs on both, of what it costs directly."""
        return (self.on_router + statistics.median(self.shard)) / statistics.median(self.direct)

    @property
    def fed(self) -> float:
        """How many cores of shards one core of the router keeps busy by the median call."""
        return statistics.median(self.shard) / self.on_router


def caller(stack: ExitStack, address: str, person: UUID, role: str) -> psycopg.Connection[Any]:
    """Connect as a caller for all of a measurement."""
    connection = stack.enter_context(psycopg.connect(address, autocommit=True))
    claims = json.dumps({"sub": str(person), "role": role})
    connection.execute(
        "select set_config('request.jwt.claims', %s, false), set_config('role', %s, false)",
        [claims if role != "service_role" else json.dumps({"role": role}), role],
    )
    return connection


@contextmanager
def routed(server: str, template: str) -> Iterator[tuple[str, str]]:
    """Make two shards and a router; yield the addresses of the router and of the second shard."""
    name = f"gamekeeper_bench_{os.getpid()}_router"
    with ExitStack() as stack:
        addresses = {
            shard: stack.enter_context(Database(server, template, f"{name}_{shard}"))
            for shard in (HOME, "s1", "s2")
        }
        known = json.dumps({shard: shard for shard in addresses})
        ways = {}
        for shard, address in addresses.items():
            with psycopg.connect(address) as owner:
                here = None if shard == HOME else shard
                owner.execute("select core.set_shard_map(1, %s, %s, %s)", [here, known, EVEN])
            words = conninfo.conninfo_to_dict(address)
            keys = [key for key in ("host", "port", "dbname") if key in words]
            ways[shard] = conninfo.make_conninfo("", **{key: words[key] for key in keys})
        with psycopg.connect(addresses[HOME]) as owner:
            found = router.lay_router(owner, ways, PASSWORD)
        for shard in ("s1", "s2"):
            with psycopg.connect(addresses[shard]) as owner:
                router.lay_shard(owner, found, PASSWORD)
        yield addresses[HOME], addresses["s2"]


def gateway_of(address: str) -> int:
    """Return the server process that serves the router on a shard."""
    with psycopg.connect(address) as owner:
        row = owner.execute(
            "select pid from pg_stat_activity where usename = %s and datname = current_database()"
            " order by backend_start desc limit 1",
            [router.LOGIN],
        ).fetchone()
    assert row
    return int(row[0])


def measure(front: str, shard: str, calls: int, warm: int = 30) -> dict[str, Took]:
    """Let both ways take turns, call by call, and return what each took; front is a router's address, shard its second shard's."""
    took: dict[str, Took] = {}
    person = person_on("s2")
    with ExitStack() as stack:
        user = caller(stack, front, person, "authenticated")
        row = user.execute(
            "select wallet_id from slots.create_wallet('AUD', 100, idempotency_key => 'w')"
        ).fetchone()
        assert row
    for name, (query, amount) in CALLS.items():
        found = took[name] = Took()
        role = "authenticated" if name == READ else "service_role"
        values = {"wallet": row[0], "amount": amount}
        with ExitStack() as stack:
            direct = caller(stack, shard, person, role)
            through = caller(stack, front, person, role)
            for _ in range(warm):  # plans are made and connections opened
                call(direct, query, values)
                call(through, query, values)
            pids = (direct.info.backend_pid, through.info.backend_pid, gateway_of(shard))
            for _ in range(calls):
                before = cpu_of(pids[1])
                through.execute("select 1").fetchall()
                found.nothing.append(1000 * (cpu_of(pids[1]) - before))
                for way in random.sample([direct, through], 2):
                    began = [cpu_of(pid) for pid in pids]
                    call(way, query, values)
                    used = [1000 * (cpu_of(p) - b) for p, b in zip(pids, began, strict=True)]
                    if way is direct:
                        found.direct.append(used[0])
                    else:
                        found.router.append(used[1])
                        found.shard.append(used[2])
    return took


def call(connection: psycopg.Connection[Any], query: str, values: Mapping[str, Any]) -> None:
    """Make a call, which may be refused."""
    with suppress(psycopg.errors.DatabaseError):
        connection.execute(query.encode(), values).fetchall()


def main(server: str, template: str, console: Console, *, calls: int) -> None:
    """Measure, and print what was found beside the bars."""
    columns = ("direct", "router", "of it 1", "shard", "more", "both", "feeds")
    table = Table("call", *columns, box=None)
    with routed(server, template) as (front, shard):
        measured = measure(front, shard, calls)
    for name, took in measured.items():
        table.add_row(
            name,
            f"{statistics.median(took.direct):.3f}",
            f"{took.on_router:.3f}",
            f"{statistics.median(took.nothing):.3f}",
            f"{statistics.median(took.shard):.3f}",
            f"{took.more_on_shard:+.3f}",
            f"{took.times:.1f} x",
            f"{took.fed:.1f}",
        )
    console.print(table)
    console.print(
        f"ms of a processor, of the median call. Bars: at most {MORE} on the router and {MORE} more on the shard; a refused call at"
        f" most {TIMES} x. Of it 1: what the router spends on select 1. Feeds: how many cores of shards a core of the router keeps busy.",
        soft_wrap=True,
        highlight=False,
    )
