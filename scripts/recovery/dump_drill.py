"""The drill of a dump: a database that was played on goes through pg_dump and pg_restore in each form, into each version."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from psycopg import sql
from rich.console import Console

from recovery import backups, checks, clusters, crash_drill, dumps, load
from recovery.report import Report
from runner import SCHEMAS
from runner.server import Connection, Server

TABLES = """
select c.oid::regclass::text from pg_class as c
where c.relkind = 'r' and c.relnamespace::regnamespace::text = any (%s)
order by 1
"""
DIGEST = "select count(*), coalesce(md5(string_agg(t::text, E'\n' order by t::text collate \"C\")), '') from {} as t"
HEALTH = "select ok, detail from core.{}()"


def whole(source: Server, target: Server, name: str, folder: Path) -> None:
    """One file, one process."""
    file = folder / f"{name}.dump"
    backups.program(source, "pg_dump", "-Fc", "-f", str(file))
    dumps.restore(target, name, file, jobs=1)


def parallel(source: Server, target: Server, name: str, folder: Path) -> None:
    """A folder, several tables at once on both sides."""
    backups.dump(source, folder / name)
    dumps.restore(target, name, folder / name)


def halves(source: Server, target: Server, name: str, folder: Path) -> None:
    """The schema, then the rows: games and summaries refer to each other, and triggers ran when the rows were made."""
    for half in ("schema", "data"):
        backups.dump(source, folder / f"{name}-{half}", f"--{half}-only")
    dumps.restore(target, name, folder / f"{name}-schema")
    dumps.restore(target, name, folder / f"{name}-data", "--data-only", "--disable-triggers")


FORMS: dict[str, Callable[[Server, Server, str, Path], None]] = {
    "in one file": whole,
    "in parallel": parallel,
    "schema only, then data only": halves,
}


def run(
    size: crash_drill.Size,
    console: Console,
    versions: Mapping[str, Path],
    forms: Mapping[str, Sequence[str]] | None = None,
) -> Report:
    """Play, then take the database through forms (all, if none are named) into a server of each version's programs."""
    report = Report("dump", Report.now())
    with (
        clusters.scratch("dump") as own,
        console.status("starting") as status,
        tempfile.TemporaryDirectory() as folder,
    ):
        server = clusters.start_deployed(own, fsync="off")
        journal = load.Journal()
        with load.playing(server.conninfo, size.hands, journal):
            load.more_calls(journal, size.calls)
        with server.connect() as conn:
            conn.execute("call core.maintain()")
            before = digests(conn)
        report.figures |= {
            "calls": len(journal.entries),
            "rows": sum(n for n, _ in before.values()),
        }
        for version, binaries in versions.items():
            with clusters.scratch(f"dump-into-{version}", binaries) as other:
                target = clusters.start_empty(other, fsync="off")
                dumps.make_roles(target)
                for number, form in enumerate((forms or {}).get(version, list(FORMS))):
                    name = f"form_{number}"
                    status.update(f"{form} into PostgreSQL {version}")
                    with target.connect("postgres") as conn:
                        conn.execute(f"create database {name}".encode())
                    FORMS[form](server, target, name, Path(folder))
                    with target.connect(name) as conn:
                        judge(report, f"{version}, {form}", conn, before)
                for file in Path(folder).iterdir():
                    remove(file)
    return report


def remove(path: Path) -> None:
    """Delete a file, or a folder of files."""
    for file in path.iterdir() if path.is_dir() else ():
        file.unlink()
    path.rmdir() if path.is_dir() else path.unlink()


def digests(conn: Connection) -> dict[str, tuple[int, str]]:
    """Return the number of rows and a digest of each table."""
    found = {}
    for (table,) in conn.execute(TABLES.encode(), [list(SCHEMAS)]).fetchall():
        row = conn.execute(sql.SQL(DIGEST).format(sql.SQL(table))).fetchone()
        assert row is not None
        found[table] = (row[0], row[1])
    return found


def judge(report: Report, where: str, conn: Connection, before: dict[str, tuple[int, str]]) -> None:
    """Check that every row is there, that the books are right, and that owners and rights are whole."""
    after = digests(conn)
    names = sorted(before.keys() | after.keys())
    different = [name for name in names if before.get(name) != after.get(name)]
    report.check(f"{where}: every row", not different, ", ".join(different) or "the same")
    wrong = [f"{one.name}: {one.detail}" for one in checks.books(conn) if not one.ok]
    report.check(f"{where}: the books", not wrong, "; ".join(wrong) or "right")
    for health in ("health_owners", "health_rights"):
        row = conn.execute(sql.SQL(HEALTH).format(sql.SQL(health))).fetchone()
        assert row is not None
        report.check(f"{where}: {health}", row[0], row[1])
