"""What rebuilds, recounts or refreshes, and what upkeep runs, locks no whole table: nobody who plays waits for it.

Each such function is called in a transaction of its own, and the locks are looked at before that is undone.
"""

from __future__ import annotations

import psycopg
import pytest
from tests.calls import statement
from tests.repeats import repeat_of
from tests.world import World

# Makes, attaches and drops partitions, for which tables have to be locked; core.run_task waits 150 ms for each.
PARTITIONS = {"core.upkeep_partitions", "sparc.open_event_partitions"}
NAMES = r"""
select n.nspname || '.' || p.proname, p.prokind = 'p', p.prosrc
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')
  and (
    p.proname ~ '^(rebuild|recount|refresh)_' and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ '\[helper\]'
    or p.oid in (select to_regprocedure(t.function) from core.upkeep_tasks as t)
  )
  and p.prorettype <> 'trigger'::regtype
order by 1
"""
LOCKED = """
select l.relation::regclass::text, l.mode
from pg_locks as l
where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.relation <> 'pg_locks'::regclass
  and l.mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')
order by 1, 2
"""


def breaches(connection: psycopg.Connection, world: World) -> list[str]:
    """Return what such functions lock that they must not, or why it could not be seen."""
    found = []
    for name, is_procedure, body in connection.execute(NAMES).fetchall():
        if name in PARTITIONS:
            continue
        if is_procedure:
            # It commits after each call of a function that is judged here.
            found += [
                f"{name}: has more than calls"
                for word in ("lock ", "update ", "delete ", "insert ")
                if word in body
            ]
            continue
        line = repeat_of(name)
        with connection.transaction(force_rollback=True):
            if line is None:
                connection.execute(f"select {name}()".encode())
            else:
                connection.execute(statement(name, line.arguments), line.values(world))
            found += [f"{name}: {table} {mode}" for table, mode in connection.execute(LOCKED)]
    return found


def test_nothing_that_keeps_books_locks_a_table(world: World) -> None:
    connection = world.connect("owner")
    few = 20
    assert len(connection.execute(NAMES).fetchall()) > few
    assert breaches(connection, world) == []


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        (
            "create function core.rebuild_all() returns void language sql as 'lock table core.settings in share row exclusive mode'",
            "core.rebuild_all: core.settings ShareRowExclusiveLock",
        ),
        (
            """create function core.upkeep_all() returns void language sql as 'lock table core.settings';
            insert into core.upkeep_tasks (task, function, meaning) values ('core.all', 'core.upkeep_all()', 'Waits.')""",
            "core.upkeep_all: core.settings AccessExclusiveLock",
        ),
        (
            "create procedure core.recount_all() language plpgsql as $$ begin lock table core.settings; commit; end $$",
            "core.recount_all: has more than calls",
        ),
    ],
)
def test_a_table_that_is_locked_is_seen(world: World, planted: str, said: str) -> None:
    connection = world.connect("owner")
    with connection.transaction(force_rollback=True):
        connection.execute(planted.encode())
        assert breaches(connection, world) == [said]
