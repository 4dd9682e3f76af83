"""The rehearsal of an upgrade: what a later release does to a database that this one has filled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.migrations.conftest import Target
from tests.migrations.test_bundle import run_suites
from tests.world import World

from runner import ROOT, sqitch, testing

# The long form, every suite: GAMEKEEPER_UPGRADE=all scripts/test tests/migrations/test_upgrade.py
SUITES = (
    ("slots", "cards", "xp", "sparc")
    if os.environ.get("GAMEKEEPER_UPGRADE") == "all"
    else ("cards",)
)
RELEASED = "v0.1.0"
# One change of each kind: a function, a table, a payload (whose readers know the old version too).
REWORKED = {
    "core/version": (("return '0.1.0';", "return '0.2.0';"),),
    "xp/users/xp_users": (),
    "cards/documents/payload_version": (
        ("else 1 end", "when payload_version.type = 'player_bid' then 3 else 1 end"),
    ),
    "cards/log/apply_event": (
        (
            "apply_event.event.payload ->> '_v' <> cards.payload_version(apply_event.event.type)::text",
            "(apply_event.event.payload ->> '_v')::integer not between 1 and cards.payload_version(apply_event.event.type)",
        ),
    ),
}
NEW_COLUMN = """begin;
set local search_path = pg_temp;
set local role gamekeeper;
alter table xp.xp_users add column platform text not null default 'unknown';
comment on column xp.xp_users.platform is 'Where the user signed up. [none]';
commit;
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the project as it is released, without its history."""
    for name in ("scripts", "deploy", "revert", "verify", "docs", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("sqitch.conf", "sqitch.plan"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def released(target: Target) -> Iterator[str]:
    """A database with this release, which Sqitch knows: the files of the plan in one psql, then recorded."""
    with target.database("released") as database:
        scripts = [change.script("deploy") for change in sqitch.plan()]
        testing.run_scripts(target.server, database, scripts)
        run(
            ROOT,
            target.server.environment(database),
            "sqitch",
            "deploy",
            "--log-only",
            "--no-verify",
            f"db:pg:{database}",
        )
        yield database


def run(clone: Path, environment: dict[str, str], *command: str) -> str:
    """Run a program in the clone."""
    names = {"SQITCH_FULLNAME": "Rehearsal", "SQITCH_EMAIL": "rehearsal@gamekeeper.invalid"}
    done = subprocess.run(
        command, cwd=clone, env=environment | names, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def rework(clone: Path, environment: dict[str, str]) -> None:
    """Tag the release, then rework one change of each kind, as docs/releasing.md says."""
    run(clone, environment, "sqitch", "tag", RELEASED, "-n", "The first release.")
    for change, edits in REWORKED.items():
        run(clone, environment, "sqitch", "rework", change, "-n", "The next release.")
        script = clone / "deploy" / f"{change}.sql"
        text = script.read_text().replace("create function", "create or replace function", 1)
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        script.write_text(text)
        revert = clone / "revert" / f"{change}.sql"
        revert.write_text(
            revert.read_text().replace("create function", "create or replace function", 1)
        )
    (clone / "deploy" / "xp/users/xp_users.sql").write_text(NEW_COLUMN)
    (clone / "verify" / "xp/users/xp_users.sql").write_text(
        "begin; select platform from xp.xp_users; rollback;\n"
    )
    (clone / "revert" / "xp/users/xp_users.sql").write_text(
        "begin; set local role gamekeeper; alter table xp.xp_users drop column platform; commit;\n"
    )


@pytest.mark.parametrize("target", ["15"], indirect=True)
def test_a_database_of_this_release_is_upgraded(target: Target, clone: Path, released: str) -> None:
    """Filled by this release and upgraded it answers as before and takes new calls; so it does after the way back.

    The suites pass on an upgraded installation too.
    """
    environment = target.server.environment(released)
    with target.superuser() as postgres:
        postgres.execute(f"create database filled template {released}".encode())
    rework(clone, environment)
    try:
        filled = target.server.environment("filled")
        with target.superuser("filled") as owner:
            for helpers in testing.helper_files():
                owner.execute(helpers.read_bytes())
            made = World(target.server.conninfo("filled"))
            made.close()
            before = facts(owner)
            run(clone, filled | {"PYTHONPATH": "scripts"}, sys.executable, "-m", "runner", "deploy")
            assert owner.execute("select core.version()").fetchone() == ("0.2.0",)
            platforms = owner.execute("select distinct platform from xp.xp_users").fetchall()
            assert platforms == [("unknown",)]
            assert facts(owner) == before
            play_on(owner)
            run(clone, filled, "sqitch", "revert", "-y", "--to", f"@{RELEASED}", "db:pg:filled")
            assert owner.execute("select core.version()").fetchone() == ("0.1.0",)
            assert facts(owner) == before
    finally:
        with target.superuser() as postgres:
            postgres.execute("drop database filled with (force)")
    run(clone, environment, "sqitch", "deploy", "--verify", f"db:pg:{released}")
    run_suites(target, released, SUITES)


def facts(owner: psycopg.Connection) -> dict[str, object]:
    """Return what must stay: no book is wrong, no log is broken, and how much there is of everything."""
    queries = {
        "wrong books": "select count(*) from slots.reconcile_wallets()",
        "wrong streaks": "select count(*) from xp.reconcile()",
        "broken logs": "select count(*) from cards.games as g, cards.verify_game(g.id)",
        "states": "select md5(string_agg(s::text, ',' order by s.game_id)) from cards.game_states as s",
        "entries": "select count(*), sum(amount) from slots.wallet_entries",
        "users": "select array_agg(u.external_user_id order by 1) from xp.xp_users as u",
        "rolls": "select count(*) from sparc.dice_rolls",
    }
    return {name: owner.execute(query.encode()).fetchall() for name, query in queries.items()}


def play_on(owner: psycopg.Connection) -> None:
    """Play a game of bots to its end: its bids have the new payload, and its log is whole."""
    with owner.transaction(force_rollback=True):
        (game,) = owner.execute(
            "select cards.simulate_game(3, 'after the upgrade')"
        ).fetchone() or (None,)
        versions = owner.execute(
            "select distinct payload ->> '_v' from cards.game_events where game_id = %s and type = 'player_bid'",
            [game],
        ).fetchall()
        assert versions == [("3",)]
        assert owner.execute("select count(*) from cards.verify_game(%s)", [game]).fetchone() == (
            0,
        )
