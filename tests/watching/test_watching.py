"""Monitoring: what the list of metrics makes works with the programs that read it, and shows no more than it must."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from rich.console import Console

import watching
from recovery import clusters
from runner import ROOT, STATE, testing
from runner import server as servers
from runner.server import Server
from watching import page

FOLDER = ROOT / "monitoring"
SECONDS = 120
# Metrics that only appear where there is something to tell: a standby, a function that was called while
# track_functions was on, a statement that pg_stat_statements counted.
SOMETIMES = {"gamekeeper_replicas", "gamekeeper_functions", "gamekeeper_statements"}


def tool(name: str) -> str:
    """Return a program of Debian's that scripts/setup has unpacked, or that is installed."""
    unpacked = STATE / "debian" / "usr" / "bin" / name
    found = str(unpacked) if unpacked.exists() else shutil.which(name)
    if not found:
        if not shutil.which("apt-get"):
            pytest.skip(f"{name} is a program of Debian's, and this is not Debian")
        pytest.fail(
            f"{name} is missing: {STATE / 'debian.log'} says why; apt-get update, then again"
        )
    return found


@pytest.fixture
def monitor(fresh_database: str) -> Iterator[str]:
    """A connection string of a login that watches."""
    name, password = f"gktest_watcher_{uuid.uuid4().hex[:12]}", uuid.uuid4().hex
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(
            f"create role {name} login password '{password}' in role gamekeeper_monitor, pg_monitor".encode()
        )
        yield psycopg.conninfo.make_conninfo(
            fresh_database, user=name, password=password, passfile="/dev/null"
        )
        conn.execute(f"drop role {name}".encode())


def test_the_files_are_what_the_list_makes() -> None:
    assert len(watching.queries()) > 10
    assert watching.stale() == [], "run scripts/gamekeeper docs"


def test_a_file_that_was_edited_is_stale(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "monitoring")
    (tmp_path / "monitoring" / "alerts.yaml").write_text("groups: []\n")
    assert watching.stale(tmp_path) == ["alerts.yaml"]
    assert watching.write(tmp_path) == ["alerts.yaml"]
    assert watching.stale(tmp_path) == []


def metrics() -> set[str]:
    """Return the names of all metrics of the list."""
    return {column.metric for query in watching.queries() for column in query.metrics}


def named(text: str) -> set[str]:
    """Return the metrics that a text of PromQL names."""
    return set(re.findall(r"\bgamekeeper_\w+", text))


def test_dashboard_and_alerts_name_metrics_that_exist() -> None:
    document = json.loads((FOLDER / "dashboard.json").read_text())
    queries = [
        target["expr"] for panel in document["panels"] for target in panel.get("targets", [])
    ]
    assert {name for query in queries for name in named(query)} == metrics()
    rules = (FOLDER / "alerts.yaml").read_text()
    conditions = "\n".join(re.findall(r"expr: (.*)", rules))
    assert len(named(conditions)) > 10
    assert named(conditions) <= metrics()


def test_promtool_accepts_the_alerts_and_refuses_a_broken_one(tmp_path: Path) -> None:
    promtool = tool("promtool")
    good = subprocess.run(
        [promtool, "check", "rules", str(FOLDER / "alerts.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert good.returncode == 0, good.stdout + good.stderr
    broken = tmp_path / "alerts.yaml"
    broken.write_text((FOLDER / "alerts.yaml").read_text().replace("== 0", "=== 0"))
    assert subprocess.run(
        [promtool, "check", "rules", str(broken)], capture_output=True, check=False
    ).returncode


def test_an_alert_fires_for_what_it_is_about(tmp_path: Path) -> None:
    """Prometheus' own test of rules: a check that is not well, and one that is; a broken page, and refused calls."""
    (tmp_path / "test.yaml").write_text(
        f"""
rule_files: [{FOLDER / "alerts.yaml"}]
tests:
  - interval: 1m
    input_series:
      - {{series: 'gamekeeper_health_ok{{name="core.backups"}}', values: '0x30'}}
      - {{series: 'gamekeeper_health_ok{{name="core.upkeep"}}', values: '1x30'}}
      - {{series: 'gamekeeper_errors_raised{{code="XX001", name="data_corrupted"}}', values: '0x10 1x20'}}
      - {{series: 'gamekeeper_errors_raised{{code="KG004", name="NOT_FOUND"}}', values: '0+10x30'}}
    alert_rule_test:
      - eval_time: 15m
        alertname: GamekeeperHealthOk
        exp_alerts:
          - exp_labels: {{name: core.backups, severity: warning}}
            exp_annotations: {{summary: core.health() is not well, handbook: docs/operations/handbook.md}}
      - eval_time: 15m
        alertname: GamekeeperErrorsRaised
        exp_alerts:
          - exp_labels: {{code: XX001, name: data_corrupted, severity: warning}}
            exp_annotations: {{summary: "the server is broken, or lacks memory, disk or connections: its log says more", handbook: docs/operations/handbook.md}}
"""
    )
    done = subprocess.run(
        [tool("promtool"), "test", "rules", str(tmp_path / "test.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def scraped(port: int, exporter: subprocess.Popen[str]) -> str:
    """Return what the exporter answers to Prometheus, when it has seen the database."""
    end = time.monotonic() + SECONDS
    while True:
        assert exporter.poll() is None, "the exporter ended"
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/metrics", timeout=SECONDS
            ) as answer:
                text: str = answer.read().decode()
            if "pg_up 1" in text:
                return text
        except (urllib.error.URLError, ConnectionError):
            pass
        assert time.monotonic() < end, "the exporter does not answer"
        time.sleep(0.1)


def test_the_real_exporter_tells_every_metric(
    monitor: str, fresh_database: str, tmp_path: Path
) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("set track_functions = 'pl'")
        conn.execute("select slots.create_wallet('AUD', 10, owner_id => gen_random_uuid())")
        conn.execute("select pg_stat_force_next_flush()")
    port = servers.free_port()
    log = tmp_path / "log"
    with log.open("w") as output:
        exporter = subprocess.Popen(
            [
                tool("prometheus-postgres-exporter"),
                f"--web.listen-address=127.0.0.1:{port}",
                f"--extend.query-path={FOLDER / 'queries.yaml'}",
                "--disable-default-metrics",
                "--disable-settings-metrics",
            ],
            env={"DATA_SOURCE_NAME": f"{url(monitor)}?sslmode=disable"},
            stdout=output,
            stderr=output,
            text=True,
        )
        try:
            text = scraped(port, exporter)
        finally:
            exporter.terminate()
            exporter.wait()
    told = named(text) & metrics()
    expected = {
        column.metric
        for query in watching.queries()
        if query.sql is not None and query.name not in SOMETIMES - {"gamekeeper_functions"}
        for column in query.metrics
    }
    assert told == expected, log.read_text()
    assert "pg_exporter_last_scrape_error 0" in text or "scrape_error 0" in text, text[:2000]
    assert re.search(r'gamekeeper_health_ok\{[^}]*name="core\.backups"[^}]*\} 1\n', text)


def url(conninfo: str) -> str:
    """Return a connection string as the URL that Go's driver takes."""
    words = psycopg.conninfo.conninfo_to_dict(conninfo)
    return f"postgresql://{words['user']}:{words['password']}@{words['host']}:{words['port']}/{words['dbname']}"


def test_who_watches_sees_figures_and_nothing_else(monitor: str, fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(
            "insert into xp.xp_claim_counts (policy_key, policy_version, segment_key, streak_day, claims, duplicates, xp, grace_uses)"
            " values ('daily', 1, '', 1, 1, 0, 10, 0)"
        )
        # there, and its library is not loaded
        conn.execute("create extension pg_stat_statements")
    with psycopg.connect(monitor, autocommit=True) as conn:
        for query in watching.queries():
            if query.sql is not None:
                conn.execute(query.sql.encode())
        tables = conn.execute(
            "select c.oid::regclass::text from pg_class as c"
            " where c.relnamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')"
            " and c.relkind in ('r', 'p', 'v', 'm')"
            " and (has_any_column_privilege(c.oid, 'select, insert, update, references')"
            "  or has_table_privilege(c.oid, 'delete, truncate, trigger'))"
        ).fetchall()
        others = conn.execute(
            "select c.oid::regclass::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace"
            " where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')"
            " and case c.relkind when 'S' then has_sequence_privilege(c.oid, 'usage, select, update') end"
            " union all select n.nspname from pg_namespace as n"
            " where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc', 'auth') and has_schema_privilege(n.oid, 'create')"
        ).fetchall()
        assert others == []
        views = {"cards.cards_stats", "slots.slots_stats", "sparc.sparc_stats", "xp.claim_stats"}
        assert {name for (name,) in tables} == views
        for view in views:
            with pytest.raises(psycopg.Error):
                conn.execute(f"delete from {view}".encode())
        for view in ("cards.cards_stats", "slots.slots_stats", "sparc.sparc_stats"):
            row = conn.execute(f"select count(*) from {view}".encode()).fetchone()
            assert row == (1,), view
        claims = conn.execute("select sum(claims) from xp.claim_stats").fetchone()
        assert claims == (1,), "the numbers of claims are monitoring's, too"
        functions = conn.execute(
            "select p.oid::regproc::text from pg_proc as p"
            " where p.pronamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')"
            " and has_function_privilege(p.oid, 'execute') order by 1"
        ).fetchall()
        assert [name for (name,) in functions] == [
            "cards.gauges",
            "core.health",
            "core.now_utc",
            "core.partition_gauges",
            "core.statement_gauges",
            "core.task_gauges",
            "slots.gauges",
            "sparc.gauges",
            "xp.claim_stats_rows",
            "xp.gauges",
        ]


def test_statements_are_told_by_the_function_that_they_call() -> None:
    """To who may see the statements of others; and no more of their words than the name of a function that is there."""
    with clusters.scratch("statements") as own:
        server = clusters.start_deployed(
            own, fsync="off", shared_preload_libraries="plpgsql,pg_stat_statements"
        )
        with server.connect() as conn:
            told = b"select g.function, g.calls, g.seconds > 0 from core.statement_gauges() as g"
            assert conn.execute(told).fetchall() == []
            conn.execute("create schema eyes")
            conn.execute("create extension pg_stat_statements schema eyes")
            conn.execute("create role watcher in role gamekeeper_monitor, pg_monitor")
            conn.execute("create role half in role gamekeeper_monitor")
            conn.execute("create role outside in role gamekeeper_monitor, pg_monitor")
            conn.execute("grant usage on schema eyes to watcher, half")
            for amount in (10, 20, 30):
                conn.execute(
                    f"select slots.create_wallet('AUD', {amount}, owner_id => gen_random_uuid())".encode()
                )
            conn.execute("comment on role half is 'slots.ada(ada@example.com)'")
            assert conn.execute(told).fetchall() == [("slots.create_wallet", 3, True)]
            conn.execute("set role watcher")
            assert conn.execute(told).fetchall() == [("slots.create_wallet", 3, True)]
            for role in (b"half", b"outside"):
                conn.execute(b"set role " + role)
                assert conn.execute(told).fetchall() == [], role


def test_a_counter_is_shown_by_what_it_is_divided_by() -> None:
    (query,) = (one for one in watching.queries() if one.name == "gamekeeper_statements")
    calls, seconds = query.metrics
    before: dict[str, object] = {"calls": 10, "seconds": 1.0}
    now: dict[str, object] = {"calls": 14, "seconds": 1.01}
    assert page.grown(now, before, calls, 2) == "2"
    assert page.grown(now, before, seconds, 2) == "0.0025"
    assert page.grown(now, now, seconds, 2) == "-"
    assert page.grown(now, {}, calls, 7) == "2"
    assert page.grown(now, None, calls, 2) == "-"
    document = json.loads((FOLDER / "dashboard.json").read_text())
    shown = {target["expr"] for panel in document["panels"] for target in panel.get("targets", [])}
    assert (
        "rate(gamekeeper_statements_seconds[5m]) / rate(gamekeeper_statements_calls[5m])" in shown
    )


def test_a_stranger_sees_no_figures(fresh_database: str) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute("set role authenticated")
        for name in ("slots.gauges", "core.task_gauges"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                conn.execute(f"select * from {name}()".encode())


def test_the_page_shows_health_and_every_figure(
    test_databases: testing.TestDatabases, fresh_database: str, tmp_path: Path
) -> None:
    name = str(psycopg.conninfo.conninfo_to_dict(fresh_database)["dbname"])
    server = test_databases.server
    here = Server({**server.keywords, "dbname": name}, server.binaries, private=True)
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        conn.execute(
            "update core.upkeep_tasks set ran_at = now(), ok = false, detail = 'the disk is full' where task = 'core.partitions'"
        )
    output = StringIO()
    console, picture = Console(file=output, width=160), tmp_path / "watch.svg"
    page.watch(here, console, every=0.1, looks=2, picture=picture)
    said = output.getvalue()
    assert "core.partitions" in picture.read_text()
    assert "core.upkeep: core.partitions failed: the disk is full" in said
    for query in watching.queries():
        if query.sql is not None and query.name not in SOMETIMES | {"gamekeeper_health"}:
            assert query.title in said, query.title
