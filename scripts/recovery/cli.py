"""The subcommands backup, restore and drill."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from psycopg import sql
from rich.console import Console

from recovery import (
    backups,
    clusters,
    copies,
    crash_drill,
    dump_drill,
    dumps,
    failover_drill,
    restore_drill,
    soak_drill,
)
from recovery.report import FOLDER, Report
from recovery.repository import STANZA, Repository
from runner import ROOT, Problem
from runner import server as servers
from runner.server import Server

console = Console()
drills = typer.Typer(
    name="drill",
    help="Breaks on purpose what a night can break, and counts what is lost.",
    no_args_is_help=True,
)

Config = Annotated[
    Path | None,
    typer.Option(help="pgBackRest's configuration of a server of yours.", dir_okay=False),
]
Stanza = Annotated[str, typer.Option(help="The stanza in it.")]
At = Annotated[
    str | None,
    typer.Option(metavar="INSTANT", help="Such as 2026-11-26T03:00:00Z; all there is without."),
]
Short = Annotated[
    bool, typer.Option("--short", help="The form of the tests: seconds, not minutes.")
]


def parse(at: str | None) -> datetime | None:
    """Return an instant in ISO 8601; without a zone it is UTC."""
    if at is None:
        return None
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        raise Problem(f"{at} is no instant; 2026-11-26T03:00:00Z is", 2) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def repository(server: Server, config: Path | None, stanza: str) -> Repository:
    """Return the repository that a server archives into, or say what is missing."""
    with server.connect() as conn:
        row = conn.execute("select current_setting('archive_mode') <> 'off'").fetchone()
    if row != (True,):
        message = (
            "the private server keeps no WAL; let it: scripts/gamekeeper up --archive"
            if server.private
            else "the server keeps no WAL (archive_mode = off); docs/operations/recovery.md sets it up"
        )
        raise Problem(message)
    if not server.private:
        if config is None:
            raise Problem(
                "name the server's pgBackRest configuration with --config, or dump it with --dump",
                2,
            )
        return Repository(config, stanza)
    found = Repository.of(servers.private_cluster())
    found.create(int(server.keywords["port"]))
    return found


def set_archiving(wanted: bool) -> None:
    """Let the private server keep its WAL from its next start on, or not; stop it if that is news to it."""
    if servers.is_named():
        raise Problem(f"the server that {servers.named_by()} names is not ours to set up", 2)
    with servers.locked("server"):
        own = servers.private_cluster()
        found = Repository.of(own)
        chosen = found.archive_settings() if wanted else {}
        if chosen != own.extra_settings():
            if not own.data.exists():
                own.create()
            running = own.running_port()
            if wanted:  # a segment that is pushed needs to know where
                found.configure(running or 5432)
            own.extra.write_text(json.dumps(chosen))
            own.stop()


def backup(
    config: Config = None,
    stanza: Stanza = STANZA,
    kind: Annotated[str, typer.Option("--type", help="full, diff or incr.")] = "full",
    dump: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Dump it with pg_dump instead.", file_okay=False),
    ] = None,
) -> None:
    """Make a backup and note it for health: with pgBackRest, or of a managed service with --dump."""
    server = servers.up()
    with console.status("backing up"):
        if dump:
            made = backups.logical(server, dump.resolve())
            console.print(f"[green]dumped[/] to {made}", soft_wrap=True, highlight=False)
            return
        done = backups.physical(repository(server, config, stanza), server, kind)
    console.print(f"[green]backed up[/] {done.label}, {done.bytes:,} bytes", highlight=False)


def restore(
    at: At = None,
    dump: Annotated[
        Path | None, typer.Option(metavar="DUMP", help="Restore what backup --dump made.")
    ] = None,
    into: Annotated[str, typer.Option(help="With --dump: the database to make.")] = "restored",
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="Put the copy in the private server's place, which is kept aside."
        ),
    ] = False,
) -> None:
    """Restore the private server as it was at an instant, beside it or in its place; or a dump into a new database.

    Of a server of yours pgBackRest restores by itself: docs/operations/recovery.md has the commands.
    """
    if dump:
        restore_dump(dump, into)
        return
    if servers.is_named() and not servers.named_is_private():
        raise Problem(
            "restore a server of yours with pgbackrest restore, as docs/operations/recovery.md says",
            2,
        )
    own = servers.private_cluster()
    found = Repository.of(own)
    if not found.config.exists():
        raise Problem(
            "the private server has no backup; scripts/gamekeeper up --archive, then backup"
        )
    instant = parse(at)
    with servers.locked("server"), console.status("restoring"):
        source = found.backup_for(instant)
        copy = servers.cluster("restored", own.binaries)
        clusters.remove(copy)
        copy.state.mkdir(parents=True, exist_ok=True)
        copy.passfile.touch(mode=0o600)
        copy.passfile.write_text(own.passfile.read_text())
        found.restore(copy, source, instant, preserve=replace)
        if replace:
            own.stop()
            aside = own.home / f"data-{datetime.now(UTC):%Y%m%d-%H%M%S}"
            own.data.rename(aside)
            copy.data.rename(own.data)
            # the command that fetches WAL names the data's place
            auto = own.data / "postgresql.auto.conf"
            servers.write_for_server(auto, auto.read_text().replace(str(copy.data), str(own.data)))
            clusters.remove(copy)
            server = own.server(
                servers.start_private(own, None, lambda server: copies.promoted(own, server))
            )
        else:
            port = servers.free_port()
            copy.start(port, servers.settings(copy.binaries, helpers=()))
            server = copy.server(port)
            copies.promoted(copy, server)
    console.print(
        f"[green]restored[/] from {source.label}: {server.url()}", soft_wrap=True, highlight=False
    )
    if replace:
        console.print(f"what was there before lies in {aside}", soft_wrap=True, highlight=False)
    console.print(
        "now go on with docs/operations/recovery.md, before anybody plays", highlight=False
    )


def restore_dump(dump: Path, into: str) -> None:
    """Restore a dump into a database that is made for it."""
    if not dump.exists():
        raise Problem(f"there is no dump {dump}")
    server = servers.up()
    dumps.require_roles(server)
    with server.connect("postgres") as conn:
        if conn.execute("select 1 from pg_database where datname = %s", [into]).fetchone():
            raise Problem(f"there is a database {into} already; name another with --into")
        conn.execute(sql.SQL("create database {}").format(sql.Identifier(into)))
    with console.status("restoring"):
        dumps.restore(server, into, dump)
    console.print(f"[green]restored[/] into database {into}", soft_wrap=True, highlight=False)


def finish(report: Report, out: Path | None) -> None:
    """Show and write a report; a drill that failed ends with status 1."""
    report.show(console)
    for file in report.save(out or ROOT / FOLDER):
        console.print(f"written: {file}", soft_wrap=True, highlight=False)
    raise typer.Exit(not report.ok)


Out = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Where the report goes.", file_okay=False)
]


@drills.command("restore")
def drill_restore(
    at: At = None, config: Config = None, stanza: Stanza = STANZA, out: Out = None
) -> None:
    """Restore a copy beside the server, look at it from all sides, note the result in core.restore_drills."""
    server = servers.up()
    finish(restore_drill.run(repository(server, config, stanza), server, console, parse(at)), out)


@drills.command("crash")
def drill_crash(short: Short = False, out: Out = None) -> None:
    """Kill the server and single backends under mixed play; each acknowledged call is there exactly once."""
    finish(crash_drill.run(crash_drill.SHORT if short else crash_drill.LONG, console), out)


@drills.command("failover")
def drill_failover(
    asynchronous: Annotated[
        bool, typer.Option("--asynchronous", help="With a standby that lacks the last moments.")
    ] = False,
    short: Short = False,
    out: Out = None,
) -> None:
    """Kill the primary under mixed play and go on with its streaming standby."""
    size = crash_drill.SHORT if short else crash_drill.LONG
    finish(failover_drill.run(size, console, synchronous=not asynchronous), out)


@drills.command("soak")
def drill_soak(
    seconds: Annotated[float, typer.Option(help="How long.")] = 600,
    hands: Annotated[int, typer.Option(help="How many clients.")] = 12,
    most_wait: Annotated[
        float, typer.Option(help="The longest wait for a lock, in milliseconds.")
    ] = soak_drill.MOST_WAIT_MS,
    out: Out = None,
) -> None:
    """Play for long while upkeep runs; the books are right, nobody waited for long, nothing deadlocked."""
    finish(soak_drill.run(seconds, hands, console, most_wait=most_wait), out)


@drills.command("dump")
def drill_dump(
    into: Annotated[
        list[Path] | None,
        typer.Option(metavar="BIN", help="Programs of another PostgreSQL to restore into, too."),
    ] = None,
    short: Short = False,
    out: Out = None,
) -> None:
    """Take a database that was played on through every form of pg_dump and pg_restore."""
    own = servers.private_cluster().binaries
    versions = {path.parent.name: path for path in [own, *(into or [])]}
    finish(dump_drill.run(crash_drill.SHORT if short else crash_drill.LONG, console, versions), out)
