"""A transaction decides or looks, not both: core.is_settled under real transactions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from uuid import uuid4

import psycopg
import pytest
from tests.connections import SECONDS

# The smallest thing that follows the law: a decision, and a draw that waits for it to be committed.
THING = """
create table test.things (id integer primary key, choice integer not null default 0, decided_in xid8);
insert into test.things (id) values (1);
create function test.decide(choice integer) returns void
language sql security definer
begin atomic
  update test.things set choice = $1, decided_in = pg_current_xact_id() where id = 1;
end;
create function test.draw() returns integer
language plpgsql volatile security definer as $$
declare
  _thing test.things;
begin
  select * into strict _thing from test.things where id = 1 for update;
  if not core.is_settled(_thing.decided_in) then
    perform core.raise('COMMIT_FIRST');
  end if;
  return _thing.choice;
end
$$;
create function test.decide_and_draw(choice integer) returns integer
language plpgsql volatile security definer as $$
begin
  perform test.decide(choice);
  begin
    return test.draw();
  exception
    when sqlstate 'KG009' then
      return null;
  end;
end
$$;
"""
COMMIT_FIRST = "KG009"

Connect = Callable[..., psycopg.Connection]


@pytest.fixture
def client(fresh_database: str, connect: Connect) -> Callable[..., psycopg.Connection]:
    """Open connections of users to a database with one thing in it."""
    connect(conninfo=fresh_database).execute(THING)

    def open_client(**caller: object) -> psycopg.Connection:
        return connect(conninfo=fresh_database, autocommit=False, **(caller or {"user": uuid4()}))

    return open_client


def drawn(connection: psycopg.Connection) -> int | str:
    """Return what was drawn, or the SQLSTATE of the refusal, and keep the transaction alive."""
    try:
        with connection.transaction():
            row = connection.execute("select test.draw()").fetchone()
    except psycopg.Error as error:
        return error.sqlstate or "?"
    assert row is not None
    return int(row[0])


def test_a_draw_waits_for_the_commit_of_its_decision(client: Connect) -> None:
    user = client()
    user.execute("select test.decide(5)")
    assert drawn(user) == COMMIT_FIRST
    user.commit()
    assert drawn(user) == 5


def test_a_decision_that_was_taken_back_leaves_the_one_before(client: Connect) -> None:
    user = client()
    user.execute("select test.decide(5)")
    user.commit()
    user.execute("savepoint look")
    user.execute("select test.decide(6)")
    assert drawn(user) == COMMIT_FIRST
    user.execute("rollback to savepoint look")
    assert drawn(user) == 5
    user.execute("select test.decide(7)")
    assert drawn(user) == COMMIT_FIRST


@pytest.mark.parametrize("where", ["released", "open"])
def test_a_savepoint_is_no_transaction(client: Connect, where: str) -> None:
    """The id is the top-level transaction's, in whatever subtransaction the decision was made."""
    user = client()
    user.execute("savepoint a")
    user.execute("savepoint b")
    user.execute("select test.decide(5)")
    if where == "released":
        user.execute("release savepoint b")
        user.execute("release savepoint a")
    assert drawn(user) == COMMIT_FIRST
    user.commit()
    assert drawn(user) == 5


def test_a_block_that_catches_the_refusal_learns_nothing(client: Connect) -> None:
    user = client()
    assert user.execute("select test.decide_and_draw(5)").fetchone() == (None,)


def test_one_statement_that_decides_and_draws_is_refused(client: Connect) -> None:
    user = client()
    with pytest.raises(psycopg.Error) as refusal:
        user.execute("select test.decide(5), test.draw()")
    assert refusal.value.sqlstate == COMMIT_FIRST
    assert refusal.value.diag.message_hint
    assert "Commit" in refusal.value.diag.message_hint


def test_another_caller_waits_for_a_held_decision(client: Connect) -> None:
    """The draw is asked under the row's lock: it waits for the holder, then draws what was committed."""
    holder, other = client(), client()
    holder.execute("select test.decide(5)")
    seen: list[int | str] = []
    thread = threading.Thread(target=lambda: seen.append(drawn(other)))
    thread.start()
    time.sleep(0.3)
    assert seen == []
    holder.commit()
    thread.join(SECONDS)
    assert seen == [5]


def test_an_old_transaction_that_decided_elsewhere_may_draw(client: Connect) -> None:
    """Only the transaction that decided this thing waits, not every transaction that wrote something."""
    decider, old = client(), client()
    old.execute("select pg_current_xact_id()")
    decider.execute("select test.decide(5)")
    decider.commit()
    assert drawn(old) == 5


@pytest.mark.parametrize(
    ("caller", "expected"),
    [
        ({"role": "service_role"}, 5),
        ({}, COMMIT_FIRST),
        ({"role": "anon"}, COMMIT_FIRST),
        ({"user": uuid4(), "claims": {"app_metadata": {"gamekeeper": "operator"}}}, COMMIT_FIRST),
        ({"user": uuid4(), "claims": {"role": "service_role"}}, COMMIT_FIRST),
    ],
    ids=["service", "user", "stranger", "operator", "forged claims"],
)
def test_the_service_alone_draws_at_once(
    client: Connect, caller: dict[str, object], expected: int | str
) -> None:
    connection = client(**caller)
    connection.execute("select test.decide(5)")
    assert drawn(connection) == expected


def test_the_setting_lets_everybody_draw_at_once(client: Connect) -> None:
    service, user = client(role="service_role"), client()
    user.execute("select test.decide(5)")
    assert drawn(user) == COMMIT_FIRST
    service.execute("select core.set_setting('core.clients_can_abort', 'false')")
    service.commit()
    assert drawn(user) == 5


def test_the_clock_of_rules_does_not_stand_in_a_held_transaction(
    fresh_database: str, connect: Connect
) -> None:
    holder = connect(conninfo=fresh_database, autocommit=False)
    statement = "select core.wall_clock(), core.now_utc()"
    first = holder.execute(statement).fetchone()
    time.sleep(0.05)
    second = holder.execute(statement).fetchone()
    assert first is not None
    assert second is not None
    assert second[0] > first[0]
    assert second[1] == first[1]
