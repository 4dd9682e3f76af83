"""Coverage counts what ran, also in transactions that were rolled back, and sees what did not."""

import copy
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from runner import coverage
from runner.testing import TestDatabases

SAMPLE = """
create function core.sample(amount integer) returns integer language plpgsql as $$
begin
  if amount > 10 then
    return 1;
  end if;
  for i in 1 .. amount loop
    perform i;
  end loop;
  begin
    perform 1 / amount;
  exception when division_by_zero then
    return 2;
  end;
  raise exception 'always';
end
$$
"""


@pytest.fixture
def profile(test_databases: TestDatabases, fresh_database: str) -> coverage.Profile:
    """What is counted of a sample that was called once, in a transaction that failed."""
    if not test_databases.measures_coverage:
        pytest.skip("the server does not preload plpgsql_check")
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(SAMPLE)
    with psycopg.connect(fresh_database) as conn, pytest.raises(psycopg.errors.RaiseException):
        conn.execute("select core.sample(3)")
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        counted = coverage.read(conn, everything=False)
        whole = coverage.read(conn, everything=True)
        conn.execute("drop function core.sample(integer)")
    assert len(whole["core"]) > len(counted["core"])
    return {"core": {"core.sample(integer)": counted["core"]["core.sample(integer)"]}}


def test_counts_of_an_aborted_call(profile: coverage.Profile) -> None:
    """The statements before the error count as run, the others are listed with their lines."""
    _, total = coverage.tally(profile)
    assert (total.statements_run, total.statements) == (5, 7)
    assert total.uncovered == {"core.sample(integer)": [4, 12]}
    # THEN and the handler did not run; the way past THEN and the loop's body did
    assert (total.branches_run, total.branches) == (2, 4)


def test_a_statement_that_ran_anywhere_has_run(profile: coverage.Profile) -> None:
    """A statement that ran in any of the databases counts as covered."""
    other = copy.deepcopy(profile)
    for statement in other["core"]["core.sample(integer)"].values():
        statement[coverage.COUNT] = 1 if statement[coverage.LINE] == 4 else 0
    coverage.merge(profile, other)
    _, total = coverage.tally(profile)
    assert total.uncovered == {"core.sample(integer)": [12]}


def test_no_code_is_covered_whole() -> None:
    """A schema without code is covered whole, and 19 of 20 statements reach the bar."""
    assert coverage.percent(0, 0) == 100
    assert coverage.percent(19, 20) == coverage.REQUIRED_PERCENT


@pytest.mark.parametrize(("selection", "status"), [([], 1), (["-k", "green"], 0)])
def test_full_run_under_the_bar_fails(
    test_databases: TestDatabases, tmp_path: Path, selection: list[str], status: int
) -> None:
    """A run of everything that covers too little fails, one of a selection does not."""
    if not test_databases.measures_coverage:
        pytest.skip("the server does not preload plpgsql_check")
    (tmp_path / "tests").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    (tmp_path / "tests" / "green.sql").write_text(
        "select plan(1); select pass('this one is fine');\n"
    )
    command = [sys.executable, "-m", "pytest", "-p", "runner.pytest_plugin", *selection]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert ("are required" in done.stdout) == bool(status)
    assert "1 passed" in done.stdout.splitlines()[-1]
