"""xp under many callers at once, and under backends that die.

GAMEKEEPER_XP_DRILL_SECONDS=120 scripts/test tests/races/test_xp.py -k killed   runs the drill for longer.
"""

from __future__ import annotations

import functools
import os
import random
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from tests import chance
from tests.connections import SECONDS, at_once, row, wait_until_blocked

Connect = Callable[..., psycopg.Connection]

CALLERS = 100
DRILL_SECONDS = float(os.environ.get("GAMEKEEPER_XP_DRILL_SECONDS", "4"))


def policy(owner: psycopg.Connection) -> None:
    """Activate the test policy as xp's only one."""
    owner.execute("select test.xp_activate('daily', test.xp_policy())")


def register(owner: psycopg.Connection, name: str) -> uuid.UUID:
    """Open the account of test.user(name); return the platform id."""
    owner.execute("select test.xp_user(%s)", [name])
    return owner.execute("select test.user(%s)", [name]).fetchone()[0]


def test_a_hundred_claims_at_once_give_one_award(fresh_database: str, connect: Connect) -> None:
    """One NEW and 99 ALREADY_CLAIMED with the same receipt; one row of each kind; nobody is refused."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    user = register(owner, "popular")
    connections = [connect(user=user, conninfo=fresh_database) for _ in range(CALLERS)]
    claim = "select status, receipt_id, xp from xp.claim('daily', gen_random_uuid())"
    receipts = at_once(row(connection, claim) for connection in connections)
    statuses = [status for status, _, _ in receipts]
    assert statuses.count("NEW") == 1
    assert statuses.count("ALREADY_CLAIMED") == CALLERS - 1
    assert len({receipt for _, receipt, _ in receipts}) == 1
    assert {xp for _, _, xp in receipts} == {100}
    counts = owner.execute(
        "select (select count(*) from xp.xp_awards), (select count(*) from xp.xp_ledger),"
        " (select sum(current_balance) from xp.xp_balance), (select sum(current_streak) from xp.xp_streaks)"
    ).fetchone()
    assert counts == (1, 1, 100, 1)
    assert owner.execute("select claims, duplicates from xp.claim_stats").fetchall() == [
        (1, CALLERS - 1)
    ]
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_one_key_at_once_gives_one_award(fresh_database: str, connect: Connect) -> None:
    """A client that sends one claim many times gets one receipt."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    user = register(owner, "impatient")
    key = uuid.uuid4()
    connections = [connect(user=user, conninfo=fresh_database) for _ in range(12)]
    claim = "select status, receipt_id from xp.claim('daily', %s)"
    receipts = at_once(row(connection, claim, [key]) for connection in connections)
    assert sorted(status for status, _ in receipts) == ["ALREADY_CLAIMED"] * 11 + ["NEW"]
    assert len({receipt for _, receipt in receipts}) == 1


def test_the_eleventh_call_of_a_minute_is_refused_over_connections(
    fresh_database: str, connect: Connect
) -> None:
    """Calls of other connections count, but for those sent together with the call that wrote the award."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    register(owner, "busy")
    claim = "select (xp.claim_at(test.user('busy')::text, 'daily', gen_random_uuid(), %s)).status"
    start = datetime(2026, 5, 1, 12, tzinfo=UTC)
    # Sent together: within the five seconds after the award, which the first of them writes.
    for i in range(50):
        connect(conninfo=fresh_database).execute(claim, [start + timedelta(seconds=i / 10)])
    for i in range(9):
        connect(conninfo=fresh_database).execute(claim, [start + timedelta(seconds=5 + i)])
    late = connect(conninfo=fresh_database)
    with pytest.raises(psycopg.Error) as refused:
        late.execute(claim, [start + timedelta(seconds=59)])
    assert refused.value.sqlstate == "KG007"
    assert late.execute(claim, [start + timedelta(seconds=60)]).fetchone() == ("ALREADY_CLAIMED",)


def test_a_claim_that_waited_reads_the_clock_anew(fresh_database: str, connect: Connect) -> None:
    """Who waits over a boundary for the own earlier call claims the day after it, not the day before it."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    user = register(owner, "patient")
    owner.execute("create table test.clock as select '2030-05-01 12:00Z'::timestamptz as at")
    owner.execute(
        "create or replace function core.wall_clock() returns timestamptz language sql volatile"
        " set search_path = pg_temp security definer as 'select at from test.clock'"
    )
    owner.execute(
        "alter table test.clock owner to gamekeeper; grant usage on schema test to gamekeeper"
    )
    claim = "select reward_day_id from xp.claim('daily', gen_random_uuid())"
    first = connect(user=user, conninfo=fresh_database, autocommit=False)
    assert first.execute(claim).fetchone() == ("2030-05-01",)
    second = connect(user=user, conninfo=fresh_database)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(row(second, claim))
        wait_until_blocked(owner, second, waiting)
        owner.execute("update test.clock set at = '2030-05-03 12:00Z'")
        first.rollback()
        assert waiting.result(timeout=60) == ("2030-05-03",)
    assert owner.execute("select reward_day_id from xp.xp_awards").fetchall() == [("2030-05-03",)]


def test_spending_at_once_never_overdraws(fresh_database: str, connect: Connect) -> None:
    """Of 20 spendings of 10 with 100 in the balance ten succeed, the others get KG304."""
    owner = connect(conninfo=fresh_database)
    register(owner, "shopper")
    account = owner.execute("select user_id from xp.xp_users").fetchone()[0]
    owner.execute("select xp.grant_xp(%s, 100, 'gift', gen_random_uuid())", [account])
    connections = [connect(role="service_role", conninfo=fresh_database) for _ in range(20)]

    spend = "select xp.grant_xp(%s, -10, 'shop', gen_random_uuid())"
    outcomes = at_once(row(connection, spend, [account]) for connection in connections)
    assert len([o for o in outcomes if isinstance(o, tuple)]) == 10
    assert outcomes.count("KG304") == 10
    assert owner.execute("select current_balance from xp.xp_balance").fetchone() == (0,)
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_corrections_at_once_take_what_is_there(fresh_database: str, connect: Connect) -> None:
    """Ten grants, ten spendings and ten corrections of one account at once, in a new season: totals, board and ledger agree."""
    owner = connect(conninfo=fresh_database)
    register(owner, "lucky")
    owner.execute("select xp.create_season('now', current_date - 10, current_date + 10)")
    account = owner.execute("select user_id from xp.xp_users").fetchone()[0]
    calls = [(50, "grant"), (-20, "spend"), (-40, "correction")] * 10
    connections = [connect(role="service_role", conninfo=fresh_database) for _ in calls]
    call = "select g.corrected_balance from xp.grant_xp(%s, %s, 'EVENT', gen_random_uuid(), kind => %s) as g"
    outcomes = at_once(
        row(connection, call, [account, amount, kind])
        for connection, (amount, kind) in zip(connections, calls, strict=True)
    )
    taken = [o[0] for o in outcomes[2::3]]
    assert all(isinstance(o, tuple) for o in outcomes[0::3])
    assert all(-40 <= amount <= 0 for amount in taken)
    spent = 20 * len([o for o in outcomes[1::3] if isinstance(o, tuple)])
    assert set(outcomes[1::3]) <= {(None,), "KG304"}
    balance, lifetime, season = owner.execute(
        "select b.current_balance, b.lifetime_xp, s.xp from xp.xp_balance as b join xp.xp_season_xp as s using (user_id)"
    ).fetchone()
    assert balance == 500 - spent + sum(taken)
    assert lifetime == season
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_bulk_inserts_at_once_do_not_lock_each_other_out(
    fresh_database: str, connect: Connect
) -> None:
    """Bulk entries for the same users in opposite orders, while a rebuild runs: all arrive."""
    owner = connect(conninfo=fresh_database)
    for i in range(20):
        register(owner, f"user {i}")
    owner.execute("select xp.create_season('now', current_date - 10, current_date + 10)")
    connections = [connect(conninfo=fresh_database) for _ in range(6)]

    def insert(i: int) -> None:
        for _ in range(5):
            connections[i].execute(
                "insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)"
                f" select user_id, 1, 'bulk', gen_random_uuid(), 'GRANT', 0, 'now' from xp.xp_users order by user_id {'desc' if i % 2 else 'asc'}"
            )
            if i == 0:
                connections[i].execute("select xp.rebuild_balances()")

    assert at_once(functools.partial(insert, i) for i in range(6)) == [None] * 6
    assert owner.execute(
        "select count(*), min(current_balance), max(seasonal_xp) from xp.xp_balance"
    ).fetchone() == (20, 30, 30)
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_upkeep_counts_an_award_that_commits_late(fresh_database: str, connect: Connect) -> None:
    """An award whose transaction outlasts two runs of upkeep is counted once, like the others."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    users = [register(owner, name) for name in ("slow", "quick", "quicker")]
    slow = connect(user=users[0], conninfo=fresh_database, autocommit=False)
    slow.execute("select xp.claim('daily', gen_random_uuid())")
    for user in users[1:]:
        connect(user=user, conninfo=fresh_database).execute(
            "select xp.claim('daily', gen_random_uuid())"
        )
    stats = "select claims, xp from xp.claim_stats"
    for _ in range(2):
        owner.execute("select xp.upkeep_claims()")
        assert owner.execute(stats).fetchall() == [(2, 200)]
    assert owner.execute(
        "select rolled_to from xp.xp_roll_up where task = 'xp.claims'"
    ).fetchone() == (0,)
    slow.commit()
    # transactions of other databases of the cluster hold the roll-up back; it waits for them
    for _ in range(300):
        owner.execute("select xp.upkeep_claims()")
        assert owner.execute(stats).fetchall() == [(3, 300)]
        if owner.execute("select from xp.xp_claim_counts").fetchone() is not None:
            break
        time.sleep(0.1)
    assert owner.execute("select sum(claims) from xp.xp_claim_counts").fetchone() == (3,)


def test_upkeep_waits_for_the_youngest_writer(fresh_database: str, connect: Connect) -> None:
    """An award whose transaction is the youngest one, with none after it that has ended, is not passed over."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    slow = connect(user=register(owner, "slow"), conninfo=fresh_database, autocommit=False)
    slow.execute("select xp.claim('daily', gen_random_uuid())")
    upkeep = "select xp.upkeep_claims(), xp.upkeep_boards()"
    for _ in range(3):
        assert owner.execute(upkeep).fetchone() == (0, 0)
    slow.commit()
    for _ in range(300):
        owner.execute(upkeep)
        if owner.execute(
            "select count(*) from xp.xp_board_scores where board_id = 'all'"
        ).fetchone() == (1,):
            break
        time.sleep(0.1)
    read = "select (select sum(claims) from xp.xp_claim_counts), (select xp from xp.xp_board_scores where board_id = 'all')"
    assert owner.execute(read).fetchone() == (1, 100)


def test_levels_are_reached_once_by_whoever_comes_first(
    fresh_database: str, connect: Connect
) -> None:
    """Grants, a claim and corrections cross levels up and down at once; each level is told by one answer."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    user = register(owner, "climber")
    account = owner.execute("select user_id from xp.xp_users").fetchone()[0]
    owner.execute("select xp.set_levels('{0, 100, 200, 300, 400}')")
    services = [connect(role="service_role", conninfo=fresh_database) for _ in range(12)]
    grant = f"select level_reached from xp.grant_xp({account}, %s, 'EVENT', gen_random_uuid(), kind => '%s')"
    amounts = [60, 60, -60, 60, 60, -60, 60, 60, -60, 60, 60, 60]
    answers = at_once(
        [
            *(
                row(service, grant % (amount, "grant" if amount > 0 else "correction"))
                for service, amount in zip(services, amounts, strict=True)
            ),
            row(
                connect(user=user, conninfo=fresh_database),
                "select level_reached from xp.claim('daily', gen_random_uuid())",
            ),
        ]
    )
    told = sorted(level for (level,) in answers if level is not None)
    noted = "select max(level), count(*) from xp.xp_level_ups group by correlation_id, reward_day_id order by 1"
    assert [level for level, _ in owner.execute(noted)] == told
    levels = owner.execute("select array_agg(level order by level) from xp.xp_level_ups").fetchone()
    # 640 XP are given and at most 180 of them taken back
    assert levels == ([2, 3, 4, 5],)
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_a_season_closed_twice_at_once_pays_once(fresh_database: str, connect: Connect) -> None:
    """Two operators close a season while people claim and get XP: one effect, one answer, and a board that stays as it is."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    people = [register(owner, f"p{i}") for i in range(6)]
    owner.execute(
        "select xp.create_season('over', '2026-01-01', '2026-01-31', 'main', '[{\"fromRank\": 1, \"toRank\": 2, \"xp\": 50}]')"
    )
    owner.execute(
        "insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)"
        " select user_id, 10, 'EVENT', gen_random_uuid(), 'GRANT', 0, 'over' from xp.xp_users"
    )
    settled = "select settled_at > '2026-02-03 00:00Z' and settled_at < 'infinity' from xp.xp_roll_up where task = 'xp.boards'"
    # transactions of other databases of the cluster hold the boards back
    for _ in range(300):
        owner.execute("select xp.upkeep_boards()")
        if owner.execute(settled).fetchone() == (True,):
            break
        time.sleep(0.1)
    board = owner.execute("select * from xp.leaderboard('over')").fetchall()
    closers = [connect(role="service_role", conninfo=fresh_database) for _ in range(2)]
    players = [connect(user=user, conninfo=fresh_database) for user in people]
    answers = at_once(
        [
            *(row(closer, "select * from xp.close_season('over')") for closer in closers),
            *(
                row(player, "select status from xp.claim('daily', gen_random_uuid())")
                for player in players
            ),
        ]
    )
    assert answers[0] == answers[1]
    assert answers[0][2:4] == (6, 300)
    assert answers[2:] == [("NEW",)] * 6
    paid = "select count(*), sum(amount) from xp.xp_ledger where reason = 'SEASON_PRIZE'"
    assert owner.execute(paid).fetchone() == (6, 300)
    assert owner.execute("select * from xp.leaderboard('over')").fetchall() == board
    assert owner.execute("select * from xp.reconcile()").fetchall() == []


def test_a_season_waits_for_who_hides_an_entry(fresh_database: str, connect: Connect) -> None:
    """An entry that is being hidden is hidden before the season is closed, and has no prize."""
    owner = connect(conninfo=fresh_database)
    cheat, honest = (register(owner, name) for name in ("cheat", "honest"))
    owner.execute(
        "select xp.create_season('over', '2026-01-01', '2026-01-31', 'main', '[{\"fromRank\": 1, \"toRank\": 1, \"xp\": 50}]')"
    )
    owner.execute(
        "insert into xp.xp_season_xp (user_id, season_id, xp)"
        " select user_id, 'over', case external_user_id when %s then 9 else 5 end from xp.xp_users",
        [str(cheat)],
    )
    owner.execute("update xp.xp_roll_up set settled_at = 'infinity' where task = 'xp.boards'")
    moderator = connect(role="service_role", conninfo=fresh_database, autocommit=False)
    moderator.execute(
        "select from xp.xp_users as u cross join lateral xp.hide_entry('over', u.user_id, 'A_CHEAT')"
        " where u.external_user_id = %s",
        [str(cheat)],
    )
    closer = connect(role="service_role", conninfo=fresh_database)
    with ThreadPoolExecutor(1) as pool:
        closing = pool.submit(closer.execute, "select prizes from xp.close_season('over')")
        wait_until_blocked(owner, closer, closing)
        moderator.commit()
        assert closing.result().fetchone() == (1,)
    won = "select u.external_user_id from xp.xp_prizes as p join xp.xp_users as u using (user_id)"
    assert owner.execute(won).fetchall() == [(str(honest),)]


def test_killed_backends_lose_and_double_nothing(fresh_database: str, connect: Connect) -> None:
    """Two workers a user claim day after day and retry with the same key, while their backends are killed."""
    owner = connect(conninfo=fresh_database)
    policy(owner)
    names = ["one", "two", "three", "four"]
    for name in names:
        register(owner, name)
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    finish = time.monotonic() + DRILL_SECONDS
    pids: dict[int, int] = {}
    kills = retries = 0
    reached = [0] * 8
    seed = chance.seed()
    dice = random.Random(seed)

    def is_over() -> bool:
        late = time.monotonic() - finish
        return late > SECONDS or (late > 0 and kills > 0 and retries > 0 and min(reached) > 3)

    def work(i: int) -> int:
        nonlocal retries
        name, day, conn = names[i // 2], 0, None
        while not is_over():
            key = uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {day}")
            try:
                if conn is None:
                    conn = psycopg.connect(fresh_database, autocommit=True)
                    pids[i] = conn.info.backend_pid
                receipt = conn.execute(
                    "select (xp.claim_at(test.user(%s)::text, 'daily', %s, %s)).reward_day_id",
                    [name, key, start + timedelta(days=day)],
                ).fetchone()
            except psycopg.OperationalError:
                conn, retries = None, retries + 1
                continue
            assert receipt == (f"{start + timedelta(days=day):%Y-%m-%d}",)
            day += 1
            reached[i] = day
        if conn is not None:
            conn.close()
        return day

    def kill() -> int:
        nonlocal kills
        while not is_over():
            time.sleep(dice.uniform(0.005, 0.05))
            if pids:
                pid = dice.choice(list(pids.values()))
                kills += owner.execute(
                    "select count(*) filter (where pg_terminate_backend(w.pid)) from (select pid from"
                    " pg_stat_activity where pid = %s and datname = current_database() offset 0) w",
                    [pid],
                ).fetchone()[0]
        return 0

    days = at_once([*(functools.partial(work, i) for i in range(8)), kill])
    assert all(isinstance(day, int) for day in days), days
    print(f"drill: seed {seed}, {kills} kills, {retries} retries, {sum(days)} claims")
    assert kills > 0
    assert retries > 0
    for i, name in enumerate(names):
        most = max(days[2 * i], days[2 * i + 1])
        row = owner.execute(
            "select count(*), count(distinct reward_day_id), max(streak_day) from xp.xp_awards a join xp.xp_users u using (user_id)"
            " where u.external_user_id = test.user(%s)::text",
            [name],
        ).fetchone()
        # A worker killed after its commit may have left one award more than it knows of.
        assert row[0] == row[1]
        assert most <= row[0] <= most + 1
        assert row[2] == 3
    assert owner.execute("select * from xp.reconcile()").fetchall() == []
