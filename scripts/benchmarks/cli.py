"""The subcommands of `scripts/bench`: the comparisons, which run without a name, and what needs more than a minute."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

import benchmarks
from benchmarks import growth, mixed, pages, router, shards, upkeep
from benchmarks.harness import Options
from runner import ROOT, testing
from runner import server as servers

console = Console()


class Benchmarks(TyperGroup):
    """Subcommands of which `compare` need not be named: scripts/bench slots --quick."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Name it where no other is."""
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["compare", *args])


app = typer.Typer(
    name="bench",
    cls=Benchmarks,
    help="Measure. Without a subcommand: compare, the bars that docs/benchmarks publishes.",
)
Systems = Annotated[
    list[str] | None,
    typer.Argument(help="slots, cards, xp, sparc; all of them where none is named."),
]
Publish = Annotated[bool, typer.Option("--publish", help="Write docs/benchmarks.")]


@contextmanager
def measuring() -> Iterator[tuple[str, str, Path | None]]:
    """Run a server to measure on; yield how to reach it, a database with the whole plan, and its disk if it is here."""
    with servers.for_benchmarks() as server, server.connect("postgres") as control:
        template = testing.ensure_template(server, control)
        disk = servers.base_directory() if server.private else None
        yield server.conninfo("postgres"), template, disk


@app.command()
def compare(
    systems: Annotated[
        list[str] | None,
        typer.Argument(help="core, slots, cards, xp, sparc; all of them where none is named."),
    ] = None,
    only: Annotated[str | None, typer.Option(help="Cases whose name holds this.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that each case runs.")] = False,
    seconds: Annotated[float | None, typer.Option(help="Seconds a round; 6.")] = None,
    rounds: Annotated[
        int | None, typer.Option(help="Rounds of each case; 5, and up to three times as many.")
    ] = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="Write docs/benchmarks and what README quotes.")
    ] = False,
) -> None:
    """Compare every operation with the floor, the seeds and the peers; say which bars are missed.

    The whole run takes about an hour. See that it works with --quick, look at one case with --only.
    """
    benchmarks.chosen(systems or [], only)  # before a server starts for nothing
    with measuring() as (server, template, _):
        benchmarks.main(
            server, template, ROOT, console, systems=systems or [], only=only, quick=quick,
            seconds=seconds, rounds=rounds, publish=publish,
        )  # fmt: skip


@app.command("growth")
def grow(
    systems: Systems = None,
    rows: Annotated[str, typer.Option(help="The sizes, from small to large.")] = "1M,5M,20M",
    seconds: Annotated[float, typer.Option(help="Seconds a round.")] = 6,
    rounds: Annotated[
        int, typer.Option(help="Rounds at each size; up to three times as many.")
    ] = 5,
    clients: Annotated[int, typer.Option(help="How many clients.")] = 8,
    leave: Annotated[float, typer.Option(help="Gigabytes of the disk that stay free.")] = 30,
    publish: Publish = False,
) -> None:
    """Measure appends, acts, claims and rolls while the history behind them grows.

    A million rows take 0.3 GB (cards) to 1.7 GB (slots), and all sizes stand side by side while they are measured. The
    databases are removed afterwards.
    """
    growth.sizes_of(rows), growth.loads_of(systems or [])  # before a server starts for nothing
    with measuring() as (server, template, disk):
        growth.main(
            server, template, ROOT, console, systems=systems or [], rows=rows,
            options=Options(seconds=seconds, rounds=rounds), clients=clients, disk=disk, leave_gb=leave, publish=publish,
        )  # fmt: skip


@app.command("mixed")
def mix(
    minutes: Annotated[float, typer.Option(help="How long.")] = 10,
    clients: Annotated[int, typer.Option(help="How many clients; every fourth of a kind.")] = 8,
    publish: Publish = False,
) -> None:
    """Play all four systems with upkeep, and compare the slowest calls of the last tenth with those of the second."""
    with measuring() as (server, template, _):
        mixed.main(
            server, template, ROOT, console, minutes=minutes, clients=clients, publish=publish
        )


@app.command("upkeep")
def keep_up(
    systems: Systems = None,
    rows: Annotated[str, typer.Option(help="The sizes; two are compared.")] = "200k,1M",
    leave: Annotated[float, typer.Option(help="Gigabytes of the disk that stay free.")] = 30,
    publish: Publish = False,
) -> None:
    """Measure what each task of upkeep costs per million rows, and whether it grows with them."""
    growth.sizes_of(rows), growth.loads_of(systems or [])  # before a server starts for nothing
    with measuring() as (server, template, disk):
        upkeep.main(
            server, template, ROOT, console, systems=systems or [], rows=rows, options=Options(),
            disk=disk, leave_gb=leave, publish=publish,
        )  # fmt: skip


@app.command("shards")
def find_shards(
    calls: Annotated[int, typer.Option(help="Calls of each way a round.")] = 200,
    rounds: Annotated[int, typer.Option(help="Rounds; up to three times as many.")] = 15,
) -> None:
    """Measure what it costs the Python client to find the shard of a call."""
    with measuring() as (server, template, _):
        shards.main(server, template, console, calls=calls, rounds=rounds)


@app.command("router")
def cross(
    calls: Annotated[int, typer.Option(help="Calls of each kind and way.")] = 1000,
) -> None:
    """Measure what a call through the router costs, on the router and on the shard."""
    with measuring() as (server, template, _):
        router.main(server, template, console, calls=calls)


@app.command("balance")
def weigh(
    people: Annotated[int, typer.Option(help="How many people.")] = 10_000_000,
    publish: Publish = False,
) -> None:
    """Put people into their slots, and draw how evenly slots and shards are filled; a minute for ten million."""
    found = shards.balance(people)
    shards.plot(found, pages.folder_of(ROOT, publish) / "balance.png")
    for name, value in shards.facts(found).items():
        console.print(f"{name}: {value:.3f}")
