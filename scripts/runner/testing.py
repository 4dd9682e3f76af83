"""Databases for tests: one deployed template, cloned for each worker and each test that asks."""

import hashlib
import os
import secrets
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from psycopg import sql

from runner import ROOT, Problem, sqitch
from runner.server import TEST_EXTENSIONS, Connection, Server

PREFIX = "gktest"
TEMPLATE_LOCK = 0x67616D65


class TestDatabases:
    """The databases of one test process. Its lock tells later runs that it is still alive."""

    __test__ = False

    def __init__(self, server: Server) -> None:
        self.server = server
        self.control = server.connect("postgres")
        self.template = ensure_template(server, self.control)  # held until close()
        self.key = secrets.randbits(31)
        self.control.execute("select pg_advisory_lock(%s, %s)", [TEMPLATE_LOCK, self.key])
        self.made = 0
        drop_leftovers(self.control)
        row = self.control.execute(
            "select 'plpgsql_check' = any (string_to_array(replace(setting, ' ', ''), ','))"
            " from pg_settings where name = 'shared_preload_libraries'"
        ).fetchone()
        self.measures_coverage = row == (True,)

    def clone(self, of: str | None = None) -> str:
        """Make one more database, from the template or from a clone that nobody is connected to, and return its name."""
        self.made += 1
        name = f"{PREFIX}_{self.key}_{self.made}"
        statement = sql.SQL("create database {} template {}")
        source = sql.Identifier(of or self.template)
        self.control.execute(statement.format(sql.Identifier(name), source))
        if self.measures_coverage:
            # The profiler would evaluate the text of EXECUTE once more to compute its query id.
            for setting in ("plpgsql_check.profiler = on", "compute_query_id = off"):
                statement = sql.SQL("alter database {} set " + setting)
                self.control.execute(statement.format(sql.Identifier(name)))
        return name

    def drop(self, *names: str) -> None:
        """Drop clones, with whoever is still connected to them; several at once, which then share a checkpoint."""

        def drop_one(name: str) -> None:
            with self.server.connect("postgres") as conn:
                drop_database(conn, name)

        with ThreadPoolExecutor(len(names)) as pool:
            list(pool.map(drop_one, names))

    def close(self) -> None:
        """Release the lock; every clone has been dropped."""
        self.control.close()


def drop_database(control: Connection, name: str) -> None:
    """Drop a database of ours."""
    control.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def drop_leftovers(control: Connection) -> None:
    """Drop the databases of runs that ended without doing so: their lock is free."""
    rows = control.execute(
        "select datname from pg_database where datname ~ %s", [rf"^{PREFIX}_\d+_\d+$"]
    ).fetchall()
    for (name,) in rows:
        lock = [TEMPLATE_LOCK, int(name.split("_")[1])]
        if control.execute("select pg_try_advisory_lock(%s, %s)", lock).fetchone() == (True,):
            drop_database(control, name)
            control.execute("select pg_advisory_unlock(%s, %s)", lock)


def ensure_template(server: Server, control: Connection) -> str:
    """Return the template's name, built first where its content has changed.

    The connection holds a shared lock on it, so that no other run drops it in the meantime.
    """
    name = f"{PREFIX}_template_{content_hash()}"
    control.execute("select pg_advisory_lock(%s)", [TEMPLATE_LOCK])
    try:
        found = control.execute("select 1 from pg_database where datname = %s", [name])
        if not found.fetchone():
            build_template(server, control, name)
        control.execute("select pg_advisory_lock_shared(%s, %s)", template_lock(name))
    finally:
        control.execute("select pg_advisory_unlock(%s)", [TEMPLATE_LOCK])
    return name


def template_lock(name: str) -> list[int]:
    """Return the advisory lock that says that a template is in use."""
    return [TEMPLATE_LOCK + 1, int(name.rsplit("_", 1)[1][:7], 16)]


def content_hash() -> str:
    """Return a digest of all that goes into the template."""
    digest = hashlib.sha256()
    files = [ROOT / "sqitch.plan", *(ROOT / "deploy").rglob("*.sql"), *helper_files()]
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def helper_files() -> list[Path]:
    """Return the files of the test-only schema, in the order in which they load."""
    return [ROOT / "tests" / "helpers.psql", *sorted((ROOT / "tests").glob("*/helpers.psql"))]


def build_template(server: Server, control: Connection, name: str) -> None:
    """Build a template beside the old ones, give it its name when whole, then drop the others."""
    for (old,) in control.execute(
        "select datname from pg_database where datname ~ %s", [f"^{PREFIX}_(template|building)_"]
    ).fetchall():
        lock = template_lock(old)
        if control.execute("select pg_try_advisory_lock(%s, %s)", lock).fetchone() == (True,):
            statement = sql.SQL("alter database {} is_template false")
            control.execute(statement.format(sql.Identifier(old)))
            drop_database(control, old)
            control.execute("select pg_advisory_unlock(%s, %s)", lock)
    building = name.replace("_template_", "_building_")
    control.execute(sql.SQL("create database {}").format(sql.Identifier(building)))
    prepare(server, building)
    control.execute(
        sql.SQL("alter database {} rename to {}").format(
            sql.Identifier(building), sql.Identifier(name)
        )
    )
    control.execute(
        sql.SQL("alter database {} is_template true allow_connections false").format(
            sql.Identifier(name)
        )
    )


def prepare(server: Server, database: str) -> None:
    """Deploy the plan into an empty database and add what only tests have.

    The deploy scripts run in the plan's order in one psql, which takes seconds where sqitch takes
    a minute; the tests of migrations deploy, verify and revert with sqitch itself.
    """
    run_scripts(server, database, [change.script("deploy") for change in sqitch.plan()])
    with server.connect(database) as conn:
        for extension in TEST_EXTENSIONS:
            conn.execute(f"create extension {extension} with schema public".encode())
    run_scripts(server, database, helper_files())


def run_scripts(server: Server, database: str, files: list[Path]) -> None:
    """Run SQL files in one psql, in their order, up to the first error."""
    names = [word for file in files for word in ("-f", str(file))]
    ran = subprocess.run(
        [server.psql(), "-X", "-q", "-v", "ON_ERROR_STOP=1", *names],
        env=server.environment(database),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode != 0:
        raise Problem(f"the test template could not be made:\n{ran.stderr.strip()}")


@contextmanager
def temporary_database(server: Server) -> Iterator[str]:
    """Make a clone for a command; yield its connection string and drop it afterwards."""
    databases = TestDatabases(server)
    name = databases.clone()
    try:
        yield server.conninfo(name)
    finally:
        databases.drop(name)
        databases.close()


def make_kept_database(server: Server, name: str) -> None:
    """Make a test database by a chosen name, which stays: for pg_prove by hand."""
    with server.connect("postgres") as control:
        template = ensure_template(server, control)
        drop_database(control, name)
        statement = sql.SQL("create database {} template {}")
        control.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))


def default_workers() -> int:
    """Return how many test processes to run: one for each core, four at most."""
    return min(4, os.cpu_count() or 1)
