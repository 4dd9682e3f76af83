"""Every change deploys, verifies and reverts by itself, and leaves nothing behind, on both versions."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import psycopg
import pytest

from runner import sqitch, testing, verify

from . import scripts
from .catalog import Snapshot, difference, snapshot
from .conftest import Target

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"


@cache
def changes() -> list[str]:
    """Return the names of the plan's changes in order."""
    lines = (ROOT / "sqitch.plan").read_text().splitlines()
    return [line.split()[0] for line in lines if line.strip() and line[0] not in "%@#"]


def script(kind: str, change: str) -> str:
    """Return the text of a deploy, revert or verify script."""
    return (ROOT / kind / f"{change}.sql").read_text()


def test_every_change_has_its_three_scripts() -> None:
    """No change of the plan lacks a script, no script lacks a change."""
    assert changes()
    assert len(set(changes())) == len(changes())
    for kind in ("deploy", "revert", "verify"):
        written = {
            str(path.relative_to(ROOT / kind).with_suffix(""))
            for path in (ROOT / kind).rglob("*.sql")
        }
        assert written == set(changes())
        for change in changes():
            assert script(kind, change).startswith(f"-- {kind.capitalize()} gamekeeper:{change} ")


def test_requirements_are_real_and_in_order() -> None:
    """What a deploy script says it requires is what the plan says, and stands before it."""
    seen: set[str] = set()
    for line in (ROOT / "sqitch.plan").read_text().splitlines():
        if not line.strip() or line[0] in "%@#":
            continue
        change = line.split()[0]
        planned = line.split("[")[1].split("]")[0].split() if "[" in line else []
        written = [
            name
            for text in script("deploy", change).splitlines()
            if text.startswith("-- requires:")
            for name in text.removeprefix("-- requires:").split()
        ]
        assert sorted(planned) == sorted(written), change
        assert set(planned) <= seen, f"{change} requires what comes later"
        seen.add(change)


# The long form: GAMEKEEPER_CHANGES=all scripts/test tests/migrations/test_migrations.py
EVERYTHING = os.environ.get("GAMEKEEPER_CHANGES") == "all"
STRETCH = 12  # changes between two looks at the catalog, in the short form


def test_each_change_verifies_and_reverts(target: Target) -> None:
    """Deploy and verify each change in turn, then revert them all: the catalog is at each look what it was on the way there.

    Verify must also fail where the change is missing, or it proves nothing. The short form looks after every twelfth
    change, from another one on each version; the long form after each, and turns each back and forth by itself.
    """
    first = 0 if target.version == "15" else STRETCH // 2
    looks: dict[int, Snapshot] = {}
    with (
        target.database("one_at_a_time") as database,
        target.deployer(database) as deployer,
        target.superuser(database) as observer,
    ):
        empty = snapshot(observer)
        verify.prepare(deployer)
        for number, change in enumerate(sqitch.plan()):
            if change.name != "core/preflight":  # it makes nothing that could be missing
                with pytest.raises(psycopg.Error):
                    scripts.run(deployer, "verify", change)
            if EVERYTHING or number % STRETCH == first:
                looks[number] = snapshot(observer)
            scripts.run(deployer, "deploy", change)
            scripts.run(deployer, "verify", change)
            if EVERYTHING:
                scripts.run(deployer, "revert", change)
                assert difference(looks.pop(number), snapshot(observer)) == [], change.name
                scripts.run(deployer, "deploy", change)
        for number, change in reversed(list(enumerate(sqitch.plan()))):
            scripts.run(deployer, "revert", change)
            if number in looks:
                left = difference(looks.pop(number), snapshot(observer))
                assert left == [], f"from {change.name} on"
        assert difference(empty, snapshot(observer)) == []


def test_sqitch_by_hand(target: Target) -> None:
    """``sqitch deploy --verify``, ``verify`` and ``revert`` go through, and nothing but Sqitch's registry stays.

    With the beginning of the plan, which shows that Sqitch knows the server; in the long form with all of it on 15. The
    other tests run every script, with psql too.
    """
    part = () if EVERYTHING and target.version == "15" else ("--to", changes()[20])
    with target.database("by_hand") as database, target.superuser(database) as observer:
        empty = snapshot(observer)
        for arguments in (("deploy", "--verify", *part), ("verify",), ("revert", "-y")):
            done = target.sqitch(database, *arguments)
            assert done.returncode == 0, done.stdout + done.stderr
        assert changes()[20] in done.stdout
        observer.execute("drop schema sqitch cascade")
        assert difference(empty, snapshot(observer)) == []


def test_databases_of_one_cluster_do_not_disturb_each_other(target: Target) -> None:
    """Two databases hold the package; reverting one leaves the other whole, reverting both leaves no role.

    Deploys and reverts run in psql, as Sqitch runs them.
    """
    deploys = [change.script("deploy") for change in sqitch.plan()]
    reverts = [change.script("revert") for change in reversed(sqitch.plan())]
    with target.database("first") as first, target.database("second") as second:
        for database in (first, second):
            testing.run_scripts(target.as_deployer, database, deploys)
        with target.superuser(second) as observer:
            before = snapshot(observer)
            testing.run_scripts(target.as_deployer, first, reverts)
            assert difference(before, snapshot(observer)) == []
            with target.deployer(second) as deployer:
                scripts.check(deployer, sqitch.plan())
            testing.run_scripts(target.as_deployer, second, reverts)
            roles = observer.execute(
                "select rolname from pg_roles"
                " where rolname in ('gamekeeper', 'anon', 'authenticated', 'service_role')"
            ).fetchall()
            assert roles == []


def test_plan_goes_on_over_data(target: Target) -> None:
    """The plan deploys onto a database that holds the data of the changes before.

    ``data/<change>.psql`` with the slash as ``__`` runs right after its change, as a studio's rows would be there
    when it upgrades; every later change must deploy and verify over them.
    """
    rows = {path.stem.replace("__", "/"): path.read_text() for path in DATA.glob("*.psql")}
    assert set(rows) <= set(changes()), "a data script names no change"
    assert rows, "there are data scripts"
    with (
        target.database("with_data") as database,
        target.deployer(database) as deployer,
        target.superuser(database) as superuser,
    ):
        for change in sqitch.plan():
            scripts.run(deployer, "deploy", change)
            if change.name in rows:
                superuser.execute(rows[change.name].encode())
        scripts.check(deployer, sqitch.plan())
