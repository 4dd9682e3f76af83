"""Every change deploys, verifies and reverts by itself, and leaves nothing behind, on both versions."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

from runner import server as servers
from runner.sqitch import Change

from .catalog import difference, snapshot
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


def run(connection: psycopg.Connection[Any], kind: str, change: str) -> None:
    """Run a script as Sqitch does: all of it, in the transaction that it opens itself."""
    try:
        connection.execute(Change(change, ()).sql(kind).encode())
    except psycopg.Error as error:
        connection.execute("rollback")
        error.add_note(f"{kind}/{change}.sql")
        raise


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


def test_each_change_verifies_and_reverts(target: Target) -> None:
    """Deploy, verify, revert and deploy again each change in turn; a revert restores the catalog exactly.

    Verify must also fail where the change is missing, or it proves nothing. On 18 the short form deploys and verifies
    each change, and reverts them all at the end.
    """
    turns_back = target.version == "15" or EVERYTHING
    with (
        target.database("one_at_a_time") as database,
        target.deployer(database) as deployer,
        target.superuser(database) as observer,
    ):
        empty = before = snapshot(observer)
        for change in changes():
            if change != "core/preflight":  # it makes nothing that could be missing
                with pytest.raises(psycopg.Error):
                    run(deployer, "verify", change)
            run(deployer, "deploy", change)
            run(deployer, "verify", change)
            if not turns_back:
                continue
            run(deployer, "revert", change)
            assert difference(before, snapshot(observer)) == [], f"revert/{change}.sql"
            run(deployer, "deploy", change)
            before = snapshot(observer)
        for change in reversed(changes()):
            run(deployer, "revert", change)
        assert difference(empty, snapshot(observer)) == []


def test_sqitch_by_hand(target: Target) -> None:
    """``sqitch deploy --verify``, ``verify`` and ``revert`` go through, and nothing but Sqitch's registry stays.

    On 15 with the whole plan. On 18 with its beginning, which shows that Sqitch knows the server; the other tests
    run every script on both.
    """
    part = () if target.server.binaries == servers.DEBIAN_BINARIES else ("--to", changes()[20])
    with target.database("by_hand") as database, target.superuser(database) as observer:
        empty = snapshot(observer)
        for arguments in (("deploy", "--verify", *part), ("verify",), ("revert", "-y")):
            done = target.sqitch(database, *arguments)
            assert done.returncode == 0, done.stdout + done.stderr
        assert changes()[20] in done.stdout
        observer.execute("drop schema sqitch cascade")
        assert difference(empty, snapshot(observer)) == []


def test_databases_of_one_cluster_do_not_disturb_each_other(target: Target) -> None:
    """Two databases hold the package; reverting one leaves the other whole, reverting both leaves no role."""
    with (
        target.database("first") as first,
        target.database("second") as second,
        target.deployer(first) as one,
        target.deployer(second) as two,
    ):
        for change in changes():
            run(one, "deploy", change)
            run(two, "deploy", change)
        with target.superuser(second) as observer:
            before = snapshot(observer)
            for change in reversed(changes()):
                run(one, "revert", change)
            assert difference(before, snapshot(observer)) == []
            for change in changes():
                run(two, "verify", change)
            for change in reversed(changes()):
                run(two, "revert", change)
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
    scripts = {path.stem.replace("__", "/"): path.read_text() for path in DATA.glob("*.psql")}
    assert set(scripts) <= set(changes()), "a data script names no change"
    assert scripts, "there are data scripts"
    with (
        target.database("with_data") as database,
        target.deployer(database) as deployer,
        target.superuser(database) as superuser,
    ):
        for change in changes():
            run(deployer, "deploy", change)
            if change in scripts:
                superuser.execute(scripts[change].encode())
        for change in changes():
            run(deployer, "verify", change)
