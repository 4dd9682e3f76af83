"""Many callers at once at the edge of a limit of the account, and exclusions that meet bets: the limit holds exactly."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from tests.connections import at_once, wait_until_blocked

CONNECTIONS = 10
Connect = Callable[..., psycopg.Connection[Any]]


class Player:
    """A player with five wallets and ten sessions on each, on a game that pays nothing or each stake back."""

    def __init__(
        self, owner: psycopg.Connection[Any], connect: Connect, multiplier: int = 0
    ) -> None:
        """Make them through the public functions; players here commit all that they see."""
        self.owner, self.connect, self.user = owner, connect, uuid.uuid4()
        self.one("select core.set_setting('core.clients_can_abort', 'false')")
        (self.game,) = self.one(
            "select game_id from slots.create_game('Race', "
            """'{"algorithm": "hmac-sha256", "reels": [["A"]]}',"""
            " jsonb_build_object('A', jsonb_build_object('payouts', jsonb_build_object('1', %s::numeric))))",
            multiplier,
        )
        self.wallets = [
            self.one(
                """select wallet_id from slots.create_wallet('AUD', 100000, '{"perSpinFee": 0.5}', %s)""",
                self.user,
            )[0]
            for _ in range(5)
        ]
        for wallet in self.wallets:
            self.one("select slots.wallet_operation(%s, 'credit', 1000, 'start')", wallet)
        self.sessions = [
            self.one(
                "select session_id from slots.create_session(%s, '{}', %s, 'x')", self.game, wallet
            )[0]
            for _ in range(10)
            for wallet in self.wallets
        ]

    def one(self, query: str, *parameters: object) -> tuple[Any, ...]:
        """Return the query's only row, as the owner sees it."""
        row = self.owner.execute(query.encode(), parameters).fetchone()
        assert row is not None
        return row

    def connection(self) -> psycopg.Connection[Any]:
        """Open a connection of the player's."""
        connection = self.connect(role="authenticated", user=self.user)
        connection.execute("set statement_timeout = '120s'")
        return connection

    def call(self, query: str, *parameters: object) -> tuple[Any, ...] | None:
        """Call as the player."""
        with self.connection() as connection:
            return connection.execute(query.encode(), parameters).fetchone()

    def at_once(self, calls: list[tuple[str, tuple[object, ...]]]) -> list[str]:
        """Make calls over ten connections of the player that begin at one instant; return what each came to."""

        def share(connection: psycopg.Connection[Any], number: int) -> list[str]:
            said = []
            for query, parameters in calls[number::CONNECTIONS]:
                try:
                    connection.execute(query.encode(), parameters)
                    said.append("ok")
                except psycopg.Error as error:
                    said.append(error.sqlstate or repr(error))
            return said

        opened = [self.connection() for _ in range(CONNECTIONS)]
        shares = at_once(functools.partial(share, c, n) for n, c in enumerate(opened))
        return [said for part in shares for said in part]

    def counters_are_right(self) -> None:
        """Check the counters of the month against the ledger, and that the books balance."""
        assert self.one(
            "select staked[3], lost[3], deposited[3] from slots.accounts where owner_id = %s and currency = 'AUD'",
            self.user,
        ) == self.one(
            """
            select
              coalesce(-sum(amount) filter (where kind in ('stake', 'fee')), 0),
              coalesce(-sum(amount) filter (where kind in ('stake', 'fee', 'payout')), 0),
              coalesce(sum(amount) filter (where kind = 'credit'), 0)
            from slots.wallet_entries where owner_id = %s
            """,
            self.user,
        )
        assert self.owner.execute("select * from slots.reconcile_wallets()").fetchall() == []


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own, for what races leave behind stays."""
    return functools.partial(connect, conninfo=fresh_database)


@pytest.fixture
def player(owner: psycopg.Connection[Any], connect: Connect) -> Callable[..., Player]:
    """Make players."""
    return functools.partial(Player, owner, connect)


def spin(session: uuid.UUID, amount: str = "1") -> tuple[str, tuple[object, ...]]:
    """Return a call that bets and spins."""
    return (
        "select slots.act(%s, jsonb_build_object('type', 'Spin', 'amount', %s::numeric))",
        (session, amount),
    )


def test_fifty_sessions_over_five_wallets_stop_at_the_ten_thousandth(
    player: Callable[..., Player],
) -> None:
    """Spins of 1.5 stop where a stake limit of 40.0001 leaves less, and what it leaves can be bet exactly."""
    ann = player()
    ann.call("select slots.set_limit('stake', 'month', 40.0001)")
    said = ann.at_once([spin(session) for session in ann.sessions])
    assert (said.count("ok"), said.count("KG110")) == (26, 24)
    said = ann.at_once([spin(session, "0.5001") for session in ann.sessions])
    assert (said.count("ok"), said.count("KG110")) == (1, 49)
    assert ann.one("select staked[3] from slots.accounts where currency = 'AUD'") == (
        Decimal("40.0001"),
    )
    ann.counters_are_right()


def test_a_loss_limit_holds_over_all_sessions_at_once(player: Callable[..., Player]) -> None:
    """Fees of 0.5 are lost on a game that returns each stake; a bet may risk no more than is left."""
    ann = player(multiplier=1)
    ann.call("select slots.set_limit('loss', 'month', 5.5)")
    said = ann.at_once([spin(session) for session in ann.sessions])
    assert (said.count("ok"), said.count("KG110")) == (9, 41)
    ann.counters_are_right()


def test_deposits_at_once_stop_at_their_limit(player: Callable[..., Player]) -> None:
    """Fifty deposits of 100 over five wallets, each sent twice at once, fill a limit of 7000 and no more."""
    ann = player()
    ann.call("select slots.set_limit('deposit', 'month', 7000)")
    with ThreadPoolExecutor(CONNECTIONS) as pool:

        def deposit(number: int) -> str:
            with ann.connect(role="service_role") as service:
                try:
                    service.execute(
                        "select slots.wallet_operation(%s, 'credit', 100, %s)",
                        (ann.wallets[number % 5], f"d{number % 50 // 5}"),
                    )
                except psycopg.Error as error:
                    return error.sqlstate or repr(error)
                return "ok"

        said = list(pool.map(deposit, range(100)))
    assert (said.count("ok"), said.count("KG110")) == (40, 60)
    ann.counters_are_right()


def test_a_limit_lowered_while_bets_are_placed_binds_what_comes_after(
    player: Callable[..., Player],
) -> None:
    """Bets before the new limit stand, bets after it are refused, and nothing else goes wrong."""
    ann = player()
    calls = [spin(session) for session in ann.sessions]
    calls[20] = ("select slots.set_limit('stake', '24h', 0)", ())
    calls[24] = ("select slots.set_limit('loss', 'month', 0, 'AUD')", ())
    assert set(ann.at_once(calls)) <= {"ok", "KG110"}
    assert set(ann.at_once([spin(session) for session in ann.sessions])) == {"KG110"}
    ann.counters_are_right()


def test_an_exclusion_waits_for_a_bet_under_way_and_plays_it(
    player: Callable[..., Player],
) -> None:
    """A bet that is placed but not committed is waited for, played and paid; then nothing can be bet."""
    ann = player(multiplier=1)
    with ann.connection() as betting, ann.connection() as leaving, ThreadPoolExecutor(1) as pool:
        betting.execute("begin")
        betting.execute(
            """select slots.act(%s, '{"type": "PlaceBet", "amount": 7}')""", (ann.sessions[0],)
        )
        exclusion = pool.submit(
            lambda: leaving.execute("select (slots.self_exclude(6)).kind").fetchone()
        )
        wait_until_blocked(ann.owner, leaving, exclusion)
        betting.execute("commit")
        assert exclusion.result() == ("self_exclusion",)
    assert ann.one(
        "select count(*) filter (where state <> 'Completed'), sum((metrics ->> 'totalPayout')::numeric) from slots.sessions"
    ) == (0, 7)
    assert ann.owner.execute(
        "select kind from slots.wallet_entries where session_id is not null order by entry_no"
    ).fetchall() == [("stake",), ("fee",), ("payout",)]
    assert set(ann.at_once([spin(session) for session in ann.sessions])) == {"KG112"}
    ann.counters_are_right()


def test_a_bet_in_the_same_transaction_is_not_played_by_an_exclusion(
    player: Callable[..., Player],
) -> None:
    """Nobody looks at what a bet would pay by an exclusion that they roll back."""
    ann = player()
    with ann.connection() as connection:
        ann.one("select core.set_setting('core.clients_can_abort', 'true')")
        connection.execute("begin")
        connection.execute(
            """select slots.act(%s, '{"type": "PlaceBet", "amount": 7}')""", (ann.sessions[0],)
        )
        with pytest.raises(psycopg.Error, match="COMMIT_FIRST"):
            connection.execute("select slots.cool_off(1)")


def test_an_exclusion_at_once_with_play_leaves_nothing_open(player: Callable[..., Player]) -> None:
    """Bets, spins, new sessions and new wallets at once with an exclusion pass before it or are refused; none deadlocks."""
    ann = player(multiplier=1)
    calls = []
    for number, session in enumerate(ann.sessions):
        calls += [
            ("""select slots.act(%s, '{"type": "PlaceBet", "amount": 2}')""", (session,)),
            (
                "select slots.create_session(%s, '{}', %s)",
                (ann.game, ann.wallets[number % 5]),
            ),
            ("select slots.create_wallet(%s, 10)", (("AUD", "EUR", "NZD")[number % 3],)),
            ("""select slots.act(%s, '{"type": "Spin"}')""", (session,)),
            ("select slots.set_limit('stake', 'month', 1000)", ()),
        ]
    calls[100] = ("select slots.cool_off(7)", ())
    assert set(ann.at_once(calls)) <= {"ok", "KG112", "KG101", "KG106"}
    assert ann.one(
        "select count(*) filter (where state <> 'Completed' or pending_bet is not null) from slots.sessions"
    ) == (0,)
    assert ann.one("select count(*) from slots.accounts where excluded_until is null") == (0,)
    assert set(ann.at_once([spin(session) for session in ann.sessions])) == {"KG112"}
    ann.counters_are_right()


def test_play_upkeep_and_money_at_once_wait_for_nobody_in_a_circle(
    player: Callable[..., Player],
) -> None:
    """Acts, steps by hand, withdrawals, credits, changed limits, upkeep and new seeds at once: no deadlock."""
    ann = player(multiplier=1)
    ann.one("select core.set_setting('slots.session_timeout', '1')")
    ann.owner.execute("update slots.sessions set state = 'Probing'")
    calls = []
    for number, session in enumerate(ann.sessions):
        calls += [
            ("""select slots.act(%s, '{"type": "PlaceBet", "amount": 2}')""", (session,)),
            ("select slots.wallet_operation(%s, 'debit', 1)", (ann.wallets[number % 5],)),
            ("""select slots.act(%s, '{"type": "Spin", "next": {"amount": 1}}')""", (session,)),
            ("select slots.transition(%s, 'Completed')", (session,)),
            ("select slots.set_limit('deposit', '24h', %s)", (100000 - number,)),
        ]

    def serve() -> list[str]:
        with ann.connect(role="service_role") as service:
            service.execute("select slots.shut_play('a race')")
            for wallet in ann.wallets * 4:
                service.execute("select slots.upkeep_sessions()")
                service.execute("select slots.wallet_operation(%s, 'credit', 1)", (wallet,))
                service.execute("select slots.reseed_batch(5)")
            while service.execute("select slots.reseed_batch()").fetchone() == (True,):
                pass
        return ["ok"]

    said = at_once([lambda: ann.at_once(calls), serve])
    assert said[1] == ["ok"]
    assert set(said[0]) <= {"ok", "KG101", "KG105", "KG005", "KG106"}
    ann.counters_are_right()
