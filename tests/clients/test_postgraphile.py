"""PostGraphile 5 builds all schemas without a clash, and plays a move, a spin, a claim and a roll over HTTP."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo
from tests.world import World, user_id

from runner import ROOT, STATE, snippets

PACKAGES = ("node@22", "postgraphile@5")  # PostGraphile 5 needs a newer node than Debian's


@pytest.fixture
def world(test_databases: Any) -> Iterator[World]:
    name = test_databases.clone()
    made = World(test_databases.server.conninfo(name))
    yield made
    made.close()
    test_databases.drop(name)


@pytest.fixture
def login(world: World) -> Iterator[str]:
    """A login role as docs/install.md makes it: it may become the client roles and nothing else."""
    role, password = f"gktest_authenticator_{secrets.token_hex(4)}", secrets.token_hex(16)
    with psycopg.connect(world.conninfo, autocommit=True) as owner:
        name = sql.Identifier(role)
        owner.execute(sql.SQL("create role {} login noinherit password {}").format(name, password))
        owner.execute(sql.SQL("grant anon, authenticated, service_role to {}").format(name))
    yield make_conninfo(world.conninfo, user=role, password=password)
    with psycopg.connect(world.conninfo, autocommit=True) as owner:
        owner.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = %s", [role]
        )
        owner.execute(sql.SQL("drop role {}").format(name))


def test_a_move_a_spin_a_claim_and_a_roll_over_http(world: World, login: str) -> None:
    try:
        folder = snippets.npm_folder(STATE / "node-postgraphile", PACKAGES)
    except snippets.Missing as reason:
        pytest.skip(str(reason))
    shutil.copy(ROOT / "clients" / "postgraphile" / "preset.mjs", folder)
    shutil.copy(ROOT / "tests" / "clients" / "postgraphile.mjs", folder)
    turn = world.connect("service")
    view = turn.execute("select cards.player_view(%s)", [world.names["duel"]]).fetchone()
    assert view
    is_ana = view[0]["turnPlayerId"] == world.names["ana_player"]
    people = {
        "ana": str(user_id("ana")),
        "sam": str(user_id("sam")),
        "turn": str(user_id("ana" if is_ana else "ben")),
        "session": world.names["play"],
        "duel": world.names["duel"],
        "night": world.names["night"],
        "hero": world.names["hero"],
    }
    done = subprocess.run(
        [str(folder / "node_modules" / "node" / "bin" / "node"), "postgraphile.mjs"],
        cwd=folder,
        env={
            **os.environ,
            "DATABASE_URL": snippets.environment(login)["DATABASE_URL"],
            "GRAPHILE_ENV": "production",
            "WORLD": json.dumps(people),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [
        'spin "Playing" "Evaluating"',
        "move true null",
        "claim ALREADY_CLAIMED 100",
        "roll true",
        "after 2",
    ], done.stdout + done.stderr
    complaints = done.stderr
    assert "conflict" not in complaints
    assert "Could not" not in complaints
    assert "Recoverable" not in complaints
