"""The books of XP are written anew in batches: nobody whose books agree waits, and nothing is lost beside play."""

from __future__ import annotations

import functools
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection[Any]]
ACCOUNTS = 450  # three batches
GRANT = "select xp.grant_xp(%s, 5, 'EVENT', %s)"
BOARDS_WRECK = (
    "update xp.xp_board_scores set xp = xp + 3",
    "update xp.xp_board_counts set members = members + 1",
)
WRECK = (
    "update xp.xp_balance set current_balance = current_balance + 7, lifetime_xp = 0",
    "update xp.xp_season_xp set xp = xp + 1",
    "delete from xp.xp_season_xp where user_id % 2 = 0",
    "update xp.xp_streaks set current_streak = 9",
)


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own."""
    return functools.partial(connect, conninfo=fresh_database)


@pytest.fixture
def accounts(owner: psycopg.Connection[Any], connect: Connect) -> list[int]:
    """Accounts that have earned something in a season, in the order of the batches."""
    conn = connect()
    conn.execute("select xp.create_season('now', current_date - 10, current_date + 10)")
    conn.execute(
        "insert into xp.xp_users (user_id, external_user_id, reward_tz)"
        " select n * 3, 'user ' || n, 'UTC' from generate_series(1, %s) as n",
        [ACCOUNTS],
    )
    conn.execute(
        "insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)"
        " select u.user_id, 10, 'EVENT', gen_random_uuid(), 'GRANT', 0, 'now' from xp.xp_users as u order by u.user_id"
    )
    return [
        user
        for (user,) in conn.execute("select user_id from xp.xp_users order by user_id").fetchall()
    ]


def problems(conn: psycopg.Connection[Any]) -> int:
    """Return how many rows of the books differ from the history."""
    row = conn.execute("select count(*) from xp.reconcile()").fetchone()
    assert row is not None
    return int(row[0])


def wreck(conn: psycopg.Connection[Any]) -> None:
    """Break the books of everybody."""
    for statement in WRECK:
        conn.execute(statement.encode())
    assert problems(conn) > ACCOUNTS * 2


def test_batches_are_committed_and_told(connect: Connect, accounts: list[int]) -> None:
    owner, service = connect(), connect(role="service_role")
    wreck(owner)
    owner.execute("delete from xp.xp_balance where user_id % 7 = 0")
    told: list[str] = []
    service.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
    service.execute("call xp.rebuild_books()")
    assert problems(owner) == 0
    assert [line.split(" looked at")[0] for line in told] == [
        f"accounts up to {accounts[min(last, ACCOUNTS) - 1]}" for last in (200, 400, 600)
    ]
    writers = owner.execute("select count(distinct xmin::text) from xp.xp_balance").fetchone()
    assert writers == (3,), "each batch is a transaction"


def test_whoever_the_books_agree_for_waits_for_nothing(
    connect: Connect, accounts: list[int]
) -> None:
    """Neither for a rebuild of all in one transaction, nor for a batch in which another account is mended."""
    owner = connect()
    owner.execute("update xp.xp_balance set current_balance = 1 where user_id = %s", [accounts[0]])
    player = connect(role="service_role")
    player.execute("set lock_timeout = '1ms'")
    keeper = connect(role="service_role", autocommit=False)
    for statement in ("select xp.rebuild_balances()", "select * from xp.rebuild_batch()"):
        keeper.execute(statement.encode())
        player.execute(GRANT, [accounts[1], uuid.uuid4()])
        with pytest.raises(psycopg.errors.LockNotAvailable):
            player.execute(GRANT, [accounts[0], uuid.uuid4()])
        keeper.rollback()
    assert problems(owner) == 1


def test_no_claim_waits_for_boards_that_are_rebuilt(connect: Connect, accounts: list[int]) -> None:
    """Neither for scores and counts of all that are written anew in one transaction, nor for upkeep that waits for it."""
    owner = connect()
    owner.execute("update xp.xp_roll_up set rolled_to = (select max(ledger_id) from xp.xp_ledger)")
    owner.execute("select xp.rebuild_scores(accounts => null)")
    assert problems(owner) == 0
    for statement in BOARDS_WRECK:
        assert owner.execute(statement.encode()).rowcount > 0
    owner.execute("select test.xp_activate('daily', test.xp_policy())")
    user = owner.execute("select test.xp_user('ann'), test.user('ann')").fetchone()
    assert user is not None
    keeper = connect(role="service_role", autocommit=False)
    changed = keeper.execute("select changed from xp.rebuild_scores(accounts => null)").fetchone()
    boards = ["all", *(f"{kind}:" for kind in ("day", "month")), "now", "week:"]
    assert changed == (ACCOUNTS * len(boards),)
    board: str | None = ""
    for expected in boards:
        board = keeper.execute("select xp.recount_board(%s)", [board]).fetchone()[0]  # type: ignore[index]
        assert board is not None and board.startswith(expected)
    upkeep = connect()
    upkeep.execute("set lock_timeout = '1ms'")
    with pytest.raises(psycopg.errors.LockNotAvailable):
        upkeep.execute("select xp.upkeep_boards()")
    player, service = connect(user=user[1]), connect(role="service_role")
    for conn in (player, service):
        conn.execute("set lock_timeout = '1ms'")
    claimed = player.execute("select status from xp.claim('daily', %s)", [uuid.uuid4()])
    assert claimed.fetchone() == ("NEW",)
    service.execute(GRANT, [accounts[0], uuid.uuid4()])
    keeper.commit()
    assert problems(owner) == 0


def test_nothing_is_lost_or_doubled_beside_grants(connect: Connect, accounts: list[int]) -> None:
    """Four people are granted XP all the time, in every account, while the books of all are mended twice."""
    owner, service = connect(), connect(role="service_role")
    wreck(owner)
    granting = [connect(role="service_role") for _ in range(4)]
    rebuilding = threading.Event()
    rebuilding.set()

    def grant(conn: psycopg.Connection[Any], mine: list[int]) -> int:
        done = 0
        while rebuilding.is_set() or done < len(mine):
            conn.execute(GRANT, [mine[done % len(mine)], uuid.uuid4()])
            done += 1
        return done

    with ThreadPoolExecutor(4) as pool:
        futures = [
            pool.submit(grant, conn, accounts[number::40]) for number, conn in enumerate(granting)
        ]
        try:
            for _ in range(2):
                service.execute("call xp.rebuild_books()")
        finally:
            rebuilding.clear()
        granted = sum(future.result() for future in futures)
    assert problems(owner) == 0
    row = owner.execute("select sum(current_balance) from xp.xp_balance").fetchone()
    assert row == (ACCOUNTS * 10 + granted * 5,)
