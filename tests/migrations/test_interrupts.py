"""A deploy can be interrupted at any moment, and the same command goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests import chance
from tests.migrations import scripts
from tests.migrations.catalog import Snapshot, difference, snapshot
from tests.migrations.conftest import Target

from runner import ROOT, sqitch

# The long form: GAMEKEEPER_INTERRUPTS=50 scripts/test tests/migrations/test_interrupts.py
INTERRUPTS = int(os.environ.get("GAMEKEEPER_INTERRUPTS", "6"))
CHANGES = 60 if INTERRUPTS < 20 else len(sqitch.plan())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the plan's beginning."""
    for name in ("scripts", "deploy", "revert", "verify", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "sqitch.conf", tmp_path)
    last = sqitch.plan()[CHANGES - 1].name
    plan = (ROOT / "sqitch.plan").read_text().splitlines()
    (end,) = (number for number, line in enumerate(plan) if line.startswith(f"{last} "))
    (tmp_path / "sqitch.plan").write_text("\n".join(plan[: end + 1]) + "\n")
    return tmp_path


def start(project: Path, target: Target, database: str) -> subprocess.Popen[str]:
    """Start ``scripts/gamekeeper deploy`` of the copy, as the deployer."""
    return subprocess.Popen(
        [sys.executable, "-m", "runner", "deploy"],
        cwd=project,
        env=target.as_deployer.environment(database) | {"PYTHONPATH": str(project / "scripts")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("target", ["15"], indirect=True)
def test_an_interrupted_deploy_goes_on(target: Target, project: Path) -> None:
    """Ctrl-C and kill -9 at random moments; then the database is what an undisturbed deploy makes."""
    seed = int(os.environ.get("GAMEKEEPER_INTERRUPTS_SEED", str(chance.seed())))
    moments = random.Random(seed)
    with target.database("interrupted") as database, target.superuser(database) as observer:
        for number in range(INTERRUPTS):
            process = start(project, target, database)
            kind = (signal.SIGINT, signal.SIGKILL)[number % 2]
            while process.poll() is None and not recorded(
                observer
            ):  # the program takes a moment to start
                time.sleep(0.05)
            time.sleep(moments.uniform(0, 2))
            process.send_signal(kind)
            said, _ = process.communicate(timeout=60)
            assert process.returncode in {0, 130, -signal.SIGINT, -signal.SIGKILL}, (
                f"seed {seed}: {said}"
            )
        process = start(project, target, database)
        said, _ = process.communicate(timeout=300)
        assert process.returncode == 0, f"seed {seed}: {said}"
        assert recorded(observer) == [change.name for change in sqitch.plan()[:CHANGES]]
        observer.execute("drop schema sqitch cascade")
        interrupted = snapshot(observer)
    with target.database("undisturbed") as database, target.superuser(database) as observer:
        with target.deployer(database) as deployer:
            scripts.deploy(deployer, sqitch.plan()[:CHANGES])
        undisturbed = snapshot(observer)
        assert difference(facts(undisturbed), facts(interrupted)) == [], f"seed {seed}"


def recorded(observer: psycopg.Connection[Any]) -> list[str]:
    """Return the changes of the registry in the order in which they were made."""
    if observer.execute("select to_regclass('sqitch.changes')").fetchone() == (None,):
        return []
    return [
        row[0]
        for row in observer.execute("select change from sqitch.changes order by committed_at")
    ]


def facts(found: Snapshot) -> Snapshot:
    """Return what two databases have in common: no names and rights of their own, and of rows only how many."""
    return {
        (kind, name): definition.split(" ")[0] if kind == "rows" else definition
        for (kind, name), definition in found.items()
        if kind not in {"database", "setting"}
    }
