"""Test databases: what a crashed run left is dropped, what a living run uses is not."""

from collections.abc import Iterator

import psycopg
import pytest

from runner import testing
from runner.pytest_plugin import Connect
from runner.server import Connection
from runner.testing import TestDatabases


@pytest.fixture
def control(test_databases: TestDatabases) -> Iterator[Connection]:
    """A connection of another run to the same server."""
    with test_databases.server.connect("postgres") as conn:
        yield conn


def exists(conn: Connection, name: str) -> bool:
    """Tell whether a database is there."""
    found = conn.execute("select 1 from pg_database where datname = %s", [name])
    return found.fetchone() is not None


def test_a_database_left_by_a_crash_goes(
    test_databases: TestDatabases, control: Connection
) -> None:
    """A database whose run holds no lock any more goes, even while somebody is connected."""
    name = f"{testing.PREFIX}_1234567_1"
    control.execute(f"create database {name}".encode())
    with test_databases.server.connect(name):
        testing.drop_leftovers(control)
    assert not exists(control, name)


def test_a_database_of_a_living_run_stays(
    test_databases: TestDatabases, control: Connection
) -> None:
    """A database whose run is alive stays."""
    name = test_databases.clone()
    testing.drop_leftovers(control)
    assert exists(control, name)
    test_databases.drop(name)
    assert not exists(control, name)


def test_clone_is_deployed_and_closed_to_nobody(fresh_database: str) -> None:
    """A clone holds the plan, pgTAP and the tests' own schema."""
    with psycopg.connect(fresh_database) as conn:
        assert conn.execute("select count(*) > 0 from core.errors").fetchone() == (True,)
        assert conn.execute("select to_regproc('public.plan') is not null").fetchone() == (True,)
        assert conn.execute("select to_regproc('test.as_user') is not null").fetchone() == (True,)


def test_template_follows_its_content(
    test_databases: TestDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another content is another template; one in use is not dropped for it."""
    assert testing.content_hash() in test_databases.template
    monkeypatch.setattr(testing, "content_hash", lambda: "0123456789ab")
    monkeypatch.setattr(testing, "prepare", lambda server, database: None)
    with test_databases.server.connect("postgres") as other:
        made = testing.ensure_template(test_databases.server, other)
        assert made == f"{testing.PREFIX}_template_0123456789ab"
        assert exists(other, made)
        assert exists(other, test_databases.template)
    monkeypatch.setattr(testing, "content_hash", lambda: "ba9876543210")
    with test_databases.server.connect("postgres") as other:
        last = testing.ensure_template(test_databases.server, other)
        assert not exists(other, made)
        other.execute(f"alter database {last} is_template false".encode())
        testing.drop_database(other, last)


def test_connect_becomes_a_caller(connect: Connect) -> None:
    """A connection has the role and claims of its caller for its session."""
    question = (
        "select current_user::text, auth.uid()::text, current_setting('request.jwt.claims', true)"
    )
    user = "00000000-0000-7000-8000-000000000001"
    row = connect(user=user).execute(question).fetchone()
    assert row is not None
    assert row[:2] == ("authenticated", user)
    row = connect(role="anon").execute(question).fetchone()
    assert row is not None
    assert row[0] == "anon"
    row = (
        connect(user=user, claims={"app_metadata": {"gamekeeper": "operator"}})
        .execute("select core.is_operator()")
        .fetchone()
    )
    assert row == (True,)
    assert not connect(autocommit=False).autocommit
