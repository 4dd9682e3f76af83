"""The subcommands cluster and shard."""

from collections import Counter
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from sharding import clusters
from sharding.platform import HOME, Platform

console = Console()
cluster = typer.Typer(
    name="cluster",
    help="Runs a platform of several servers on this machine.",
    no_args_is_help=True,
)


@cluster.command()
def up(
    shards: Annotated[
        int | None,
        typer.Option(min=1, max=64, help=f"How many; {clusters.COUNT}, or those that there are."),
    ] = None,
) -> None:
    """Make and start the home of definitions and the shards, deploy to each, and tell all of them the map."""
    started = clusters.up(shards, console)
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
    passfile = next(iter(platform.servers.values())).keywords["passfile"]
    console.print(
        f"As the operator: psql 'ADDRESS?user=postgres&passfile={passfile}'",
        soft_wrap=True,
        highlight=False,
    )
