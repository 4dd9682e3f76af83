"""Many callers at once on one wallet, one session, one key, one limit: the books must still add up."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import psycopg
import pytest
from tests.connections import at_once, row, wait_until_blocked

CALLERS = 12
SPIN = '{"type": "Spin", "amount": 1}'
Connect = Callable[..., psycopg.Connection]


class Table:
    """One player with a wallet and a session of a game that pays a fixed multiple of every stake."""

    def __init__(
        self, owner: psycopg.Connection, multiplier: float, funds: int, limit: int
    ) -> None:
        """Make them through the public functions; players here commit all that they see."""
        self.user = uuid.uuid4()
        self.owner = owner
        self.one("select core.set_setting('core.clients_can_abort', 'false')")
        (self.game,) = self.one(
            "select game_id from slots.create_game('Race', "
            """'{"algorithm": "hmac-sha256", "reels": [["A"]]}',"""
            " jsonb_build_object('A', jsonb_build_object('payouts', jsonb_build_object('1', %s::numeric))))",
            multiplier,
        )
        (self.wallet,) = self.one(
            """select wallet_id from slots.create_wallet('AUD', %s, '{"perSpinFee": 0.5}', %s)""",
            limit,
            self.user,
        )
        self.one("select slots.wallet_operation(%s, 'credit', %s, 'start')", self.wallet, funds)
        self.session = self.new_session()

    def new_session(self) -> uuid.UUID:
        """Open another session on the same wallet."""
        (session,) = self.one(
            "select session_id from slots.create_session(%s, '{}', %s, 'x')", self.game, self.wallet
        )
        return session

    def one(self, query: str, *parameters: object) -> tuple:
        """Return the query's only row, as the owner sees it."""
        row = self.owner.execute(query.encode(), parameters).fetchone()
        assert row is not None
        return row

    def balance(self) -> Decimal:
        """Return the wallet's balance."""
        return self.one("select balance from slots.wallets where wallet_id = %s", self.wallet)[0]

    def books_are_right(self) -> None:
        """Reconcile every wallet and verify this one's chain."""
        assert self.owner.execute("select * from slots.reconcile_wallets()").fetchall() == []
        assert (
            self.owner.execute("select * from slots.verify_wallet(%s)", (self.wallet,)).fetchall()
            == []
        )

    def steps_are_whole(self, session: uuid.UUID, expected: int) -> None:
        """Check that events and experiences are numbered without gap and as many as expected."""
        for table in ("gameplay_events", "rl_store"):
            numbers = self.owner.execute(
                f"select event_index from slots.{table} where session_id = %s order by 1".encode(),
                (session,),
            ).fetchall()
            assert [n for (n,) in numbers] == list(range(1, expected + 1))


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own, for what races leave behind stays."""
    return functools.partial(connect, conninfo=fresh_database)


@pytest.fixture
def play(owner: psycopg.Connection) -> Callable[..., Table]:
    """Make tables."""

    def make(multiplier: float = 1, funds: int = 1000, limit: int = 100000) -> Table:
        return Table(owner, multiplier, funds, limit)

    return make


def as_player(
    connect: Connect, table: Table, calls: list[Callable[[psycopg.Connection], object]]
) -> list[object]:
    """Run every call in a connection of its own as the player, all released at one instant."""
    opened = [connect(role="authenticated", user=table.user) for _ in calls]
    for connection in opened:
        connection.execute("set statement_timeout = '60s'")
    return at_once(
        functools.partial(call, connection) for call, connection in zip(calls, opened, strict=True)
    )


def act(
    session: uuid.UUID, action: str = SPIN, key: str | None = None
) -> Callable[[psycopg.Connection], object]:
    """Return a call of slots.act that gives its result as text."""
    return lambda c: tuple(
        map(
            str,
            c.execute("select * from slots.act(%s, %s, %s)", (session, action, key)).fetchone()
            or (),
        )
    )


def debit(
    wallet: uuid.UUID, amount: str, key: str | None = None
) -> Callable[[psycopg.Connection], object]:
    """Return a call that withdraws."""
    return lambda c: c.execute(
        "select * from slots.wallet_operation(%s, 'debit', %s, %s)", (wallet, amount, key)
    ).fetchone()


def test_withdrawals_at_once_leave_no_debt(connect: Connect, play: Callable[..., Table]) -> None:
    """Of 12 withdrawals of 100 at once from 1000 exactly ten pass and the others find no funds."""
    table = play()
    outcomes = as_player(
        connect, table, [debit(table.wallet, "100", f"k{i}") for i in range(CALLERS)]
    )
    assert outcomes.count("KG103") == 2
    assert table.balance() == 0
    table.books_are_right()


def test_one_key_withdraws_once(connect: Connect, play: Callable[..., Table]) -> None:
    """The same withdrawal sent 12 times at once moves money once and answers all alike."""
    table = play()
    outcomes = as_player(connect, table, [debit(table.wallet, "100", "once")] * CALLERS)
    assert len(set(outcomes)) == 1
    assert table.balance() == 900
    table.books_are_right()


def test_one_key_takes_all_of_the_money_once(connect: Connect, play: Callable[..., Table]) -> None:
    """A retry is answered even where the first call left nothing to withdraw."""
    table = play()
    outcomes = as_player(connect, table, [debit(table.wallet, "1000", "all")] * CALLERS)
    assert len(set(outcomes)) == 1
    assert not isinstance(outcomes[0], str)
    assert table.balance() == 0


def test_one_key_for_two_requests(connect: Connect, play: Callable[..., Table]) -> None:
    """Of two requests under one key one wins, and every caller of the other is told of the conflict."""
    table = play()
    outcomes = as_player(
        connect, table, [debit(table.wallet, str(1 + i % 2), "shared") for i in range(CALLERS)]
    )
    assert outcomes.count("KG006") == CALLERS // 2
    assert len({o for o in outcomes if o != "KG006"}) == 1
    table.books_are_right()


def test_one_key_acts_once(connect: Connect, play: Callable[..., Table]) -> None:
    """The same spin sent 12 times at once is drawn, charged and recorded once, and answers all alike."""
    table = play(multiplier=2)
    outcomes = as_player(connect, table, [act(table.session, SPIN, "once")] * CALLERS)
    assert len(set(outcomes)) == 1
    assert not isinstance(outcomes[0], str)
    assert table.balance() == Decimal("1000.5")
    table.steps_are_whole(table.session, 1)
    table.books_are_right()


def test_spins_at_once_have_their_own_nonces(connect: Connect, play: Callable[..., Table]) -> None:
    """Spins of one session at once each get a nonce and a step of their own."""
    table = play()
    outcomes = as_player(connect, table, [act(table.session)] * CALLERS)
    assert not [o for o in outcomes if isinstance(o, str)]
    nonces = table.owner.execute(
        "select nonce from slots.gameplay_events where session_id = %s order by event_index",
        (table.session,),
    ).fetchall()
    assert [n for (n,) in nonces] == list(range(CALLERS))
    assert (
        table.one("select metrics from slots.sessions where session_id = %s", table.session)[0][
            "spins"
        ]
        == CALLERS
    )
    table.steps_are_whole(table.session, CALLERS)
    table.books_are_right()


def test_the_daily_limit_is_never_passed(connect: Connect, play: Callable[..., Table]) -> None:
    """Spins of 1.5 (stake and fee) from many sessions at once stop at the limit to the cent."""
    table = play(limit=10)
    sessions = [table.new_session() for _ in range(CALLERS)]
    outcomes = as_player(connect, table, [act(session) for session in sessions])
    assert outcomes.count("KG104") == CALLERS - 6
    (spent,) = table.one(
        "select -sum(amount) from slots.wallet_entries where wallet_id = %s and kind in ('stake', 'fee')",
        table.wallet,
    )
    assert spent == 9
    assert table.one(
        "select spent_today from slots.wallets where wallet_id = %s", table.wallet
    ) == (9,)
    table.books_are_right()


def test_a_lowered_limit_holds_at_once(connect: Connect, play: Callable[..., Table]) -> None:
    """A limit lowered while spins run binds every spin that comes after it."""
    table = play()
    calls = [act(table.session) for _ in range(CALLERS)]
    calls.append(
        lambda c: c.execute("select slots.set_daily_limit(%s, 0)", (table.wallet,)).fetchone()
    )
    outcomes = as_player(connect, table, calls)
    assert not [o for o in outcomes if isinstance(o, str) and o != "KG104"]
    assert as_player(connect, table, [act(table.session)]) == ["KG104"]
    table.books_are_right()


def test_an_operation_is_dated_after_the_one_it_waited_for(
    connect: Connect, play: Callable[..., Table]
) -> None:
    """The clock is read when the wallet's row is free, not when the call or its transaction began."""
    table = play()
    credit = "select created_at from slots.wallet_operation(%s, 'credit', 1)"
    with connect() as first, connect() as second, ThreadPoolExecutor(1) as pool:
        first.execute("begin")
        first.execute(credit, (table.wallet,))
        waiting = pool.submit(lambda: second.execute(credit, (table.wallet,)).fetchone())
        wait_until_blocked(table.owner, second, waiting)
        (freed_at,) = table.one("select clock_timestamp()")
        first.execute("commit")
        dated = waiting.result()
    assert dated is not None
    assert dated[0] > freed_at
    table.books_are_right()


def test_spins_against_withdrawals(connect: Connect, play: Callable[..., Table]) -> None:
    """Spins, withdrawals, rotations and a cash-out at once on one wallet neither deadlock nor lose a cent."""
    table = play(funds=20)
    others = [table.new_session() for _ in range(3)]
    calls = [act(session) for session in [table.session, *others] for _ in range(3)]
    calls += [debit(table.wallet, "3") for _ in range(6)]
    calls += [
        lambda c: (
            c.execute("select slots.rotate_seed(%s)", (table.session,)).fetchone() and "rotated"
        )
    ] * 2
    calls += [act(table.session, '{"type": "CashOut"}')]
    outcomes = as_player(connect, table, calls)
    # no funds, completed, nothing played yet or a bet waits; never a deadlock (40P01) or a timeout (57014)
    assert {o for o in outcomes if isinstance(o, str) and len(o) == 5} <= {
        "KG103",
        "KG005",
        "KG106",
    }
    assert table.balance() >= 0
    assert table.one(
        "select count(*) from slots.revealed_seeds where session_id = %s", table.session
    ) == (2,)
    table.books_are_right()


def test_serializable_callers_are_safe_too(connect: Connect, play: Callable[..., Table]) -> None:
    """Under SERIALIZABLE some callers are sent to retry (40001), and the books still add up."""
    table = play()

    def spin(connection: psycopg.Connection) -> object:
        connection.execute("set default_transaction_isolation = 'serializable'")
        return act(table.session, SPIN, str(uuid.uuid4()))(connection)

    outcomes = as_player(connect, table, [spin] * 6)
    assert {o for o in outcomes if isinstance(o, str)} <= {"40001"}
    table.steps_are_whole(table.session, len([o for o in outcomes if not isinstance(o, str)]))
    table.books_are_right()


def test_a_refresh_does_not_stop_play(connect: Connect, play: Callable[..., Table]) -> None:
    """Refreshing the totals while spins run blocks none of them."""
    table = play()
    refreshing = table.owner
    with refreshing.transaction():
        refreshing.execute("select slots.refresh_metrics()")
        outcomes = as_player(connect, table, [act(table.session)] * 4)
    assert not [o for o in outcomes if isinstance(o, str)]


def test_a_wallet_is_closed_or_credited(connect: Connect, play: Callable[..., Table]) -> None:
    """Closing a wallet waits for a credit that is under way, and is refused by it; a credit that waits finds it closed."""
    table = play()
    close = "select deleted_at from slots.close_wallet(%s)"
    credit = "select entry_no from slots.wallet_operation(%s, 'credit', 1)"
    (wallet,) = table.one(
        "select wallet_id from slots.create_wallet('AUD', 10, '{}', %s)", table.user
    )
    with connect() as first, connect() as second, ThreadPoolExecutor(1) as pool:
        for statement, next_statement, expected in (
            (credit, close, "KG108"),
            (close, credit, "KG109"),
        ):
            first.execute("begin")
            first.execute(statement.encode(), (wallet,))
            waiting = pool.submit(
                lambda query: at_once([row(second, query, (wallet,))]), next_statement
            )
            wait_until_blocked(table.owner, second, waiting)
            first.execute("commit")
            assert waiting.result() == [expected]
            if statement == credit:
                table.one("select from slots.wallet_operation(%s, 'debit', 1)", wallet)
    assert table.one("select balance from slots.wallets where wallet_id = %s", wallet) == (0,)
    table.books_are_right()


def test_credits_and_closes_at_once(connect: Connect, play: Callable[..., Table]) -> None:
    """Of credits and closings at once either the wallet is closed and empty, or it is open and holds what was credited."""
    table = play()
    (wallet,) = table.one(
        "select wallet_id from slots.create_wallet('AUD', 10, '{}', %s)", table.user
    )
    opened = [connect() for _ in range(CALLERS)]
    queries = [
        "select 1 from slots.close_wallet(%s)",
        "select 1 from slots.wallet_operation(%s, 'credit', 1)",
    ]
    outcomes = at_once(
        row(connection, queries[i % 2], (wallet,)) for i, connection in enumerate(opened)
    )
    (balance, closed_at) = table.one(
        "select balance, deleted_at from slots.wallets where wallet_id = %s", wallet
    )
    closings, credits = outcomes[::2], outcomes[1::2]
    if closed_at is None:
        assert closings == ["KG108"] * (CALLERS // 2)
        assert credits == [(1,)] * (CALLERS // 2)
        assert balance == CALLERS // 2
    else:
        assert closings == [(1,)] * (CALLERS // 2)
        assert credits == ["KG109"] * (CALLERS // 2)
        assert balance == 0
    table.books_are_right()


def test_a_game_is_withdrawn_while_bets_are_placed(
    connect: Connect, play: Callable[..., Table]
) -> None:
    """A bet is placed or told that the game was withdrawn; nothing waits, and what was placed is played."""
    table = play(multiplier=2)
    sessions = [table.new_session() for _ in range(CALLERS)]
    bet = '{"type": "PlaceBet", "amount": 1}'
    calls = [act(session, bet) for session in sessions]
    operator = connect()
    with operator:
        operator.execute("begin")
        operator.execute("select slots.retire_game(%s, 'seldom played')", (table.game,))
        first = as_player(connect, table, calls[: CALLERS // 2])
        operator.execute("commit")
    assert [o for o in first if isinstance(o, str)] == []
    assert as_player(connect, table, calls[CALLERS // 2 :]) == ["KG107"] * (CALLERS // 2)
    spin = '{"type": "Spin"}'
    spun = as_player(connect, table, [act(session, spin) for session in sessions[: CALLERS // 2]])
    assert [o for o in spun if isinstance(o, str)] == []
    assert table.balance() == 1000 + Decimal("0.5") * (CALLERS // 2)
    table.books_are_right()


def leave(connection: psycopg.Connection, kind: str, user: uuid.UUID) -> str:
    """Erase a person, or close their account, in one transaction."""
    with connection.transaction():
        connection.execute(
            "insert into core.closed_persons (person_id, kind, until)"
            " values (%s, %s, case when %s = 'close' then now() + interval '30 days' end)",
            (user, "erased" if kind == "erase" else "closed", kind),
        )
        connection.execute("select core.run_person_hooks(%s, %s)", (kind, user))
    return kind


def all_is_over(table: Table, sessions: list[uuid.UUID]) -> None:
    """Check that nothing of the player is live, no step is missing and no cent."""
    rows = table.owner.execute(
        "select session_id, state::text, pending_bet, event_count from slots.sessions where owner_id = %s",
        (table.user,),
    ).fetchall()
    assert {session for session, *_ in rows} == set(sessions)
    for session, state, pending, events in rows:
        assert (state, pending) == ("Completed", None)
        table.steps_are_whole(session, events)
    table.books_are_right()


@pytest.mark.parametrize("kind", ["erase", "close"])
def test_whoever_leaves_waits_for_a_bet_under_way(
    connect: Connect, play: Callable[..., Table], kind: str
) -> None:
    """Erasing or closing waits for a bet that is being placed, and plays it; a bet that waits finds the session gone."""
    table = play(multiplier=2)
    other = table.new_session()
    bet = '{"type": "PlaceBet", "amount": 10}'
    player = connect(role="authenticated", user=table.user)
    leaver = connect()
    with player, leaver, ThreadPoolExecutor(1) as pool:
        player.execute("begin")
        act(table.session, bet)(player)
        leaving = pool.submit(leave, leaver, kind, table.user)
        wait_until_blocked(table.owner, leaver, leaving)
        player.execute("commit")
        assert leaving.result() == kind
        assert at_once([functools.partial(act(other, bet), player)]) == ["KG010"]
    assert table.balance() == Decimal("1009.5")
    all_is_over(table, [table.session, other])


@pytest.mark.parametrize("kind", ["erase", "close"])
def test_a_bet_waits_for_whoever_leaves(
    connect: Connect, play: Callable[..., Table], kind: str
) -> None:
    """A bet that arrives while its player leaves is refused, and takes no money."""
    table = play()
    player = connect(role="authenticated", user=table.user)
    leaver = connect()
    with player, leaver, ThreadPoolExecutor(1) as pool:
        with leaver.transaction():
            leave(leaver, kind, table.user)
            call = functools.partial(act(table.session, SPIN), player)
            acting = pool.submit(at_once, [call])
            wait_until_blocked(table.owner, player, acting)
        assert acting.result() == ["KG004"]
    assert table.balance() == 1000
    all_is_over(table, [table.session])


def test_play_at_once_with_an_erasure(connect: Connect, play: Callable[..., Table]) -> None:
    """Spins, withdrawals and a cash-out of somebody who is erased meanwhile neither deadlock nor lose a cent."""
    table = play(multiplier=2)
    sessions = [table.session, *(table.new_session() for _ in range(3))]
    leaver = connect()
    calls = [act(session) for session in sessions for _ in range(2)]
    calls += [debit(table.wallet, "3"), debit(table.wallet, "4")]
    calls += [
        act(sessions[0], '{"type": "CashOut"}'),
        act(sessions[1], '{"type": "PlaceBet", "amount": 5}'),
    ]
    opened = [connect(role="authenticated", user=table.user) for _ in calls]
    outcomes = at_once(
        [
            *(functools.partial(call, c) for call, c in zip(calls, opened, strict=True)),
            functools.partial(leave, leaver, "erase", table.user),
        ]
    )
    assert outcomes[-1] == "erase"
    # gone, completed, a bet waits, nothing played yet, or the account is closed
    assert {o for o in outcomes[:-1] if isinstance(o, str)} <= {"KG004", "KG005", "KG106", "KG010"}
    all_is_over(table, sessions)
