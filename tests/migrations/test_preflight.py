"""What stands in the way of a deploy is listed at once, before anything is made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from tests.migrations.catalog import difference, snapshot
from tests.migrations.conftest import DEPLOYER, Target

from runner import ROOT

SCRIPT = (ROOT / "deploy" / "core" / "preflight.sql").read_text()
SIGN_UPS = """
create schema auth;
create table auth.users (id uuid primary key, email varchar(255), raw_user_meta_data jsonb);
create function auth.uid() returns uuid language sql return null::uuid;
create function auth.jwt() returns jsonb language sql return null::jsonb;
create function auth.role() returns text language sql return null::text;
"""
GIVE_SIGN_UPS = f"grant usage on schema auth to {DEPLOYER}; grant references, trigger on auth.users to {DEPLOYER};"

# What stands in the way, made by the superuser, and the words that name it with the way out.
OBSTACLES = {
    "a schema of the same name": ("create schema cards;", ["exist already: cards."]),
    "two schemas of the same names": (
        "create schema xp; create schema core;",
        ["exist already: core, xp."],
    ),
    "no right to make roles": (
        f"alter role {DEPLOYER} nocreaterole;",
        [
            "The roles anon, authenticated, gamekeeper, gamekeeper_monitor, service_role are missing",
            "createrole.",
        ],
    ),
    "no right to make schemas": (
        f"alter database preflight owner to postgres; revoke create on database preflight from {DEPLOYER};",
        [f"grant create on database preflight to {DEPLOYER}."],
    ),
    "an owner role of somebody else": (
        f"create role gamekeeper; create role gamekeeper_monitor; create role anon; create role authenticated;"
        f" create role service_role; alter role {DEPLOYER} nocreaterole;",
        [f"grant gamekeeper to {DEPLOYER}."],
    ),
    "a schema auth that is closed": (SIGN_UPS, [f"grant usage on schema auth to {DEPLOYER}."]),
    "a schema auth of another shape": (
        f"create schema auth; create table auth.users (id integer); grant usage on schema auth to {DEPLOYER};",
        [
            "a primary key of auth.users on id",
            "auth.jwt() returning jsonb",
            "auth.role() returning text",
            "auth.uid() returning uuid",
            "auth.users.email of type text",
            "auth.users.id of type uuid",
            "auth.users.raw_user_meta_data of type jsonb",
        ],
    ),
    "sign-ups that nobody may refer to": (
        SIGN_UPS + f"grant usage on schema auth to {DEPLOYER};",
        [f"grant references, trigger on auth.users to {DEPLOYER}."],
    ),
}


@contextmanager
def database(target: Target) -> Iterator[psycopg.Connection]:
    """A superuser's connection to an empty database; afterwards the deployer has its rights again."""
    with target.database("preflight") as name, target.superuser(name) as connection:
        try:
            yield connection
        finally:
            connection.execute(f"alter role {DEPLOYER} createrole")
            connection.execute("drop schema if exists auth cascade")


def refusal(target: Target, script: str = SCRIPT) -> str:
    """Run the preflight as the deployer and return what it says."""
    with (
        target.deployer("preflight") as connection,
        pytest.raises(psycopg.errors.RaiseException) as raised,
    ):
        connection.execute(script.encode())
    return str(raised.value)


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_each_obstacle_is_named(target: Target, obstacle: str) -> None:
    """One obstacle is one line, and nothing is made."""
    statements, words = OBSTACLES[obstacle]
    with database(target) as connection:
        connection.execute(statements.encode())
        before = snapshot(connection)
        said = refusal(target)
        assert [word for word in words if word not in said] == []
        assert said.count("\n- ") == 1
        assert difference(before, snapshot(connection)) == []


def test_all_obstacles_are_named_in_one_message(target: Target) -> None:
    """Somebody who may do nothing, on a server too old, in a database full of others' things, reads it all at once."""
    chosen = [
        "a schema of the same name",
        "no right to make schemas",
        "an owner role of somebody else",
    ]
    with database(target) as connection:
        connection.execute(SIGN_UPS.encode())
        for obstacle in chosen:
            connection.execute(OBSTACLES[obstacle][0].encode())
        said = refusal(target, SCRIPT.replace("_version < 150000", "_version < 990000"))
        assert said.count("\n- ") == 5
        assert "use 15 or newer" in said
        assert f"grant usage on schema auth to {DEPLOYER}." in said
        for obstacle in chosen:
            assert [word for word in OBSTACLES[obstacle][1] if word not in said] == []


@pytest.mark.parametrize("statements", ["", SIGN_UPS + GIVE_SIGN_UPS])
def test_nothing_is_said_where_nothing_is_in_the_way(target: Target, statements: str) -> None:
    with database(target) as connection, target.deployer("preflight") as deployer:
        connection.execute(statements.encode())
        heard: list[str] = []
        deployer.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
        deployer.execute(SCRIPT.encode())
        assert heard == []


def test_an_open_public_schema_is_a_warning(target: Target) -> None:
    with database(target) as connection, target.deployer("preflight") as deployer:
        connection.execute("grant create on schema public to public")
        heard: list[str] = []
        deployer.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
        deployer.execute(SCRIPT.encode())
        (warning,) = heard
        assert "revoke create on schema public from public" in warning
