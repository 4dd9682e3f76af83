"""The bar of installing: the files of `scripts/gamekeeper bundle --format sql`, by psql into an empty database."""

import os
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

import bundler
from benchmarks.harness import SECONDS, Bar, Case, Context, Failed, Variant, timed
from runner.server import libpq_variables


def installing(name: str, *systems: str) -> Variant:
    """Return a variant that installs core and these systems, or all where none is named."""

    def measure(ctx: Context) -> float:
        with (
            tempfile.TemporaryDirectory(prefix="gamekeeper-bench-") as folder,
            psycopg.connect(ctx.conninfo, autocommit=True) as control,
        ):
            files = bundler.write(list(systems), "sql", Path(folder, "files"))
            database = f"{control.info.dbname}_installed"
            quoted = sql.Identifier(database)
            control.execute(sql.SQL("create database {}").format(quoted))
            try:
                control.execute("checkpoint")
                return timed(lambda: run_files(ctx, database, files))
            finally:
                control.execute(sql.SQL("drop database {}").format(quoted))

    return Variant(name, "one psql, a transaction for each file", measure=measure)


def run_files(ctx: Context, database: str, files: list[Path]) -> None:
    """Run files of SQL in one psql."""
    command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]
    for file in files:
        command += ["-f", str(file)]
    environment = os.environ | libpq_variables(ctx.conninfo) | {"PGDATABASE": database}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise Failed(ran.stderr)


CASES = [
    Case(
        system="core",
        operation="installing by files into an empty database",
        variants=[installing("all systems"), installing("xp alone", "xp")],
        bars=[Bar("all systems", "<=", 2)],
        unit=SECONDS,
    )
]
