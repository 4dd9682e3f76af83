"""The house's accounts: whatever is called, in whatever order and at once, every cent is somewhere."""

from __future__ import annotations

import functools
import os
import random
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from tests.connections import at_once

Connect = Callable[..., psycopg.Connection[Any]]
CALLS = int(os.environ.get("GAMEKEEPER_MONEY", "3000"))
CLIENTS = 4
OPEN = 25  # sessions of a client; upkeep looks at every session that is open
CURRENCIES = ("AUD", "EUR")
# what a busy house refuses: no money, no bet or one too many, ended sessions, reversed entries, closed wallets
REFUSED = {"KG103", "KG101", "KG106", "KG005", "KG114", "KG109", "KG001", "KG108", "KG004"}
GAME = (
    'select game_id from slots.create_game(%s, \'{"algorithm": "hmac-sha256", "reels": [["A", "B", "C"]]}\','
    ' \'{"A": {"payouts": {"1": 2.5}}, "B": {"payouts": {"1": 0.25}}, "C": {}}\', null, null, null, %s)'
)


class House:
    """Two games, and players with a wallet in each of two currencies; the calls of all make one book."""

    def __init__(self, owner: psycopg.Connection[Any], connect: Connect, players: int) -> None:
        """Make them through the public functions; clients here commit all that they see."""
        self.owner, self.connect = owner, connect
        owner.execute("select core.set_setting('core.clients_can_abort', 'false')")
        self.games = [
            self.one(GAME, f"Game {fee}", f'{{"perSpinFee": {fee}, "perQueryFee": 0.0004}}')[0]
            for fee in ("0", "0.0012")
        ]
        self.wallets = [
            self.one(
                "select wallet_id from slots.create_wallet(%s, 1000000, '{\"perSpinFee\": 0.0008}', %s)",
                currency,
                uuid.uuid4(),
            )[0]
            for _ in range(players)
            for currency in CURRENCIES
        ]
        for wallet in self.wallets:
            self.one("select slots.wallet_operation(%s, 'credit', 500)", wallet)

    def one(self, query: str, *parameters: object) -> tuple[Any, ...]:
        """Return the query's only row, as the owner sees it."""
        row = self.owner.execute(query.encode(), parameters).fetchone()
        assert row is not None
        return row

    def play(self, seed: int, calls: int) -> set[str]:
        """Make mixed calls as the service over a connection of its own; return the codes of what was refused."""
        chance = random.Random(seed)
        refused: set[str] = set()
        sessions: list[uuid.UUID] = []
        with self.connect(role="service_role") as service:

            def call(query: str, *parameters: object) -> tuple[Any, ...] | None:
                try:
                    return service.execute(query.encode(), parameters).fetchone()
                except psycopg.Error as error:
                    refused.add(error.sqlstate or repr(error))
                    return None

            for _ in range(calls):
                wallet = chance.choice(self.wallets)
                amount = chance.randrange(1, 20000) * 4 / 10000
                which = chance.random()
                if which < 0.12 or not sessions:
                    made = call(
                        "select session_id from slots.create_session(%s, '{}', %s, 'x')",
                        chance.choice(self.games),
                        wallet,
                    )
                    sessions += made or ()
                    if len(sessions) > OPEN:
                        left = sessions.pop(0)
                        for action in (
                            '{"type": "Spin", "amount": 1}',
                            '{"type": "Spin"}',
                            '{"type": "CashOut"}',
                        ):
                            call("select slots.act(%s, %s)", left, action)
                elif which < 0.7:
                    action = chance.choice(
                        (
                            f'{{"type": "PlaceBet", "amount": {amount}}}',
                            '{"type": "Spin"}',
                            f'{{"type": "Spin", "next": {{"amount": {amount}}}}}',
                            f'{{"type": "Spin", "amount": {amount}}}',
                        )
                    )
                    call("select slots.act(%s, %s)", chance.choice(sessions), action)
                elif which < 0.76:
                    call(
                        "select slots.record_result(%s, jsonb_build_object('type', 'Spin', 'amount', %s::numeric),"
                        """ jsonb_build_object('symbols', array['B'], 'payout', 0.25 * %s::numeric))""",
                        chance.choice(sessions),
                        amount,
                        amount,
                    )
                elif which < 0.84:
                    call("""select slots.act(%s, '{"type": "CashOut"}')""", chance.choice(sessions))
                elif which < 0.9:
                    call(
                        "select slots.wallet_operation(%s, %s, %s, null, %s)",
                        wallet,
                        *chance.choice(
                            (("credit", 7, "deposit"), ("debit", 5, "fee"), ("credit", 1, "prize"))
                        ),
                    )
                elif which < 0.98:
                    call(
                        "select slots.reverse(w.wallet_id, 1 + floor(random() * w.last_entry_no)::bigint, 'void')"
                        " from slots.wallets as w where w.wallet_id = %s",
                        wallet,
                    )
                else:
                    call("select slots.upkeep_reports()")
        return refused

    def problems(self) -> list[tuple[Any, ...]]:
        """Return what does not add up."""
        return self.owner.execute(
            "select problem, expected, found from slots.reconcile_house()"
            " union all select problem, expected, found from slots.reconcile_wallets()"
        ).fetchall()

    def with_a_cent(self, change: str) -> list[str]:
        """Return the problems that are found when a cent is put somewhere behind the functions' back."""
        with self.owner.transaction(force_rollback=True):
            self.owner.execute("set local session_replication_role = replica")
            assert self.owner.execute(change.encode()).rowcount == 1
            return [problem for problem, _, _ in self.problems()]


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own, for what is played here stays."""
    return functools.partial(connect, conninfo=fresh_database)


def test_every_cent_is_somewhere_after_mixed_calls_at_once(
    owner: psycopg.Connection[Any], connect: Connect
) -> None:
    """Bets, spins, outcomes from elsewhere, money in and out, reversals and upkeep at once: at every look the books balance."""
    house = House(owner, connect, players=5)
    players = [functools.partial(house.play, seed, CALLS // CLIENTS) for seed in range(CLIENTS)]
    looks = 10

    def look() -> list[tuple[Any, ...]]:
        with connect(role="service_role") as service:
            return [
                row
                for _ in range(looks)
                for row in service.execute("select * from slots.reconcile_house()").fetchall()
            ]

    *said, seen = at_once([*players, look])
    assert seen == []
    for refused in said:
        assert isinstance(refused, set)
        assert refused <= REFUSED
    assert house.problems() == []
    kinds = {kind for (kind,) in owner.execute("select kind from slots.wallet_entries").fetchall()}
    assert kinds == {"credit", "debit", "stake", "fee", "payout", "reversal"}

    # what came in less what went out, by the ledger alone, is what wallets and house hold
    came = "select sum(e.amount) from slots.wallet_entries as e where e.session_id is null and coalesce((select o.session_id is null"
    assert house.one(
        f"{came} from slots.wallet_entries as o where o.wallet_id = e.wallet_id and o.entry_no = e.reverses), true)"
    ) == house.one(
        "select (select sum(balance) from slots.wallets) + (select sum(balance) from slots.house_balances())"
    )

    # a session that is over and rolled up, and one that is not, so that a cent can be planted in both
    session = house.one(
        "select session_id from slots.create_session(%s, '{}', %s, 'x')",
        house.games[0],
        house.wallets[0],
    )[0]
    house.one("select slots.wallet_operation(%s, 'credit', 500)", house.wallets[0])
    house.one("""select slots.act(%s, '{"type": "Spin", "amount": 1}')""", session)
    house.one("""select slots.act(%s, '{"type": "CashOut"}')""", session)
    house.one("select slots.upkeep_reports()")
    first = f"where wallet_id = '{house.wallets[0]}'"
    account = (
        "where (game_id, currency) = (select game_id, currency from slots.house_accounts limit 1)"
    )
    for change in (
        f"update slots.wallets set balance = balance + 0.01 {first}",
        f"update slots.wallet_entries set amount = amount + 0.01 {first} and entry_no = 1",
        "update slots.wallet_entries set amount = amount - 0.0001 where session_id is not null and kind = 'stake'"
        " and (wallet_id, entry_no) = (select wallet_id, entry_no from slots.wallet_entries where kind = 'stake' limit 1)",
        f"update slots.house_accounts set balance = balance - 0.01 {account}",
        f"delete from slots.house_accounts {account}",
        "update slots.sessions set metrics = metrics || jsonb_build_object('totalPayout', (metrics ->> 'totalPayout')::numeric + 0.01)"
        " where session_id = (select session_id from slots.sessions where not is_closed and metrics ? 'totalPayout' limit 1)",
    ):
        assert house.with_a_cent(change) != [], change
    assert house.problems() == []


def test_bets_on_one_game_do_not_wait_for_each_other(
    owner: psycopg.Connection[Any], connect: Connect
) -> None:
    """While a bet, a payout and a reversal of one player are open, others bet, cash out and are rolled up on the same game."""
    house = House(owner, connect, players=2)
    mine, other = (
        house.one(
            "select session_id from slots.create_session(%s, '{}', %s, 'x')", house.games[0], wallet
        )[0]
        for wallet in (house.wallets[0], house.wallets[2])
    )
    with (
        connect(role="service_role", autocommit=False) as holder,
        connect(role="service_role") as free,
    ):
        holder.execute("""select slots.act(%s, '{"type": "Spin", "amount": 1}')""", (mine,))
        holder.execute(
            "select slots.reverse(%s, 2, 'void')",
            (house.wallets[0],),
        )
        free.execute("set lock_timeout = '1s'")
        free.execute("""select slots.act(%s, '{"type": "Spin", "amount": 1}')""", (other,))
        free.execute("""select slots.act(%s, '{"type": "CashOut"}')""", (other,))
        free.execute("select slots.upkeep_reports()")
        free.execute("select slots.house_balances()")
        assert house.problems() == []
        holder.rollback()
    assert house.problems() == []
