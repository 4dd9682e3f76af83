"""Three months without upkeep: everything lies in the default partitions, and people play while it is mended.

`GAMEKEEPER_NIGHTS=500000 scripts/test tests/core/test_draining.py -n 0 -s` is the long form: as many rows in each default
partition. It prints what it measured, and holds the longest wait of a player to 250 ms, which says something on a
machine with nothing else to do.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

import psycopg
import pytest

from recovery import load

Connect = Callable[..., psycopg.Connection]
ROWS = int(os.environ.get("GAMEKEEPER_NIGHTS", "12000"))
IS_LONG = "GAMEKEEPER_NIGHTS" in os.environ
MOST_RUNS = 12
MOST_WAIT_MS = 250

# The partitions that were made before the three months have no rows and are gone; history lies in the default ones.
NEGLECT = """
create table test.scene as
select test.slots_certain_game(1) as game, test.slots_wallet('ann') as wallet;
alter table test.scene add column session uuid;
update test.scene set session = test.slots_session(game, wallet);
do $$
declare
  _partition regclass;
begin
  for _partition in select p.partition from core.partitions as p where not p.is_default loop
    execute format('drop table %s', _partition);
  end loop;
end
$$;
insert into slots.gameplay_events (session_id, event_index, event_id, owner_id, action, result, timestamp, state)
select s.session, i, gen_random_uuid(), gen_random_uuid(), '{}', '{}', now() - (ROWS - i) * interval '90 days' / ROWS, 'Idle'
from test.scene as s cross join generate_series(1, ROWS) as i;
insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, created_at)
select s.session, i, gen_random_uuid(), gen_random_uuid(), '{}', '{}', 0, '{}', now() - (ROWS - i) * interval '90 days' / ROWS
from test.scene as s cross join generate_series(1, ROWS) as i;
insert into auth.users (id) values ('00000000-0000-4000-8000-0000000000aa');
insert into sparc.adventures (id, creator_id, name, difficulty)
values ('00000000-0000-4000-8000-0000000000ab', '00000000-0000-4000-8000-0000000000aa', 'Sleep', 'hard');
insert into sparc.sessions (id, adventure_id, seer_id)
values ('00000000-0000-4000-8000-0000000000ac', '00000000-0000-4000-8000-0000000000ab', '00000000-0000-4000-8000-0000000000aa');
insert into sparc.session_events (session_id, seq, event_type, created_at)
select '00000000-0000-4000-8000-0000000000ac', 1000000 + i, 'scene_changed', now() - (ROWS - i) * interval '90 days' / ROWS
from generate_series(1, ROWS) as i;
"""
# What the neglected history holds, for a reader who looks at any moment.
SEEN = """
select
  (select count(*) from slots.gameplay_events as e where e.session_id = s.session),
  (select count(*) from slots.rl_store as r where r.session_id = s.session)
from test.scene as s
"""
# Locks that somebody waits for while upkeep holds them, or waits for them before; since when.
WAITS = """
select extract(epoch from clock_timestamp() - l.waitstart) * 1000
from pg_locks as l
where not l.granted and l.waitstart is not null and l.pid <> %(upkeep)s
  and %(upkeep)s = any (pg_blocking_pids(l.pid))
"""
WELL = "select ok from core.health_partitions()"


class Watch:
    """Looks at something again and again in a thread of its own, until told to stop."""

    def __init__(self, look: Callable[[], None]) -> None:
        self.look = look
        self.stop = threading.Event()
        self.problem: BaseException | None = None
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self.look()
        except BaseException as problem:
            self.problem = problem

    def __enter__(self) -> Watch:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join()
        if self.problem is not None:
            raise self.problem


def test_three_months_without_upkeep_are_mended_while_people_play(
    fresh_database: str, connect: Connect
) -> None:
    owner = connect(conninfo=fresh_database)
    owner.execute(NEGLECT.replace("ROWS", str(ROWS)).encode())
    owner.execute("analyze")
    service = connect(role="service_role", conninfo=fresh_database)
    reader, watcher = connect(conninfo=fresh_database), connect(conninfo=fresh_database)
    whole = owner.execute(SEEN).fetchone()
    assert whole == (ROWS, ROWS)
    looks, waits = [], [0.0]

    def read() -> None:
        looks.append(reader.execute(SEEN).fetchone())
        time.sleep(0.005)

    def measure() -> None:
        for (wait,) in watcher.execute(WAITS, {"upkeep": service.info.backend_pid}).fetchall():
            waits.append(float(wait))
        time.sleep(0.005)

    journal = load.Journal()
    began = time.monotonic()
    with Watch(read), Watch(measure), load.playing(lambda: fresh_database, 4, journal):
        load.more_calls(journal, 40)
        runs, well = 0, False
        while not well and runs < MOST_RUNS:
            runs += 1
            service.execute("call core.maintain()")
            well = owner.execute(WELL).fetchone() == (True,)
        took = time.monotonic() - began
        load.more_calls(journal, 40)
    print(
        f"{ROWS} rows in each default partition: whole after {runs} runs and {took:.1f} s; {len(journal.calls)} calls, "
        f"the longest wait for upkeep {max(waits):.0f} ms, {len(looks)} looks"
    )
    assert well, owner.execute("select * from core.health_partitions()").fetchone()
    assert set(looks) == {whole}
    assert not set(journal.refused) & {"40P01", "55P03", "23514"}, journal.refused
    if IS_LONG:
        assert max(waits) <= MOST_WAIT_MS
    # the guards and the policies are where they were, and nothing is left of the work
    with pytest.raises(psycopg.Error) as refusal:
        owner.execute("delete from slots.gameplay_events")
    assert refusal.value.sqlstate == "KG008"
    left = owner.execute("select count(*) from pg_constraint where conname = 'draining'").fetchone()
    assert left == (0,)
    # a reference is checked as before
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner.execute(
            "insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state)"
            " values (gen_random_uuid(), 2, gen_random_uuid(), gen_random_uuid(), '{}', '{}', 0, '{}')"
        )


def test_rows_of_a_retired_day_leave_the_default_partition(
    fresh_database: str, connect: Connect
) -> None:
    """What is past its retention gets a partition, which goes with the next step; play sees nothing of it."""
    owner = connect(conninfo=fresh_database)
    owner.execute(NEGLECT.replace("ROWS", "1").encode())
    service = connect(role="service_role", conninfo=fresh_database)
    service.execute("call core.maintain()")
    owner.execute(
        "insert into sparc.session_events (session_id, seq, event_type, created_at) values"
        " ('00000000-0000-4000-8000-0000000000ac', 901, 'scene_changed', now() - interval '60 days'),"
        " ('00000000-0000-4000-8000-0000000000ac', 902, 'scene_changed', now() - interval '50 days'),"
        " ('00000000-0000-4000-8000-0000000000ac', 903, 'scene_changed', now() + interval '50 days')"
    )
    assert owner.execute(WELL).fetchone() == (False,)
    service.execute("call core.maintain()")
    assert owner.execute(WELL).fetchone() == (True,)
    rows = owner.execute(
        "select seq from sparc.session_events where seq between 901 and 903 order by seq"
    ).fetchall()
    assert rows == [(903,)]
    assert owner.execute("select count(*) from sparc.session_events_default").fetchone() == (0,)


def test_a_drain_that_was_left_halfway_is_given_up_in_time(
    fresh_database: str, connect: Connect
) -> None:
    """While a drain is under way the default partition takes nothing beyond its range; that must not reach the present."""
    owner = connect(conninfo=fresh_database)
    owner.execute(NEGLECT.replace("ROWS", "12000").encode())
    began = owner.execute("select core.drain_default('slots.rl_store', now())").fetchone()
    assert began == ("the drain of 12000 rows began",)
    read = owner.execute("select core.drain_default('slots.rl_store', now())").fetchone()
    assert read == ("what the default partition holds was read",)
    late = "select core.drain_default('slots.rl_store', now() + interval '3 months')"
    assert "given up" in str(owner.execute(late).fetchone())
    left = owner.execute("select count(*) from pg_constraint where conname = 'draining'").fetchone()
    assert left == (0,)
    draining = owner.execute(
        "select draining_from, draining_to from core.partitioned_tables where table_name = 'slots.rl_store'"
    )
    assert draining.fetchone() == (None, None)
