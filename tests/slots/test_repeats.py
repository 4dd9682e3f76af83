"""Every command of slots can be sent again: repeated calls, raced keys and shared keys."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from tests.connections import at_once, row

Connect = Callable[..., psycopg.Connection[Any]]
CONFLICT = "KG006"
RESULT = '{"symbols": ["A"], "payout": 19}'
SPIN_OF_10 = '{"type": "Spin", "amount": 10}'


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own."""
    return functools.partial(connect, conninfo=fresh_database)


@pytest.fixture
def player() -> uuid.UUID:
    """Return a player."""
    return uuid.uuid4()


@pytest.fixture
def play(owner: psycopg.Connection[Any], player: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """Return a game, a wallet with 100 and a session of the player."""
    made = owner.execute(
        """select game_id from slots.create_game(
          'Letters', '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}')"""
    ).fetchone()
    assert made is not None
    wallet = owner.execute(
        "select wallet_id from slots.create_wallet('AUD', 1000, '{}', %s)", (player,)
    ).fetchone()
    assert wallet is not None
    owner.execute("select slots.wallet_operation(%s, 'credit', 100, 'first')", wallet)
    session = owner.execute(
        "select session_id from slots.create_session(%s, '{}', %s, 'luck')", (made[0], wallet[0])
    ).fetchone()
    assert session is not None
    return made[0], wallet[0], session[0]


def test_a_providers_repeated_result_is_booked_once(
    connect: Connect, owner: psycopg.Connection[Any], play: tuple[uuid.UUID, ...]
) -> None:
    """A result that is sent from many connections at once is booked once, and its key with another request conflicts."""
    _, _, session = play
    call = "select balance, event_index from slots.record_result(%s, %s, %s, 'round-7')"
    outcomes = at_once(
        row(connect(role="service_role"), call, (session, SPIN_OF_10, RESULT)) for _ in range(8)
    )
    assert set(outcomes) == {(Decimal(109), 1)}
    with connect(role="service_role") as service, pytest.raises(psycopg.Error) as refused:
        service.execute(
            call.encode(),
            (session, '{"type": "Spin", "amount": 1}', '{"symbols": ["A"], "payout": 1.9}'),
        )
    assert refused.value.sqlstate == CONFLICT
    for table in ("gameplay_events", "rl_store"):
        assert owner.execute(f"select count(*) from slots.{table}".encode()).fetchone() == (1,)


def test_a_repeated_call_makes_nothing_twice(
    connect: Connect, owner: psycopg.Connection[Any], play: tuple[uuid.UUID, ...], player: uuid.UUID
) -> None:
    """One wallet, one session, one metric, one rotation, one game, the same answer; another request conflicts."""
    game, wallet, session = play
    calls = [
        ("slots.create_wallet('EUR', %s, idempotency_key => 'w-1')", (10,), (11,)),
        ("slots.create_session(%s, '{}', %s, %s, 's-1')", (game, wallet, "x"), (game, wallet, "y")),
        ("slots.record_metric(%s, 'speed', %s::numeric, 'm-1')", (session, 1.5), (session, 2.5)),
    ]
    tables = "select (select count(*) from slots.wallets), (select count(*) from slots.sessions), (select count(*) from slots.metrics)"
    before = owner.execute(tables.encode()).fetchone()
    assert before is not None
    with connect(role="authenticated", user=player) as conn:
        for call, arguments, others in calls:
            query = f"select * from {call}".encode()
            assert (
                conn.execute(query, arguments).fetchone()
                == conn.execute(query, arguments).fetchone()
            )
            with pytest.raises(psycopg.Error) as refused:
                conn.execute(query, others)
            assert refused.value.sqlstate == CONFLICT
        assert owner.execute(tables.encode()).fetchone() == tuple(n + 1 for n in before)
        rotate = b"select * from slots.rotate_seed(%s, 'mine', 'r-1')"
        first = conn.execute(rotate, (session,)).fetchone()
        again = conn.execute(rotate, (session,)).fetchone()
        assert first is not None
        assert again is not None
        assert first[1] is None
        assert again[1] is not None  # the ended seed, which the repeat may show
        assert first[0] == again[0] == 1
        assert first[2:] == again[2:]
        conn.execute("select slots.rotate_seed(%s)", (session,))
        assert conn.execute(rotate, (session,)).fetchone() == again
    with connect(role="service_role") as service:
        define = b"select game_id from slots.create_game('G', %s, '{\"A\": {}}', 'g-1')"
        reels = ('{"algorithm": "hmac-sha256", "reels": [["A"]]}',)
        assert (
            service.execute(define, reels).fetchone() == service.execute(define, reels).fetchone()
        )


def test_the_same_key_moves_money_once_called_once_per_column_or_not(
    connect: Connect, play: tuple[uuid.UUID, ...]
) -> None:
    """PostgreSQL calls (f()).* once per column: with a key that is harmless."""
    _, wallet, _ = play
    with connect(role="service_role") as service:
        credit = (
            b"select entry_no, balance_after from slots.wallet_operation(%s, 'credit', %s, 'pay-9')"
        )
        assert service.execute(credit, (wallet, 50)).fetchone() == (2, 150)
        assert service.execute(credit, (wallet, 50)).fetchone() == (2, 150)
        with pytest.raises(psycopg.Error) as refused:
            service.execute(credit, (wallet, 51))
        assert refused.value.sqlstate == CONFLICT
        debit = b"select (slots.wallet_operation(%s, 'debit', 1, 'fee-9')).*"
        assert service.execute(debit, (wallet,)).fetchone() is not None
        assert service.execute(
            "select balance from slots.wallets where wallet_id = %s", (wallet,)
        ).fetchone() == (149,)


def test_an_owner_cannot_take_a_key_of_the_service(
    connect: Connect, play: tuple[uuid.UUID, ...], player: uuid.UUID
) -> None:
    """Keys of wallet_operation and act are apart for an owner and for the service."""
    _, wallet, session = play
    with (
        connect(role="authenticated", user=player) as conn,
        connect(role="service_role") as service,
    ):
        conn.execute("select slots.wallet_operation(%s, 'debit', 1, 'deposit-77')", (wallet,))
        assert service.execute(
            "select balance_after from slots.wallet_operation(%s, 'credit', 50, 'deposit-77')",
            (wallet,),
        ).fetchone() == (149,)
        bet = b"select event_index from slots.act(%s, %s, 'round-1')"
        assert conn.execute(bet, (session, '{"type": "PlaceBet", "amount": 1}')).fetchone() == (1,)
        assert service.execute(bet, (session, '{"type": "Spin"}')).fetchone() == (2,)
        assert conn.execute(bet, (session, '{"type": "PlaceBet", "amount": 1}')).fetchone() == (1,)
