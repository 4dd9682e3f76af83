"""The program `scripts/gamekeeper`: one subcommand per job, each a thin call of a tool."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import psycopg
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

import architecture
import bundler
import clients as typed_clients
import demos
import reference
import watching
from benchmarks import cli as benches
from recovery import cli as recoveries
from runner import ROOT, STATE, Problem, snippets, sqitch, testing
from runner import lint as lints
from runner import server as servers
from runner import verify as verify_scripts
from sharding import cli as sharded
from sharding import clusters
from watching import errors as raised_errors
from watching import page as pages

app = typer.Typer(
    name="gamekeeper",
    help="Runs Gamekeeper: a game backend that is just Postgres.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
console = Console()
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.command()
def up(
    port: Annotated[int | None, typer.Option(help="Port of the private server.")] = None,
    archive: Annotated[
        bool | None,
        typer.Option(
            "--archive/--no-archive",
            help="Let the private server keep its WAL, for backup and restore.",
        ),
    ] = None,
) -> None:
    """Start the private server, or check the one that DATABASE_URL names."""
    if archive is not None:
        recoveries.set_archiving(archive)
    is_restarted = servers.private_restart_due()
    server = servers.up(port)
    if is_restarted:
        console.print("[yellow]restarted[/] another PostgreSQL was installed than the one that ran")
    kind = "private server" if server.private else "named server"
    console.print(f"[green]up[/] {kind}: {server.url()}", soft_wrap=True, highlight=False)
    base = servers.base_directory()
    if server.private and base != STATE:
        console.print(
            f"its data are in {base}, because the user {servers.server_user()}, as whom it runs,"
            f" can't enter {ROOT}",
            soft_wrap=True,
            highlight=False,
        )


@app.command()
def down(
    delete: Annotated[bool, typer.Option("--delete", help="Delete its data too.")] = False,
) -> None:
    """Stop the private server; its data stay, unless told otherwise."""
    if servers.is_named() and not servers.named_is_private():
        raise Problem(f"the server that {servers.named_by()} names is not ours to stop", 2)
    with servers.locked("server"):
        own = servers.private_cluster()
        stopped = own.stop()
        if delete:
            own.delete()
            servers.private_cluster("bench").delete()
    console.print("[green]down[/]" if stopped else "the private server was not running")


@app.command()
def deploy() -> None:
    """Deploy the whole plan, each change verified."""
    sqitch.deploy(servers.up(), console)


@app.command(context_settings=PASS_ON)
def verify(context: typer.Context) -> None:
    """Verify what is deployed (sqitch verify)."""
    raise typer.Exit(sqitch.run(servers.up(), "verify", *context.args))


@app.command()
def verify_script(
    changes: Annotated[
        list[str] | None, typer.Argument(help="Changes of the plan; all without.")
    ] = None,
) -> None:
    """Write verify scripts from the catalog of a fresh deploy; what they say with is_true stays. Read the diff."""
    for path in verify_scripts.write(servers.up(), changes or []):
        console.print(f"written: {path}", soft_wrap=True, highlight=False)


@app.command(context_settings=PASS_ON)
def revert(context: typer.Context) -> None:
    """Revert, with all data: everything, or back to a change (--to CHANGE, -y to not ask)."""
    raise typer.Exit(sqitch.run(servers.up(), "revert", *context.args))


@app.command(context_settings=PASS_ON)
def status(context: typer.Context) -> None:
    """Show what is deployed (sqitch status)."""
    if servers.private_restart_due():
        console.print(
            "[yellow]restart[/] another PostgreSQL is installed than the one that runs: scripts/gamekeeper up"
        )
        raise typer.Exit(1)
    raise typer.Exit(sqitch.run(servers.up(), "status", *context.args))


@app.command(context_settings=PASS_ON)
def psql(context: typer.Context) -> None:
    """Open psql on the database."""
    server = servers.up()
    os.execve(server.psql(), ["psql", *context.args], server.environment(server.database))


@app.command(context_settings=PASS_ON)
def test(
    context: typer.Context,
    prepare: Annotated[
        str | None,
        typer.Option(metavar="DATABASE", help="Only make a test database, for pg_prove by hand."),
    ] = None,
) -> None:
    """Run the tests with pytest; further arguments are pytest's (a path, -k, -x, -n 0 ...).

    By hand, without pytest: scripts/gamekeeper test --prepare by_hand, then
    scripts/gamekeeper prove -d by_hand tests/core/*.sql
    """
    server = servers.up()
    if not server.private:
        servers.check_test_rights(server)
    with console.status("making the test template"), server.connect("postgres") as control:
        testing.ensure_template(server, control)
    if prepare:
        testing.make_kept_database(server, prepare)
        command = f"scripts/gamekeeper prove -d {prepare} tests/core/*.sql"
        console.print(f"made {prepare}; try: {command}", soft_wrap=True, highlight=False)
        return
    arguments = [sys.executable, "-m", "pytest", *context.args]
    if not {"-n", "--numprocesses", "--pdb"} & {word.split("=")[0] for word in context.args}:
        arguments += [
            "-n",
            str(testing.default_workers()),
            "--dist",
            "loadscope",
            "--no-loadscope-reorder",
        ]
    os.chdir(ROOT)
    os.execv(sys.executable, arguments)


@app.command(context_settings=PASS_ON)
def prove(context: typer.Context) -> None:
    """Run pgTAP files by hand with pg_prove: prove -d DATABASE FILE..., see test --prepare."""
    program = shutil.which("pg_prove")
    if not program:
        raise Problem("pg_prove is missing; apt-get install libtap-parser-sourcehandler-pgtap-perl")
    server = servers.up()
    os.execve(
        program,
        ["pg_prove", "--psql-bin", server.psql(), "--set", "ON_ERROR_STOP=1", *context.args],
        server.environment(),
    )


@app.command()
def demo(
    cluster: Annotated[
        bool, typer.Option("--cluster", help="Play over several servers, as clients.")
    ] = False,
) -> None:
    """Start, deploy and play; end with the connection string and three queries to try."""
    if cluster:
        demos.play_cluster(clusters.up(None, console), console)
        return
    up()
    deploy()
    demos.play(servers.up(), console)


app.add_typer(benches.app)


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="A file .jsonl, or a folder .parquet to make.")],
    session: Annotated[str | None, typer.Option(help="Only this session.")] = None,
    dataset: Annotated[str | None, typer.Option(help="A frozen dataset, like greedy-v0.")] = None,
    after: Annotated[
        str | None, typer.Option(help="Begin with what was created at this instant.")
    ] = None,
    settle: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", help="Trust that no transaction lasts longer."),
    ] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Drop OUT and begin anew.")] = False,
) -> None:
    """Export experiences to OUT, as python -m gamekeeper.export does; again for what came since."""
    from gamekeeper import export as exporter  # Arrow takes a second to load

    with Progress(
        TextColumn("[bold]{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} steps"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    ) as bar:
        task = bar.add_task(out.name, total=None)
        try:
            cursor = exporter.export(
                servers.up().conninfo(),
                out,
                session=session,
                dataset=dataset,
                after=after,
                settle=settle,
                restart=restart,
                progress=lambda rows, size: bar.update(task, completed=rows, total=size),
            )
        except exporter.CannotExport as problem:
            raise Problem(str(problem), problem.exit_code) from None
    console.print(exporter.told(out, cursor), soft_wrap=True, highlight=False)


app.command()(recoveries.backup)
app.command()(recoveries.restore)
app.add_typer(recoveries.drills)
app.add_typer(sharded.cluster)
app.add_typer(sharded.shard)
app.add_typer(sharded.router)


@app.command()
def watch(
    every: Annotated[float, typer.Option(help="Seconds between two looks.")] = 2.0,
    looks: Annotated[int | None, typer.Option(help="End after so many looks.")] = None,
    log: Annotated[
        Path | None,
        typer.Option(help="The server's log_directory, with logs in JSON: errors by code, too."),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(help="With --looks: write the last one as SVG.")
    ] = None,
) -> None:
    """Show health and the figures of monitoring/ as a live page."""
    if picture and looks is None:
        raise Problem("--picture is of the last look; say how many with --looks", 2)
    pages.watch(servers.up(), console, every, looks, log, picture)


@app.command()
def errors(
    log: Annotated[Path, typer.Option(help="The server's log_directory, with logs in JSON.")],
    textfile: Annotated[Path, typer.Option(help="What node exporter reads; a name in .prom.")],
    database: Annotated[
        str | None, typer.Option(help="Count errors in this database only.")
    ] = None,
) -> None:
    """Count the errors that the server's log tells since the last run, by code, for Prometheus."""
    console.print(f"{raised_errors.count(log, textfile, database)} more")


@app.command()
def bundle(
    systems: Annotated[
        list[str] | None,
        typer.Argument(help="slots, cards, xp, sparc; all of them where none is named."),
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            "--format",
            help="sqitch: projects; sql: one file a system; supabase: migrations.",
        ),
    ] = "sqitch",
    out: Annotated[Path, typer.Option(help="A new or empty folder.")] = Path("bundle"),
) -> None:
    """Write core and the systems named, to deploy without this repository; another can be added later."""
    for path in bundler.write(systems or [], style, out):
        console.print(f"written: {path}", soft_wrap=True, highlight=False)


@app.command()
def docs(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
    examples: Annotated[
        bool, typer.Option("--examples", help="Write the examples' outputs anew, too.")
    ] = False,
) -> None:
    """Write docs/reference, docs/architecture and monitoring from a freshly deployed database."""
    databases = testing.TestDatabases(servers.up())
    made = []

    def fresh() -> str:
        """Return a connection string of one more clone."""
        made.append(databases.clone())
        return databases.server.conninfo(made[-1])

    try:
        found = []
        for made_from in (reference, architecture):
            work = made_from.stale if check else made_from.write
            found += [made_from.FOLDER / name for name in work(fresh(), ROOT)]
        found += [
            watching.FOLDER / name for name in (watching.stale() if check else watching.write())
        ]
        for name in found:
            console.print(f"{'stale' if check else 'written'}: {name}")
        if check:
            raise typer.Exit(bool(found))
        for file in sorted((ROOT / "docs" / "examples").glob("*.sql")) if examples else []:
            output = snippets.run_example(
                file, databases.server.psql(), snippets.environment(fresh())
            )
            file.with_suffix(".out").write_text(output)
            console.print(f"written: {file.with_suffix('.out').relative_to(ROOT)}")
    finally:
        for name in made:
            databases.drop(name)
        databases.close()


@app.command()
def clients(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
) -> None:
    """Write the generated modules of clients/ from a freshly deployed database."""
    with testing.temporary_database(servers.up()) as conninfo:
        found = (typed_clients.stale if check else typed_clients.write)(conninfo, ROOT)
    for name in found:
        console.print(f"{'stale' if check else 'written'}: {name}")
    if check:
        raise typer.Exit(bool(found))


@app.command()
def lint(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files or folders; all without.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend what can be mended mechanically.")
    ] = False,
) -> None:
    """Check the style of SQL and Python; the tests do so too."""
    if fix:
        lints.fix(paths or [])
    faults = {name: check(paths or []) for name, check in lints.CHECKS.items()}
    for name, fault in faults.items():
        console.print(f"[red]{name}[/]" if fault else f"[green]{name}[/]")
        if fault:
            console.print(fault, soft_wrap=True, highlight=False, markup=False)
    raise typer.Exit(any(faults.values()))


def main() -> None:
    """Run the program; what stops it is one line."""
    try:
        app(prog_name="scripts/gamekeeper")
    except Problem as problem:
        print(f"gamekeeper: {problem}", file=sys.stderr)
        sys.exit(problem.exit_code)
    except psycopg.Error as error:
        print(f"gamekeeper: the server refused: {str(error).strip()}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
