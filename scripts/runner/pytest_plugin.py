"""The bridge to pytest: .sql files as items, databases as fixtures, coverage at the end."""

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg
import pytest
from rich.console import Console
from xdist.scheduler import LoadScopeScheduling

from runner import Problem, coverage, tap_report
from runner import server as servers
from runner.server import Connection
from runner.testing import TestDatabases

# pgTAP files ----------------------------------------------------------------------------------


class TapFailure(Exception):
    """A red assertion, or a file that did not run as planned."""


class SqlTest(pytest.Function):
    """One pgTAP file as a test."""

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the file where reports would name a Python function."""
        return self.path, 0, str(self.path.name)

    def repr_failure(self, excinfo: Any) -> Any:  # type: ignore[override]  # as Function has it
        """Show the diagnostics alone: a traceback into the bridge tells nothing."""
        if isinstance(excinfo.value, TapFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class SqlFile(pytest.File):
    """The collector of one pgTAP file."""

    def collect(self) -> Iterator[SqlTest]:
        """Yield the one test."""
        yield SqlTest.from_parent(self, name="pgtap", callobj=run_sql_file)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SqlFile | None:
    """Collect every .sql file under tests/."""
    if file_path.suffix != ".sql":
        return None
    collector: SqlFile = SqlFile.from_parent(parent, path=file_path)
    return collector


def run_sql_file(
    request: pytest.FixtureRequest,
    subtests: pytest.Subtests,
    test_databases: TestDatabases,
    suites_database_name: str,
) -> None:
    """Run the item's file; each TAP line is a subtest."""
    report = tap_report.run(test_databases.server, suites_database_name, request.path)
    for number, assertion in enumerate(report.assertions, 1):
        with subtests.test(f"{number} {assertion.description}"):
            if assertion.outcome == "skip":
                pytest.skip(assertion.reason)
            if assertion.outcome == "todo":
                pytest.xfail(assertion.reason)
            if assertion.outcome == "not ok":
                raise TapFailure(
                    "\n".join([f"not ok: {assertion.description}", *assertion.diagnostics])
                )
    if report.problems:
        raise TapFailure("\n".join([*report.problems, *report.stray]))
    if report.skipped is not None:
        pytest.skip(report.skipped)


# The order, and who runs what ------------------------------------------------------------------

# Where the longest tests are, which begin first, so that no worker ends alone.
LONG = ("migrations", "supabase", "bench", "recovery", "lint", "clients", "runner", "docs", "races")
# Files whose tests are long and share nothing: each goes to whoever is free.
APART = (
    "migrations/test_migrations.py",
    "migrations/test_bundle.py",
    "bench/test_harness.py",
    "lint/test_lint.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first; among the others, and within a file, the order stays."""

    def place(item: pytest.Item) -> int:
        folder = item.path.parent.name
        return LONG.index(folder) if folder in LONG else len(LONG)

    items.sort(key=place)


def unit(nodeid: str) -> str:
    """Name what one worker runs at a stretch: a file, for each version of the server that its tests are for."""
    path = nodeid.split("::")[0]
    if path.removeprefix("tests/") in APART:
        return nodeid
    version = re.search(r"\[(15|18)\b", nodeid)
    return f"{path} {version[1]}" if version else path


class Scheduling(LoadScopeScheduling):
    """Gives whole units to the workers, in order: what the tests of a file share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    """Take our scheduling for ``--dist loadscope``."""
    return Scheduling(config, log) if config.getoption("dist") == "loadscope" else None


# Databases ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def test_databases(request: pytest.FixtureRequest) -> Iterator[TestDatabases]:
    """The server and its template; this process's clones are dropped at the end."""
    try:
        server = servers.up()
        if not server.private:
            servers.check_test_rights(server)
        databases = TestDatabases(server)
    except Problem as problem:
        pytest.exit(f"gamekeeper: {problem}", returncode=problem.exit_code)
    yield databases
    databases.close()


def dropped_after(
    databases: TestDatabases, profile: coverage.Profile, *, main: bool
) -> Iterator[str]:
    """Make a clone; count its coverage and drop it when the test or session is over."""
    name = databases.clone()
    yield name
    try:
        if databases.measures_coverage:
            with databases.server.connect(name) as conn:
                coverage.merge(profile, coverage.read(conn, everything=main))
                coverage.forget(conn)
    finally:
        databases.drop(name)


@pytest.fixture(scope="session")
def database_name(test_databases: TestDatabases, request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of this worker's own clone."""
    yield from dropped_after(test_databases, request.config.stash[PROFILE], main=True)


@pytest.fixture(scope="session")
def suites_database_name(
    test_databases: TestDatabases, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The name of the clone of this worker's pgTAP files: they all roll back, so a file finds no rows but its own."""
    yield from dropped_after(test_databases, request.config.stash[PROFILE], main=True)


@pytest.fixture(scope="session")
def database(test_databases: TestDatabases, database_name: str) -> str:
    """A connection string of this worker's own clone, as the superuser."""
    return test_databases.server.conninfo(database_name)


@pytest.fixture
def fresh_database(test_databases: TestDatabases, request: pytest.FixtureRequest) -> Iterator[str]:
    """A connection string of one more clone, just for one test, as the superuser."""
    for name in dropped_after(test_databases, request.config.stash[PROFILE], main=False):
        yield test_databases.server.conninfo(name)


Connect = Callable[..., Connection]


@pytest.fixture
def connect(database: str) -> Iterator[Connect]:
    """Make connections to the worker's clone: connect(role, user, claims, autocommit)."""
    opened: list[Connection] = []

    def open_connection(
        role: str | None = None,
        user: object | None = None,
        claims: Mapping[str, object] | None = None,
        *,
        autocommit: bool = True,
        conninfo: str = database,
    ) -> Connection:
        """Connect; a user is `authenticated` unless a role is named. Nothing named: superuser."""
        conn = psycopg.connect(conninfo, autocommit=True)
        opened.append(conn)
        role = role or ("authenticated" if user is not None or claims is not None else None)
        if role:
            subject = {} if user is None else {"sub": str(user)}
            document: dict[str, object] = {"role": role, **subject, **(claims or {})}
            conn.execute(
                "select set_config('request.jwt.claims', %s, false), set_config('role', %s, false)",
                [json.dumps(document), role],
            )
        conn.autocommit = autocommit
        return conn

    yield open_connection
    for conn in opened:
        conn.close()


@pytest.fixture
def owner(connect: Connect) -> Connection:
    """A superuser's connection to the worker's clone."""
    return connect()


# Coverage -------------------------------------------------------------------------------------

PROFILE = pytest.StashKey[coverage.Profile]()
SELECTED = pytest.StashKey[bool]()
LAST_HEARD = pytest.StashKey[dict[str, float]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start counting; note whether the user selected some tests, for then no bar applies."""
    config.stash[PROFILE] = {}
    selections = ("keyword", "markexpr", "lf", "failedfirst", "maxfail", "deselect", "ignore")
    config.stash[SELECTED] = any(
        config.getoption(name, None) for name in selections
    ) or config.args != ["tests"]


def is_worker(config: pytest.Config) -> bool:
    """Tell whether this process is one of xdist's workers."""
    return hasattr(config, "workerinput")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note when each worker was last at work."""
    if node := getattr(report, "node", None):
        node.config.stash.setdefault(LAST_HEARD, {})[node.gateway.id] = time.monotonic()


def pytest_testnodedown(node: Any, error: object | None) -> None:
    """Add what a worker counted."""
    output = getattr(node, "workeroutput", {})
    coverage.merge(node.config.stash[PROFILE], json.loads(output.get("gamekeeper_profile", "{}")))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand a worker's counts over; on a full run, fail under the bar."""
    config = session.config
    profile = config.stash[PROFILE]
    if is_worker(config):
        output: dict[str, str] = getattr(config, "workeroutput")  # noqa: B009  xdist adds it
        output["gamekeeper_profile"] = json.dumps(profile)
        return
    _, total = coverage.tally(profile)
    if (
        profile
        and not config.stash[SELECTED]
        and session.exitstatus == pytest.ExitCode.OK
        and total.percent < coverage.REQUIRED_PERCENT
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print coverage, and the bar where it applies."""
    profile = config.stash[PROFILE]
    if config.option.collectonly:
        return
    ends = config.stash.get(LAST_HEARD, {}).values()
    if len(ends) > 1:
        terminalreporter.line(
            f"the last worker ended {max(ends) - min(ends):.0f} s after the first"
        )
    terminalreporter.section("coverage")
    if not profile:
        terminalreporter.line(
            "plpgsql coverage was not measured: no database was used, or the server does not"
            " preload plpgsql_check (shared_preload_libraries = 'plpgsql,plpgsql_check')"
        )
        return
    console = Console(file=terminalreporter._tw._file, width=100)
    measured = coverage.report(console, profile)
    if config.stash[SELECTED]:
        terminalreporter.line("some tests were selected: the bar of 95 % was not applied")
    elif measured < coverage.REQUIRED_PERCENT:
        terminalreporter.line(
            f"FAILED: {measured:.2f} % of statements are covered,"
            f" {coverage.REQUIRED_PERCENT:.0f} % are required",
            red=True,
        )
