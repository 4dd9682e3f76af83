"""core.health() costs the same, however many people there are.

The law counts rows, not time: no table with a row for each of 6000 people may be read by more than its bound. The long
form measures:

    GAMEKEEPER_HEALTH=10000,1000000 scripts/test tests/core/test_health_size.py -n 0 -s
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator

import psycopg
import pytest

from benchmarks.harness import Context, Options
from benchmarks.loading import History, Load, copied, spin_on
from runner.testing import TestDatabases

SIZES = [int(size) for size in os.environ.get("GAMEKEEPER_HEALTH", "").split(",") if size]
PEOPLE = 6000
MOST_ROWS = (
    4500  # of one table, by all checks together: 2000 wallets are looked at, and as many entries
)
MOST_RATIO = 1.5
TABLES = (
    "auth.users", "core.closed_persons", "core.request_keys", "slots.accounts", "slots.wallets", "slots.wallet_entries",
    "slots.sessions", "cards.players", "cards.games", "xp.xp_users", "xp.xp_profiles", "xp.xp_balance", "xp.xp_streaks",
    "xp.xp_awards", "xp.xp_ledger", "sparc.users", "sparc.sessions",
)  # fmt: skip


def play(ctx: Context) -> list[str]:
    """Let one person do one thing in each system, and return the statements that copy what it left."""
    me = "md5('loaded')::uuid"
    ctx.run(f"insert into auth.users (id) values ({me})")
    wallet = ctx.one(f"select wallet_id from slots.create_wallet('AUD', 10, owner_id => {me})")
    ctx.run(f"select slots.wallet_operation('{wallet}', 'credit', 100, 'first')")
    game = ctx.one(
        """select game_id from slots.create_game('G', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}')"""
    )
    session = ctx.one(
        "select session_id from slots.create_session(%s, '{}', %s, 'x', 'key')", [game, wallet]
    )
    cards_game = ctx.one("select cards.simulate_game(2, 'loaded')")
    ctx.run(
        "select xp.activate_rule(r.policy_key, r.version) from xp.create_rule('daily', test.xp_policy(test.xp_flat())) as r"
    )
    ctx.run(
        f"""select set_config('request.jwt.claims', json_build_object('sub', {me}, 'role', 'authenticated')::text, false)"""
    )
    player = ctx.one("select id from cards.upsert_player('Loaded', 'a', 'teal')")
    user = ctx.one(f"select user_id from xp.register_user({me}::text, 'UTC')")
    ctx.run("select xp.claim('daily', gen_random_uuid())")
    adventure = ctx.one(
        "insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Loaded') returning id"
    )
    ctx.run(f"select sparc.publish_adventure('{adventure}')")
    evening = ctx.one(f"select id from sparc.create_session('{adventure}')")
    ctx.run(f"select sparc.end_session('{evening}', 'cancelled')")
    ctx.run("select set_config('request.jwt.claims', '', false)")
    ours = {"user_id": "u.number"}
    of = f"t.user_id = {user}"
    return [
        copied(ctx, "auth.users", f"t.id = {me}", id="u.person"),
        copied(ctx, "sparc.users", f"t.id = {me}", id="u.person"),
        copied(ctx, "sparc.sessions", f"t.id = '{evening}'", id="loaded.id(u.n, 0)", code="'L' || lpad(upper(to_hex(u.n)), 5, '0')", status="'completed'"),
        copied(ctx, "slots.accounts", f"t.owner_id = {me}", owner_id="u.person"),
        copied(ctx, "slots.wallet_entries", f"t.wallet_id = '{wallet}'", wallet_id="loaded.id(u.n, 0)", owner_id="u.person"),
        copied(ctx, "slots.wallets", f"t.wallet_id = '{wallet}'", wallet_id="loaded.id(u.n, 0)", owner_id="u.person"),
        copied(ctx, "slots.sessions", f"t.session_id = '{session}'", session_id="loaded.id(u.n, 0)", owner_id="u.person"),
        copied(ctx, "core.request_keys", "t.key = 'key' and t.function = 'slots.create_session'", key="u.n::text", made_id="u.n::text"),
        copied(ctx, "cards.players", f"t.id = '{player}'", id="loaded.id(u.n, 0)", user_id="u.person"),
        copied(ctx, "cards.games", f"t.id = '{cards_game}'", id="loaded.id(u.n, 0)"),
        copied(ctx, "xp.xp_users", of, **ours, external_user_id="u.person::text"),
        copied(ctx, "xp.xp_profiles", of, **ours, public_id="loaded.id(u.n, 0)"),
        copied(ctx, "xp.xp_balance", of, **ours),
        copied(ctx, "xp.xp_streaks", of, **ours),
        copied(ctx, "xp.xp_awards", of, **ours, receipt_id="loaded.id(u.n, t.award_id)"),
        copied(ctx, "xp.xp_ledger", of, **ours, correlation_id="loaded.id(u.n, t.ledger_id)"),
        "insert into core.closed_persons (person_id, kind, swept_at)"
        " select loaded.id(u.n, 9), 'erased', now() from loaded.units as u where u.n between {first} and {last}",
    ]  # fmt: skip


LOAD = Load(
    "all systems",
    "people",
    "core.health()",
    play,
    spin_on,
    rows="select 1",
    number="xp.new_user_id(p.person::text)",
    at_once=20_000,
)


def filled(conninfo: str, people: int) -> psycopg.Connection:
    """Fill a database with people, and return a connection to it."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        History.begin(Context(conninfo, connection, Options.smoke()), LOAD).grow(people)
        connection.execute("analyze")
    return psycopg.connect(conninfo, autocommit=True)


@pytest.fixture(scope="module")
def crowd(test_databases: TestDatabases) -> Iterator[psycopg.Connection]:
    """A database with more rows of everything than health may read."""
    name = test_databases.clone()
    connection = filled(test_databases.server.conninfo(name), PEOPLE)
    yield connection
    connection.close()
    test_databases.drop(name)


def read(connection: psycopg.Connection, name: str = "%") -> dict[str, int]:
    """Return how many rows of each of the growing tables, partitions and indexes together, the checks of health read.

    The tables are small enough for plans that read them whole: a system's checks may choose such a plan only where there
    is no other. core's own join catalogs, and are left alone.
    """
    counts = """
        select p.root::text, sum(pg_stat_get_xact_tuples_returned(p.id))::bigint
        from (
          select coalesce(pg_partition_root(c.oid), c.oid)::regclass as root, i.id
          from pg_class as c
          cross join lateral (select c.oid as id union all select x.indexrelid from pg_index as x where x.indrelid = c.oid) as i
          where c.relkind = 'r'
        ) as p
        where p.root = any (%s::regclass[])
        group by 1
    """
    checks = connection.execute(
        "select name, function from core.health_checks where name like %s", [name]
    ).fetchall()
    with connection.transaction(force_rollback=True):
        before = dict(connection.execute(counts, [list(TABLES)]).fetchall())
        for name, function in checks:
            allowed = "on" if name.startswith("core.") else "off"
            for method in ("seqscan", "hashjoin", "mergejoin"):
                connection.execute(f"set local enable_{method} = {allowed}".encode())
            connection.execute(f"select * from {function}".encode())
        after = dict(connection.execute(counts, [list(TABLES)]).fetchall())
    return {table: after[table] - before[table] for table in after}


def test_health_reads_no_table_that_grows_with_people(crowd: psycopg.Connection) -> None:
    for table in TABLES:
        (rows,) = crowd.execute(f"select count(*) from {table}".encode()).fetchone() or (0,)
        assert rows >= PEOPLE, table
    seen = read(crowd)
    assert seen["slots.wallets"] > 0  # it does look
    assert {table: rows for table, rows in seen.items() if rows > MOST_ROWS} == {}


def test_a_check_that_counts_everybody_is_seen(crowd: psycopg.Connection) -> None:
    with crowd.transaction(force_rollback=True):
        crowd.execute(
            "create function core.health_crowd() returns table (ok boolean, detail text, action text) language sql stable"
            " as $$ select count(*) > 0, 'many', 'none' from xp.xp_users $$;"
            " insert into core.health_checks values ('core.crowd', 'core.health_crowd()', 'Counts.')"
        )
        seen = read(crowd, "core.crowd")
    assert {table for table, rows in seen.items() if rows > MOST_ROWS} == {"xp.xp_users"}


def test_a_whole_reconciliation_tells_how_far_it_is_and_leaves_nobody_out(
    crowd: psycopg.Connection,
) -> None:
    """It is a command of its own, which looks at 5000 wallets or accounts after another."""
    told: list[str] = []

    def listen(notice: psycopg.errors.Diagnostic) -> None:
        told.append(notice.message_primary or "")

    def found(function: str, column: str) -> list[object]:
        rows = crowd.execute(
            f"select {column} from {function}() where {column} is not null".encode()
        )
        return [row for (row,) in rows.fetchall()]

    crowd.add_notice_handler(listen)
    try:
        for function, table, column, breaking in (
            ("slots.reconcile_wallets", "slots.wallets", "wallet_id", "balance = balance + 1"),
            ("xp.reconcile", "xp.xp_balance", "user_id", "lifetime_xp = lifetime_xp + 1"),
        ):
            everybody = [
                key for (key,) in crowd.execute(f"select {column} from {table} order by 1".encode())
            ]
            chosen = [everybody[place] for place in (0, 4999, 5000, len(everybody) - 1)]
            with crowd.transaction(force_rollback=True):
                crowd.execute("set local session_replication_role = replica")
                before = found(function, column)
                told.clear()
                crowd.execute(
                    f"update {table} set {breaking} where {column} = any (%s)".encode(), [chosen]
                )
                after = found(function, column)
            assert [key for key in after if key not in before] == chosen
            assert len(told) == len(everybody) // 5000, told
            assert str(everybody[5000 if column == "wallet_id" else 4999]) in told[0]
    finally:
        crowd.remove_notice_handler(listen)


@pytest.mark.skipif(not SIZES, reason="GAMEKEEPER_HEALTH names no sizes")
def test_health_takes_the_same_time_at_both_sizes(test_databases: TestDatabases) -> None:
    names = [test_databases.clone() for _ in SIZES]
    few, many = [
        filled(test_databases.server.conninfo(name), people)
        for name, people in zip(names, SIZES, strict=True)
    ]
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(40):
        for size, connection in zip(SIZES, (few, many), strict=True):
            began = time.perf_counter()
            connection.execute("select * from core.health()")
            times[size].append(time.perf_counter() - began)
    medians = {size: statistics.median(taken[5:]) for size, taken in times.items()}
    for size, median in medians.items():
        print(f"core.health() among {size:,} people: {median * 1000:.1f} ms")
    for connection, name in zip((few, many), names, strict=True):
        connection.close()
        test_databases.drop(name)
    assert medians[SIZES[1]] / medians[SIZES[0]] <= MOST_RATIO
