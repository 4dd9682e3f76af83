"""The totals per session are added up from what is new, are what a full count says, and make nobody who plays wait."""

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
DEFINITION = '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}'
PAYS = '{"A": {"payouts": {"1": 1.9}}, "B": {}}'
# The totals as they are counted from all events.
COUNTED = """
select
  e.session_id,
  count(*) filter (where e.action ->> 'type' = 'Spin') as total_spins,
  coalesce(sum((e.result ->> 'payout')::numeric), 0) as total_payout
from slots.gameplay_events as e
group by e.session_id
"""
KEPT = "select session_id, total_spins, total_payout from slots.session_metrics()"


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own."""
    return functools.partial(connect, conninfo=fresh_database)


class Player:
    """A player with a session."""

    def __init__(self, connect: Connect, game: object) -> None:
        self.conn = connect(user=uuid.uuid4())
        owner = connect()
        service = connect(role="service_role")
        (wallet,) = one(self.conn, "select wallet_id from slots.create_wallet('AUD', 10000)")
        service.execute("select slots.wallet_operation(%s, 'credit', 1000, 'first')", [wallet])
        (self.session,) = one(
            self.conn,
            "select session_id from slots.create_session(%s, '{}', %s, 'luck')",
            game,
            wallet,
        )
        for conn in (owner, service):
            conn.close()

    def act(self, action: str) -> None:
        self.conn.execute("select slots.act(%s, %s, %s)", [self.session, action, uuid.uuid4().hex])

    def spin(self) -> None:
        self.act('{"type": "PlaceBet", "amount": 2}')
        self.act('{"type": "Spin"}')


def one(conn: psycopg.Connection[Any], query: str, *values: object) -> tuple[Any, ...]:
    """Return the only row of a query."""
    row = conn.execute(query.encode(), values or None).fetchone()
    assert row is not None
    return row  # type: ignore[no-any-return]


@pytest.fixture
def game(owner: psycopg.Connection[Any]) -> object:
    return one(owner, "select game_id from slots.create_game('Letters', %s, %s)", DEFINITION, PAYS)[
        0
    ]


def differences(connect: Connect) -> list[Any]:
    """Return in which sessions the totals differ from a full count."""
    service = connect(role="service_role")
    owner = connect()
    kept = set(service.execute(KEPT).fetchall())
    counted = set(owner.execute(COUNTED).fetchall())
    return sorted(kept ^ counted, key=str)


def test_the_totals_are_those_of_a_full_count(connect: Connect, game: object) -> None:
    """After bets, spins, a result from elsewhere and a session that was cashed out, refreshed between, by upkeep or by hand."""
    operator = connect(user=uuid.uuid4(), claims={"app_metadata": {"gamekeeper": "operator"}})
    service = connect(role="service_role")
    players = [Player(connect, game) for _ in range(3)]
    for player in players:
        player.spin()
    operator.execute("select slots.refresh_metrics()")
    assert differences(connect) == []
    players[0].spin()
    players[1].act('{"type": "PlaceBet", "amount": 3}')
    service.execute(
        "select slots.record_result(%s, %s, %s, 'round-7')",
        [
            players[2].session,
            '{"type": "Spin", "amount": 10}',
            '{"symbols": ["A"], "payout": 19}',
        ],
    )
    assert len(differences(connect)) == 4, (
        "two sessions as they were and as they are; a bet is no spin"
    )
    service.execute("call core.maintain()")
    assert differences(connect) == []
    players[1].act('{"type": "CashOut"}')
    assert len(differences(connect)) == 2
    for _ in range(2):
        operator.execute("select slots.refresh_metrics()")
        assert differences(connect) == []
    assert one(service, "select sum(total_spins), count(*) from slots.session_metrics()") == (6, 3)


def test_only_sessions_with_news_are_read_again(connect: Connect, game: object) -> None:
    players = [Player(connect, game) for _ in range(3)]
    service = connect(role="service_role")
    owner = connect()
    for player in players:
        player.spin()
    service.execute("select slots.refresh_metrics()")
    written = "select session_id, xmin::text from slots.session_rollups"
    before = dict(owner.execute(written).fetchall())
    players[1].spin()
    service.execute("select slots.refresh_metrics()")
    after = dict(owner.execute(written).fetchall())
    changed = {session for session in after if after[session] != before[session]}
    assert changed == {players[1].session}


def test_an_open_refresh_holds_nobody_up(connect: Connect, game: object) -> None:
    """All that it locks is its own sums: whoever plays in the sessions that it has read goes on at once."""
    player = Player(connect, game)
    player.spin()
    keeper = connect(role="service_role", autocommit=False)
    keeper.execute("select slots.refresh_metrics()")
    player.conn.execute("set lock_timeout = '1ms'")
    player.spin()
    player.act('{"type": "PlaceBet", "amount": 3}')
    player.act('{"type": "CashOut"}')
    keeper.commit()
    keeper.execute("select slots.refresh_metrics()")
    keeper.commit()
    assert differences(connect) == []


def test_refreshes_at_once_count_nothing_twice(connect: Connect, game: object) -> None:
    """Upkeep and two operators bring the totals up to date all the time while four people play."""
    players = [Player(connect, game) for _ in range(4)]
    keepers = [connect(role="service_role") for _ in range(3)]
    statements = (
        "select slots.refresh_metrics()",
        "select slots.refresh_metrics()",
        "select * from core.run_task('slots.reports')",
    )
    playing = threading.Event()
    playing.set()

    def keep(conn: psycopg.Connection[Any], statement: str) -> int:
        rounds = 0
        while playing.is_set() or rounds < 2:
            conn.execute(statement.encode())
            rounds += 1
        return rounds

    with ThreadPoolExecutor(8) as pool:
        kept = [pool.submit(keep, *pair) for pair in zip(keepers, statements, strict=True)]
        played = [pool.submit(lambda p=p: [p.spin() for _ in range(15)]) for p in players]  # type: ignore[misc]
        try:
            for future in played:
                future.result()
        finally:
            playing.clear()
        assert all(future.result() >= 2 for future in kept)
    keepers[0].execute("select slots.refresh_metrics()")
    assert differences(connect) == []
    assert one(keepers[0], "select sum(total_spins) from slots.session_metrics()") == (60,)
