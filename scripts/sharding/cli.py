"""The subcommands cluster, shard and router."""

from collections import Counter
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from runner import Problem
from runner import server as servers
from sharding import clusters, loads, moves
from sharding import router as routers
from sharding.platform import HOME, Platform

BUSIEST = 5  # slots that are shown of each shard
console = Console()
cluster = typer.Typer(
    name="cluster",
    help="Runs a platform of several servers on this machine.",
    no_args_is_help=True,
)

shard = typer.Typer(
    name="shard", help="Moves slots between the shards of the cluster.", no_args_is_help=True
)

router = typer.Typer(
    name="router", help="Looks after the functions of the cluster's router.", no_args_is_help=True
)


@cluster.command()
def up(
    shards: Annotated[
        int | None,
        typer.Option(min=1, max=64, help=f"How many; {clusters.COUNT}, or those that there are."),
    ] = None,
    adopt: Annotated[
        bool,
        typer.Option("--adopt", help="Begin with one shard that is a copy of the private server."),
    ] = False,
) -> None:
    """Make and start the home of definitions and the shards, deploy to each, and tell all of them the map."""
    adopted = servers.private_cluster() if adopt else None
    started = clusters.up(shards, console, adopted=adopted)
    show(started)
    console.print(
        f"For clients: {clusters.map_file()} has the map, the login {clusters.GATEWAY} and its password. Play:"
        " scripts/demo --cluster",
        soft_wrap=True,
        highlight=False,
    )


@cluster.command()
def status() -> None:
    """Show the servers of the cluster that runs here."""
    show(clusters.platform())


@cluster.command()
def down(
    delete: Annotated[bool, typer.Option("--delete", help="Delete its data too.")] = False,
) -> None:
    """Stop the cluster's servers; their data stay, unless told otherwise."""
    stopped = clusters.down(delete=delete)
    console.print(f"[green]down[/] {', '.join(stopped)}" if stopped else "no cluster was running")


@shard.command("status")
def shard_status() -> None:
    """Show the shards, which slots are on their way, what slots had written within a day, and which had better move."""
    found = clusters.platform()
    show(found)
    show_loads(found)
    for move in moves.under_way(found):
        console.print(
            f"[yellow]slot {move.slot}[/] goes from {move.source} to {move.target}, {move.step}: scripts/gamekeeper"
            f" shard move {move.slot} --to {move.target}",
            soft_wrap=True,
            highlight=False,
        )


@shard.command("add")
def shard_add() -> None:
    """Make one more shard, without slots."""
    show(clusters.add(console))


@shard.command("move")
def shard_move(
    slots: Annotated[list[str], typer.Argument(help="Slots, or ranges such as 1-341.")],
    to: Annotated[str, typer.Option("--to", help="The shard that they are to live on.")],
    back: Annotated[
        bool, typer.Option("--back", help="Give up a move that has not switched yet.")
    ] = False,
) -> None:
    """Move slots to another shard, one after the other; after a crash, the same command goes on."""
    found = clusters.platform()
    for slot in chosen(slots):
        if back:
            moves.back(found, slot)
        else:
            moves.move(found, slot, to)
            console.print(f"slot {slot} lives on {to}", highlight=False)
    clusters.write_map(found)


@router.command("verify")
def router_verify() -> None:
    """Say what of the router and its gateways is not as it was made: a front that a rework overwrote, a right that came back."""
    problems = routers.verify(clusters.platform())
    for problem in problems:
        console.print(problem, soft_wrap=True, highlight=False, markup=False)
    if problems:
        raise Problem(f"{len(problems)} problems; scripts/gamekeeper cluster up makes it anew")
    console.print("[green]verified[/] the router and the gateways of all shards")


def chosen(words: list[str]) -> list[int]:
    """Return the slots that are named one by one or as ranges."""
    found: list[int] = []
    for word in words:
        first, _, last = word.partition("-")
        if not first.isdigit() or not (last or first).isdigit():
            raise Problem(f"{word} is no slot and no range of slots; 7 and 1-341 are", 2)
        found += range(int(first), int(last or first) + 1)
    return found


def show_loads(platform: Platform) -> None:
    """Print what shards and the busiest slots had written, and the moves that would even it out."""
    written, shards, names = (
        loads.of_slots(platform),
        platform.newest_map().shards,
        platform.names(),
    )
    table = Table("shard", f"rows in {loads.HOURS} h", "busiest slots", box=None)
    for name, total in loads.of_shards(written, shards, names).items():
        own = [slot for slot in written if shards[slot] == name]
        busiest = sorted(own, key=lambda slot: (-written[slot], slot))[:BUSIEST]
        table.add_row(name, str(total), ", ".join(f"{slot} ({written[slot]})" for slot in busiest))
    console.print(table)
    by_target: dict[str, list[int]] = {}
    for slot, target in loads.proposals(written, shards, names):
        by_target.setdefault(target, []).append(slot)
    for target, slots in by_target.items():
        words = " ".join(map(str, sorted(slots)))
        console.print(
            f"evener: scripts/gamekeeper shard move {words} --to {target}",
            soft_wrap=True,
            highlight=False,
        )


def show(platform: Platform) -> None:
    """Print where each server is and what it has."""
    known = platform.newest_map()
    slots = Counter(known.shards)
    table = Table("server", "address", "slots", "map", "size", box=None)
    for name, server in platform.servers.items():
        own = platform.map_of(name)
        with server.connect() as conn:
            row = conn.execute(
                "select pg_size_pretty(pg_database_size(current_database()))"
            ).fetchone()
        table.add_row(
            name,
            platform.addresses()[name],
            "definitions" if name == HOME else str(slots[name]),
            str(own.version) if own else "none",
            row[0] if row else "",
        )
    console.print(table)
    console.print(
        f"As the operator: psql 'ADDRESS?user=postgres&passfile={clusters.FOLDER}/SERVER/passfile'",
        soft_wrap=True,
        highlight=False,
    )
