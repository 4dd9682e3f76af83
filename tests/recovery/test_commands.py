"""The commands that the pages of operations show are ones that the program understands."""

import inspect
import json
import re
import shlex
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace

import psycopg
import pytest
import typer.main
from typer.testing import CliRunner

from recovery import (
    cli,
    crash_drill,
    dump_drill,
    failover_drill,
    restore_drill,
    soak_drill,
)
from recovery.report import Report
from runner import ROOT
from runner import server as servers
from runner.cli import app

PAGES = sorted((ROOT / "docs" / "operations").glob("*.md"))
HANDBOOK = ROOT / "docs" / "operations" / "handbook.md"
BIN = Path("/usr/lib/postgresql/15/bin")
COMMAND = re.compile(
    r"^(?:`|.*`)?scripts/gamekeeper ((?:backup|restore|drill|watch|up|status)\b[^`\n|]*)",
    re.MULTILINE,
)


def commands() -> list[str]:
    """Return every command of the pages, in blocks and in sentences."""
    return sorted(
        {
            found.strip().rstrip(".,:;")
            for page in PAGES
            for found in COMMAND.findall(page.read_text())
        }
    )


def parse(line: str) -> None:
    """Read a command line as the program does, without doing anything."""
    command = typer.main.get_command(app)
    words = shlex.split(line)
    context = command.make_context("gamekeeper", [], resilient_parsing=True)
    while hasattr(command, "get_command"):
        name = words.pop(0)
        found = command.get_command(context, name)
        assert found is not None, name
        command, context = found, found.context_class(found, info_name=name, parent=context)
    command.parse_args(context, words)


def test_the_handbook_explains_every_row_of_health(database: str) -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \|", HANDBOOK.read_text(), re.MULTILINE)
    with psycopg.connect(database) as conn:
        checks = conn.execute("select name from core.health_checks").fetchall()
    assert sorted(rows) == sorted(name for (name,) in checks)


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) > 10


@pytest.mark.parametrize("line", commands())
def test_a_command_of_a_page_is_understood(line: str) -> None:
    parse(line)


# What a drill's command runs, and with what of its arguments.
DRILLS: dict[str, tuple[ModuleType, dict[str, object]]] = {
    "drill crash": (crash_drill, {"size": crash_drill.LONG}),
    "drill crash --short": (crash_drill, {"size": crash_drill.SHORT}),
    "drill failover": (failover_drill, {"size": crash_drill.LONG, "synchronous": True}),
    "drill failover --asynchronous": (
        failover_drill,
        {"size": crash_drill.LONG, "synchronous": False},
    ),
    "drill soak --seconds 600": (
        soak_drill,
        {"seconds": 600, "hands": 12, "most_wait": soak_drill.MOST_WAIT_MS},
    ),
    "drill dump": (dump_drill, {"versions": {"15": BIN}}),
    "drill dump --into /usr/lib/postgresql/18/bin": (
        dump_drill,
        {"versions": {"15": BIN, "18": Path("/usr/lib/postgresql/18/bin")}},
    ),
    "drill restore": (restore_drill, {"repository": "repository", "at": None}),
    "drill restore --at 2026-11-26T03:00:00Z": (
        restore_drill,
        {"at": datetime(2026, 11, 26, 3, tzinfo=UTC)},
    ),
}


def test_each_drill_of_a_page_is_tried_below() -> None:
    drills = {line for line in commands() if line.startswith("drill ")}
    assert drills <= set(DRILLS)


@pytest.mark.parametrize("ok", [True, False], ids=["well", "not well"])
@pytest.mark.parametrize("line", DRILLS)
def test_a_drill_runs_its_program_and_tells_its_result(
    line: str, ok: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The programs run in test_drills.py and test_restore.py; this is how they are called."""
    program, expected = DRILLS[line]
    real, given = inspect.signature(program.run), {}

    def run(*values: object, **named: object) -> Report:
        given.update(real.bind(*values, **named).arguments)
        report = Report("tried", Report.now())
        report.check("the books", ok, "looked at")
        return report

    monkeypatch.setattr(program, "run", run)
    monkeypatch.setattr(servers, "up", lambda: None)
    monkeypatch.setattr(servers, "private_cluster", lambda: SimpleNamespace(binaries=BIN))
    monkeypatch.setattr(cli, "repository", lambda *_: "repository")
    words = [*shlex.split(line), "--out", str(tmp_path)]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == (0 if ok else 1)
    assert "the books" in done.output
    assert {name: given[name] for name in expected} == expected
    (document,) = tmp_path.glob("*.json")
    assert json.loads(document.read_text())["ok"] is ok


def test_a_command_that_is_not_there_is_found() -> None:
    with pytest.raises(Exception, match="nonsense"):
        parse("drill crash --nonsense")
