"""core.maintain() never makes play wait: it commits after each step, and waits for no lock for long."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from tests.connections import at_once, row

Connect = Callable[..., psycopg.Connection]

# A task that works, one that fails, and a partitioned table that has to be made a partition.
SCENE = """
create table core.worked (at timestamptz);
create function core.upkeep_works() returns text language sql return 'done';
create function core.upkeep_breaks() returns text language plpgsql as $$
begin
  insert into core.worked values (now());
  raise exception 'broken';
end
$$;
create table core.sample (at timestamptz not null) partition by range (at);
create table core.sample_default partition of core.sample default;
alter table core.worked owner to gamekeeper;
alter table core.sample owner to gamekeeper;
alter table core.sample_default owner to gamekeeper;
alter function core.upkeep_works() owner to gamekeeper;
alter function core.upkeep_breaks() owner to gamekeeper;
insert into core.upkeep_tasks (task, function, meaning) values
  ('a.breaks', 'core.upkeep_breaks()', 'Fails.'), ('c.works', 'core.upkeep_works()', 'Works.');
insert into core.partitioned_tables (table_name, period, ahead) values ('core.sample', 'month', 2);
"""
# A task that moves ten of 35 rows a run, the last first.
BATCHES = """
create table core.heap as select n from generate_series(1, 35) as n;
create table core.moved (n integer);
create function core.upkeep_heap() returns bigint language sql as $$
  with taken as (
    delete from core.heap where n in (select h.n from core.heap as h order by h.n desc limit core.batch_of('d.heap')) returning n
  ), moved as (
    insert into core.moved select n from taken returning n
  )
  select count(*) from moved
$$;
alter table core.heap owner to gamekeeper;
alter table core.moved owner to gamekeeper;
alter function core.upkeep_heap() owner to gamekeeper;
insert into core.upkeep_tasks (task, function, meaning, batch) values ('d.heap', 'core.upkeep_heap()', 'Moves.', 10);
"""
TASKS = "select task, ok, detail from core.upkeep_tasks where task in ('a.breaks', 'c.works', 'core.partitions')"


@pytest.fixture
def owner(fresh_database: str, connect: Connect) -> psycopg.Connection:
    connection = connect(conninfo=fresh_database)
    connection.execute(SCENE)
    return connection


@pytest.fixture
def service(fresh_database: str, connect: Connect) -> psycopg.Connection:
    return connect(role="service_role", conninfo=fresh_database)


def outcomes(owner: psycopg.Connection) -> dict[str, tuple[bool, str]]:
    return {task: (ok, detail) for task, ok, detail in owner.execute(TASKS).fetchall()}


def test_the_service_runs_every_task(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    service.execute("call core.maintain()")
    told = outcomes(owner)
    assert told["a.breaks"] == (False, "P0001: broken")
    assert told["c.works"] == (True, "done")
    assert told["core.partitions"][0]
    made = (
        "select count(*) from core.partitions where table_name = 'core.sample' and not is_default"
    )
    assert owner.execute(made).fetchone() == (3,)
    assert owner.execute("select count(*) from core.worked").fetchone() == (0,)
    service.execute("call core.maintain()")
    assert "core.sample: 0 made, 0 dropped" in outcomes(owner)["core.partitions"][1]


def test_each_step_is_committed_by_itself(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    """Each task that ran has a transaction id of its own."""
    service.execute("call core.maintain()")
    writers = owner.execute("select xmin::text from core.upkeep_tasks").fetchall()
    assert len(set(writers)) == len(writers) > 3


def test_a_task_that_did_a_whole_batch_is_repeated_at_once(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    """Each batch in a transaction of its own, until one is not whole; core.maintain_once() does one."""
    owner.execute(BATCHES)
    service.execute("select * from core.maintain_once()")
    assert owner.execute("select count(*) from core.heap").fetchone() == (25,)
    service.execute("call core.maintain()")
    told = owner.execute("select runs, ok, detail from core.upkeep_tasks where task = 'd.heap'")
    assert told.fetchone() == (4, True, "5")
    assert owner.execute("select count(*) from core.heap").fetchone() == (0,)
    assert owner.execute("select count(distinct xmin::text) from core.moved").fetchone() == (4,)


def test_a_batch_that_fails_waits_for_the_next_run(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    owner.execute(BATCHES)
    owner.execute("alter table core.moved add check (n > 20)")
    service.execute("call core.maintain()")
    told = owner.execute("select runs, failed_runs from core.upkeep_tasks where task = 'd.heap'")
    assert told.fetchone() == (2, 1)


def test_a_backlog_is_left_to_the_next_run_when_the_time_is_up(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    """A batch that has begun is finished; the tasks behind it have their turn in the same run."""
    owner.execute(BATCHES)
    owner.execute("select core.set_setting('core.task_seconds', '0')")
    left = "select count(*), (select runs from core.upkeep_tasks where task = 'xp.boards') from core.heap"
    for run, rows in enumerate((25, 15, 5, 0), 1):
        service.execute("call core.maintain()")
        assert owner.execute(left).fetchone() == (rows, run)
    owner.execute("insert into core.heap select n from generate_series(1, 35) as n")
    owner.execute(
        "create function core.dawdle() returns trigger language plpgsql as $$"
        " begin perform pg_sleep(0.6); return null; end $$;"
        "alter function core.dawdle() owner to gamekeeper;"
        "create trigger dawdle after insert on core.moved execute function core.dawdle();"
        "select core.set_setting('core.task_seconds', '1')"
    )
    service.execute("call core.maintain()")
    rows, _ = owner.execute(left).fetchone() or (None, None)
    assert rows in (25, 15), "a third batch would have begun after 1.2 s"
    owner.execute(
        "drop trigger dawdle on core.moved; select core.set_setting('core.task_seconds', '3600')"
    )
    service.execute("call core.maintain()")
    assert owner.execute(left).fetchone() == (0, 6)


def test_within_a_transaction_it_is_refused(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    service.autocommit = False
    with pytest.raises(psycopg.errors.InvalidTransactionTermination):
        service.execute("call core.maintain()")
    service.rollback()
    ran = service.execute("select task from core.maintain_once()").fetchall()
    assert ("c.works",) in ran


def test_who_is_not_the_service_is_refused(
    owner: psycopg.Connection, fresh_database: str, connect: Connect
) -> None:
    operator = connect(
        user="00000000-0000-4000-8000-00000000000f",
        claims={"app_metadata": {"gamekeeper": "operator"}},
        conninfo=fresh_database,
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        operator.execute("call core.maintain()")
    pretender = connect(
        role="service_role", claims={"role": "authenticated"}, conninfo=fresh_database
    )
    with pytest.raises(psycopg.Error) as refusal:
        pretender.execute("call core.maintain()")
    assert refusal.value.sqlstate == "KG003"


@pytest.mark.parametrize(
    "left_open",
    [
        "select from core.sample",
        "insert into core.sample values (now())",
        "set transaction isolation level repeatable read, read only; lock table core.sample in access share mode",
    ],
    ids=["an idle reader", "an act", "a dump"],
)
def test_an_open_transaction_stops_one_step_and_no_other(
    left_open: str,
    owner: psycopg.Connection,
    service: psycopg.Connection,
    fresh_database: str,
    connect: Connect,
) -> None:
    """Who holds a table for long keeps its partitions from being made; everything else is done, and health names them."""
    holder = connect(conninfo=fresh_database, autocommit=False)
    holder.execute(left_open.encode())
    service.execute("call core.maintain()")
    told = outcomes(owner)
    assert told["c.works"] == (True, "done")
    ok, detail = told["core.partitions"]
    assert not ok
    assert "core.sample: 55P03: somebody holds a lock" in detail
    others = "select bool_and(ok) from core.partitioned_tables where table_name <> 'core.sample'"
    assert owner.execute(others).fetchone() == (True,)
    health = (
        "select name, ok, detail from core.health() where name in ('core.upkeep', 'core.blockers')"
    )
    named = {name: (well, seen) for name, well, seen in owner.execute(health.encode()).fetchall()}
    assert named["core.upkeep"][0] is False
    assert "core.sample" in named["core.upkeep"][1]
    assert named["core.blockers"][0] is False
    assert (
        f"process {holder.info.backend_pid}, which holds core.sample" in named["core.blockers"][1]
    )
    holder.rollback()
    blockers = "select ok from core.health_blockers()"
    assert owner.execute(blockers).fetchone() == (True,)
    service.execute("call core.maintain()")
    assert outcomes(owner)["core.partitions"][0]
    assert owner.execute(blockers).fetchone() == (True,)


def test_a_lock_is_tried_for_three_times_and_any_other_error_once(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    """A sequence counts the tries, since it does not roll back."""
    owner.execute(
        "create sequence core.tries owned by none; alter sequence core.tries owner to gamekeeper;"
        "create or replace function core.upkeep_works() returns text language plpgsql as $$"
        " begin perform nextval('core.tries'); raise exception using errcode = '55P03'; end $$;"
    )
    service.execute("call core.maintain()")
    assert owner.execute("select last_value from core.tries").fetchone() == (3,)
    assert outcomes(owner)["c.works"][1].startswith("55P03: somebody holds a lock")
    owner.execute(
        "create or replace function core.upkeep_works() returns text language plpgsql as $$"
        " begin perform nextval('core.tries'); raise exception using errcode = '55006'; end $$;"
    )
    service.execute("call core.maintain()")
    assert owner.execute("select last_value from core.tries").fetchone() == (4,)


def test_two_maintainers_at_once_do_all_the_work_once(
    owner: psycopg.Connection, service: psycopg.Connection, fresh_database: str, connect: Connect
) -> None:
    other = connect(role="service_role", conninfo=fresh_database)
    assert at_once([row(one, "call core.maintain()") for one in (service, other)]) == [None, None]
    told = outcomes(owner)
    assert told["c.works"] == (True, "done")
    assert told["core.partitions"][0]
    made = (
        "select count(*) from core.partitions where table_name = 'core.sample' and not is_default"
    )
    assert owner.execute(made).fetchone() == (3,)


def test_a_detached_partition_is_named_and_its_period_is_played_on(
    owner: psycopg.Connection, service: psycopg.Connection
) -> None:
    service.execute("call core.maintain()")
    owner.execute("insert into core.sample values (now())")
    present = "select tableoid::regclass::text from core.sample"
    (partition,) = owner.execute(present).fetchone() or ("",)
    owner.execute(f"alter table core.sample detach partition {partition}".encode())
    owner.execute("insert into core.sample values (now())")
    assert owner.execute(present).fetchone() == ("core.sample_default",)
    service.execute("call core.maintain()")
    assert owner.execute(present).fetchone() == (f"{partition}_2",)
    health = "select ok, detail from core.health_partitions()"
    well, detail = owner.execute(health).fetchone() or (None, "")
    assert well is False
    assert detail == f"{partition} is detached from core.sample, and nobody sees its rows"
    owner.execute(
        f"insert into core.sample select * from {partition}; drop table {partition}".encode()
    )
    assert owner.execute("select count(*) from core.sample").fetchone() == (2,)
    assert (owner.execute(health).fetchone() or (None,))[0] is True


def test_a_player_waits_for_upkeep_less_than_a_quarter_second(
    owner: psycopg.Connection,
    service: psycopg.Connection,
    fresh_database: str,
    connect: Connect,
) -> None:
    """While upkeep waits for a lock that a reader never gives back, inserts queue behind it, but only for one try.

    How long a try may last is asked of the function: a clock here would measure how busy the machine is.
    """
    reader = connect(conninfo=fresh_database, autocommit=False)
    reader.execute("select from core.sample")
    player = connect(conninfo=fresh_database)
    player.execute("set lock_timeout = '60s'")
    inserted = 0
    with ThreadPoolExecutor(1) as pool:
        upkeep = pool.submit(service.execute, "call core.maintain()")
        while not upkeep.done():
            player.execute("insert into core.sample values (now())")
            inserted += 1
        upkeep.result()
    assert inserted
    assert "55P03" in outcomes(owner)["core.partitions"][1]
    (patience,) = owner.execute(
        "select split_part(s, '=', 2)::interval from pg_proc as p, unnest(p.proconfig) as s"
        " where p.oid = 'core.run_task(text, text)'::regprocedure and s like 'lock_timeout=%'"
    ).fetchone() or (None,)
    assert patience < timedelta(seconds=0.25)


def test_a_task_that_is_running_is_left_out(
    owner: psycopg.Connection, service: psycopg.Connection, fresh_database: str, connect: Connect
) -> None:
    other = connect(role="service_role", conninfo=fresh_database, autocommit=False)
    other.execute("select from core.run_task('c.works')")
    assert service.execute("select ok from core.run_task('c.works')").fetchall() == []
    other.rollback()
    assert service.execute("select ok from core.run_task('c.works')").fetchall() == [(True,)]
    with pytest.raises(psycopg.Error) as refusal:
        service.execute("select ok from core.run_task('c.none')")
    assert refusal.value.sqlstate == "KG004"
