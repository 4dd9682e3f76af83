"""Core under many callers at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
from tests.connections import SECONDS, at_once, row, wait_until_blocked

CALLERS = 20


def test_rate_limit_lets_exactly_the_limit_pass(connect: Callable[..., psycopg.Connection]) -> None:
    """Of 20 calls at one instant under a limit of 10 exactly 10 pass, the others get KG007."""
    limited = "select core.rate_limit('race', 10, interval '1 minute', core.now_utc())"
    outcomes = at_once(row(connect(), limited) for _ in range(CALLERS))
    assert outcomes.count("KG007") == CALLERS - 10
    assert len([o for o in outcomes if isinstance(o, tuple)]) == 10


def test_maintain_twice_at_once_runs_each_task_once(
    connect: Callable[..., psycopg.Connection],
) -> None:
    """A second core.maintain_once() skips the tasks that the first one holds, and waits for nothing."""
    with connect(autocommit=False) as first, connect() as second:
        first.execute("select task from core.maintain_once()")
        assert second.execute("select task from core.maintain_once()").fetchall() == []
        first.rollback()
        assert second.execute("select task from core.maintain_once()").fetchall() != []


MAKER = """
create table test.made (id uuid primary key);
create function test.make(idempotency_key text) returns uuid language plpgsql security definer as $$
declare
  _id constant uuid := gen_random_uuid();
  _made_id text;
begin
  _made_id := core.note_request('test.make', make.idempotency_key, '[]', _id::text);
  if _made_id is not null then return _made_id::uuid; end if;
  insert into test.made (id) values (_id);
  return _id;
end
$$;
"""


def test_one_request_sent_many_times_at_once_makes_one_thing(
    fresh_database: str, connect: Callable[..., psycopg.Connection]
) -> None:
    """Of 20 calls with one key one makes something, and all of them answer with it."""
    connect(conninfo=fresh_database).execute(MAKER)
    user = uuid4()
    answers = at_once(
        row(connect(user=user, conninfo=fresh_database), "select test.make('k')")
        for _ in range(CALLERS)
    )
    made = connect(conninfo=fresh_database).execute("select id from test.made").fetchall()
    assert made == list(set(answers))


def test_a_request_that_was_rolled_back_leaves_its_key_free(
    fresh_database: str, connect: Callable[..., psycopg.Connection]
) -> None:
    """A repetition waits for the first call; when that one is undone, it makes the thing itself."""
    watcher = connect(conninfo=fresh_database)
    watcher.execute(MAKER)
    user = uuid4()
    first = connect(user=user, conninfo=fresh_database, autocommit=False)
    second = connect(user=user, conninfo=fresh_database)
    undone = first.execute("select test.make('k')").fetchone()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(row(second, "select test.make('k')"))
        wait_until_blocked(watcher, second, waiting)
        first.rollback()
        answer = waiting.result(timeout=SECONDS)
    assert answer != undone
    assert watcher.execute("select id from test.made").fetchall() == [answer]
