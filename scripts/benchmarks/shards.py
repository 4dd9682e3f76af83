"""What it costs a client to find the shard of a call, and how evenly people fill slots and shards (docs/scale.md)."""

import hashlib
import json
import os
import random
import statistics
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
from gamekeeper import Caller, Gamekeeper, Kept, Shards
from gamekeeper.shards import SLOTS, slot_of
from rich.console import Console

from benchmarks import report
from benchmarks.harness import (
    MORE_ROUNDS,
    RATE,
    SECONDS,
    UNCLEAR,
    Bar,
    Case,
    Database,
    Measured,
    Outcome,
    Sample,
    Variant,
)

ONE, NAMED, MAP = "one machine", "named shard", "by the map"
VARIANTS = (
    Variant(
        MAP, "the client computes the slot of the wallet and takes the connection of its shard"
    ),
    Variant(
        NAMED, "the same call of the same client over the same shard's connection, without the map"
    ),
    Variant(ONE, "the same call to a server that has no map, and so no fence to pass"),
)
OPERATION = "a credit of a wallet, one client"
CASES_OF_RATE = Case("clients", OPERATION, VARIANTS, [Bar(MAP, ">=", 0.97, NAMED)], RATE)
CASES_OF_CPU = Case(
    "clients", f"{OPERATION}, CPU of client and server", VARIANTS, [Bar(MAP, "<=", 1.03, NAMED)], SECONDS
)  # fmt: skip
EVEN = ["s1"] * (SLOTS // 2) + ["s2"] * (SLOTS // 2)


@dataclass
class Way:
    """One way to call: a client with a wallet of its own, and the server process that serves it."""

    client: Gamekeeper
    wallet_id: UUID
    server_pid: int

    def call(self) -> tuple[float, float]:
        """Make a call; return how long it took, and how long client and server ran on a processor for it."""
        server, client, begun = cpu_of(self.server_pid), time.process_time(), time.perf_counter()
        self.client.slots.wallet_operation(self.wallet_id, "credit", Decimal(1))
        wall, used = time.perf_counter() - begun, time.process_time() - client
        return wall, used + cpu_of(self.server_pid) - server


def one_round(found: Mapping[str, Way], calls: int) -> dict[str, tuple[Sample, Sample]]:
    """Let the ways take turns, call by call; return of each the rate and the processor's seconds of its median call."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in found}
    for _ in range(calls):
        for name in random.sample(list(found), len(found)):
            took[name].append(found[name].call())
    return {
        name: (
            Sample(1 / statistics.median(wall for wall, _ in lines), calls),
            Sample(statistics.median(used for _, used in lines), calls),
        )
        for name, lines in took.items()
    }


def cpu_of(pid: int) -> float:
    """Return for how many seconds a process of this machine has run on a processor; 0 where it runs elsewhere."""
    found = Path(f"/proc/{pid}/schedstat")
    return int(found.read_text().split()[0]) / 1e9 if found.exists() else 0.0


def pid_of(kept: Kept) -> int:
    """Return the server process behind a connection."""
    with kept() as connection:
        return connection.info.backend_pid


def person_on(shard: str) -> UUID:
    """Return a new person who lives on a shard."""
    while EVEN[slot_of(found := uuid4())] != shard:
        pass
    return found


def wallet_of(client: Gamekeeper) -> UUID:
    """Make a wallet for somebody of the second shard."""
    made = client.slots.create_wallet("AUD", Decimal(100), owner_id=person_on("s2"))
    return made.wallet_id


def ways(stack: ExitStack, server: str, template: str) -> dict[str, Way]:
    """Make one machine and a platform of two shards, and return the ways to call them."""
    name = f"gamekeeper_bench_{os.getpid()}_shard"
    addresses = {
        shard: stack.enter_context(Database(server, template, f"{name}_{shard}"))
        for shard in ("one", "s1", "s2")
    }
    platform = json.dumps({shard: addresses[shard] for shard in ("s1", "s2")})
    for shard in ("s1", "s2"):
        with psycopg.connect(addresses[shard]) as owner:
            owner.execute(
                "select core.set_shard_map(1, %s, %s, %s::text[])", [shard, platform, EVEN]
            )
    kept: dict[str, Kept] = {}

    def opened(address: str) -> Kept:
        if address not in kept:
            kept[address] = Kept(address)
            stack.callback(kept[address].close)
        return kept[address]

    shards = Shards(opened(addresses["s1"]), opened)
    found = {}
    for way, connect, address in (
        (MAP, shards, addresses["s2"]),
        (NAMED, shards.only("s2"), addresses["s2"]),
        (ONE, opened(addresses["one"]), addresses["one"]),
    ):
        client = Gamekeeper(connect, Caller.service())
        found[way] = Way(client, wallet_of(client), pid_of(opened(address)))
    return found


def compare(server: str, template: str, *, calls: int, rounds: int) -> list[Outcome]:
    """Measure every way in every round until every bar is clear or enough is enough."""
    outcomes = [
        Outcome(case, {v.name: Measured(v) for v in VARIANTS})
        for case in (CASES_OF_RATE, CASES_OF_CPU)
    ]
    with ExitStack() as stack:
        found = ways(stack, server, template)
        one_round(found, calls)  # plans are made and pages are read
        for number in range(1, rounds * MORE_ROUNDS + 1):
            verdicts = [outcome.verdict(bar) for outcome in outcomes for bar in outcome.case.bars]
            if number > rounds and UNCLEAR not in verdicts:
                break
            for name, samples in one_round(found, calls).items():
                for outcome, sample in zip(outcomes, samples, strict=True):
                    outcome.variants[name].samples.append(sample)
    return outcomes


def main(server: str, template: str, console: Console, *, calls: int, rounds: int) -> None:
    """Measure, and print what was found."""
    outcomes = compare(server, template, calls=calls, rounds=rounds)
    for outcome in outcomes:
        console.print(report.case_table(outcome))
    console.print(report.summary(outcomes))


# Balance ----------------------------------------------------------------------------------------

BUSY = 0.2  # of all people, who make
SHARE = 0.8  # of all calls
SHARDS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
CHUNK = 100_000
SEED = 18


@dataclass(frozen=True)
class Balance:
    """The load of each slot, of the mean: where everybody is as busy, and where few make most of the calls."""

    people: int
    even: Sequence[float]
    uneven: Sequence[float]


def balance(people: int) -> Balance:
    """Put so many people into their slots; ids and who is busy are the same in every run."""
    chance = random.Random(SEED)
    counted, busy = [0] * SLOTS, [0] * SLOTS
    for begun in range(0, people, CHUNK):
        count = min(CHUNK, people - begun)
        text = chance.randbytes(16 * count).hex()
        for at in range(0, 32 * count, 32):
            h = text[at : at + 32]
            person = f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"
            slot = int.from_bytes(hashlib.sha256(person.encode()).digest()[:2]) >> 6
            counted[slot] += 1
            busy[slot] += chance.random() < BUSY
    quiet_calls, busy_calls = (1 - SHARE) / (1 - BUSY), SHARE / BUSY
    calls = [busy_calls * b + quiet_calls * (n - b) for n, b in zip(counted, busy, strict=True)]
    return Balance(people, of_mean(counted), of_mean(calls))


def of_mean(values: Sequence[float]) -> list[float]:
    """Return each value over the mean of all."""
    mean = sum(values) / len(values)
    return [value / mean for value in values]


def fullest(loads: Sequence[float], shards: int) -> float:
    """Return the load of the fullest of so many shards, of their mean, where each has as many slots as another, or one more."""
    sums = [0.0] * shards
    for slot, load in enumerate(loads):
        sums[slot * shards // SLOTS] += load
    return max(of_mean(sums))


def facts(found: Balance) -> Mapping[str, float]:
    """Return what the page quotes."""
    return {
        "fullest slot, even": max(found.even),
        "emptiest slot, even": min(found.even),
        "fullest slot, 80/20": max(found.uneven),
        "emptiest slot, 80/20": min(found.uneven),
        **{
            f"fullest of {n} shards, {name}": fullest(loads, n)
            for n in (3, 16, 64)
            for name, loads in (("even", found.even), ("80/20", found.uneven))
        },
    }


def plot(found: Balance, path: Path) -> None:
    """Draw the load of slots, and of the fullest shard."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (slots, shards) = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    styles = (
        ("everybody as busy", found.even, "#2a6f97"),
        ("one in five makes 80 % of the calls", found.uneven, "#d1495b"),
    )
    for label, loads, color in styles:
        slots.hist(loads, bins=40, range=(0.92, 1.08), alpha=0.65, color=color, label=label)
        shards.plot(
            SHARDS, [100 * (fullest(loads, n) - 1) for n in SHARDS], "o-", color=color, ms=4
        )
    slots.set_xlabel("load of a slot, of the mean of all")
    slots.set_ylabel(f"slots of {SLOTS:,}")
    slots.legend(frameon=False, fontsize=8, loc="upper left")
    slots.set_ylim(0, 1.25 * slots.get_ylim()[1])
    slots.set_title(f"{found.people:,} people in their slots", loc="left", fontsize=11)
    shards.set_xscale("log", base=2)
    shards.set_xticks(SHARDS, [str(n) for n in SHARDS])
    shards.minorticks_off()
    shards.set_ylim(bottom=0)
    shards.set_xlabel("shards")
    shards.set_ylabel("% above the mean of all")
    shards.set_title("The fullest shard", loc="left", fontsize=11)
    for axis in (slots, shards):
        axis.spines[["top", "right"]].set_visible(False)
        axis.tick_params(labelsize=8)
    figure.savefig(path, dpi=110)
    plt.close(figure)
