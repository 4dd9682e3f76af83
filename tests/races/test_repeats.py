"""The same call on twenty connections at once: one effect and one answer, for every command.

Two worlds hear the same story. In the one each call is sent alone, in the other twenty times at once; both end with
as many rows.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import psycopg
import pytest
from tests.calls import Call, call
from tests.connections import at_once
from tests.repeats import (
    BEFORE,
    MARKS,
    MOVED_ON,
    Before,
    MovedOn,
    Writer,
    answer,
    in_order,
    repeat_of,
    table_names,
    writers,
)
from tests.world import World, become, cloned_world

from runner.testing import TestDatabases

SENDERS = 20


# Limits of calls a minute are no subject here; a busy machine takes its time.
UNLIMITED = """
service: select from core.set_setting('cards.lobby_calls_per_minute', '1000')
service: select from core.set_setting('sparc.code_calls_per_minute', '1000')
service: select from core.set_setting('xp.claims_per_minute', '1000')
"""

# One operator starts these, or one scheduler; two at once are raced in tests/core, tests/cards and tests/slots.
ALONE = {"core.maintain_once", "slots.reseed_batch", "sparc.reseed_batch"}


@pytest.fixture(scope="module")
def worlds(test_databases: TestDatabases) -> Iterator[tuple[World, World]]:
    """Two worlds of this test's own."""
    with cloned_world(test_databases) as one, cloned_world(test_databases) as other:
        yield one, other


def counts(connection: psycopg.Connection) -> dict[str, int]:
    """Return how many rows each table has, but for those that every call may write."""
    become(connection, "owner")
    tables = [name for name in table_names(connection) if name not in MARKS]
    counted = ", ".join(f"(select count(*) from {name})" for name in tables)
    row = connection.execute(f"select {counted}".encode()).fetchone() or ()
    return dict(zip(tables, row, strict=True))


def same(rows: object, moved: MovedOn) -> str:
    """Return an answer, or the code of a refusal, without what may differ."""
    if not isinstance(rows, list):
        return str(rows)
    kept = [{name: row[name] for name in row if name not in moved.answer} for row in rows]
    return str([row for row in kept if row])


def race(
    worlds: tuple[World, World], writer: Writer, line: Call, senders: list[psycopg.Connection]
) -> list[str]:
    """Send a call alone in one world and many times at once in the other; return what differs."""
    moved = MOVED_ON.get(writer.name, MovedOn(""))
    grown = []
    for world, connections in ((worlds[0], senders[:1]), (worlds[1], senders[1:])):
        if story := BEFORE.get(writer.name, Before()).story:
            world.tell(story)
        before = counts(connections[0])
        for connection in connections:
            become(connection, line.caller)
        calls = [
            functools.partial(answer, connection, writer, line, world) for connection in connections
        ]
        answers = at_once(calls)
        after = counts(connections[0])
        grown.append({name: after[name] - before[name] for name in after})
    said = {same(rows, moved) for rows in answers}
    found = [] if len(said) == 1 else [f"{writer.name}: answers {sorted(said)}"]
    found += [
        f"{writer.name}: {table} grows by {grown[1][table]} instead of {grown[0][table]}"
        for table in grown[0]
        if grown[0][table] != grown[1][table] and not {table, "*"} & moved.tables
    ]
    return found


@pytest.fixture(scope="module")
def senders(worlds: tuple[World, World]) -> list[psycopg.Connection]:
    """A connection to the one world, and many to the other."""
    for world in worlds:
        world.tell(UNLIMITED)
    return [worlds[0].connect("owner"), *(worlds[1].connect("owner") for _ in range(SENDERS))]


def test_the_same_call_at_once_has_one_effect_and_one_answer(
    worlds: tuple[World, World], senders: list[psycopg.Connection]
) -> None:
    wrong: list[str] = []
    become(senders[0], "owner")
    for writer in in_order(writers(senders[0])):
        line = repeat_of(writer.name)
        if line and writer.name not in ALONE and not writer.is_procedure:
            wrong += race(worlds, writer, line, senders)
    assert not wrong, "\n".join(wrong)


PLANTED = """
create table core.bad_notes (id integer generated always as identity);
create function core.bad() returns text language plpgsql security definer as $$
begin
  if not exists (select from core.bad_notes) then
    perform pg_sleep(0.5);
    insert into core.bad_notes default values;
  end if;
  return 'x';
end
$$;
comment on function core.bad() is 'Bad. [service] [repeat: natural]';
grant execute on function core.bad() to service_role;
"""


def test_a_call_that_looks_before_it_locks_is_seen(
    worlds: tuple[World, World], senders: list[psycopg.Connection]
) -> None:
    for connection in senders[:2]:
        become(connection, "owner")
        connection.execute(PLANTED)
    writer = Writer("core.bad", False, "Bad.")
    (wrong,) = race(worlds, writer, call("core.bad", "service"), senders)
    assert wrong.startswith("core.bad: core.bad_notes grows by")
    for connection in senders[:2]:
        become(connection, "owner")
        connection.execute("drop function core.bad(); drop table core.bad_notes")
