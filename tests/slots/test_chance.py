"""A transaction of slots decides or looks, not both: real transactions, and whoever owns them tries to win."""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import random
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from tests.connections import at_once, wait_until_blocked

Connect = Callable[..., psycopg.Connection[Any]]
COMMIT_FIRST = "KG009"
STATE_ERROR = "KG005"
BET_PLACED = "KG106"


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own, where no call waits for ever."""

    def open_one(**settings: Any) -> psycopg.Connection[Any]:
        conn = connect(conninfo=fresh_database, **settings)
        in_transaction = not conn.autocommit
        conn.execute("set statement_timeout = '60s'")
        if in_transaction:
            conn.commit()
        return conn

    return open_one


class House:
    """A game of two letters, of which A pays 1.9 stakes, and whoever plays it."""

    def __init__(self, owner: psycopg.Connection[Any]) -> None:
        """Define the game."""
        self.owner = owner
        (self.game,) = self.one(
            "select game_id from slots.create_game('Letters', %s, %s)",
            '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}',
            '{"A": {"payouts": {"1": 1.9}}, "B": {}}',
        )

    def one(self, query: str, *values: object) -> tuple[Any, ...]:
        """Return the only row of a query, as the owner sees it."""
        row = self.owner.execute(query.encode(), values).fetchone()
        assert row is not None
        return row

    def wallet(
        self, user: uuid.UUID, funds: float = 1000, limit: float = 10000, fee: float = 0
    ) -> uuid.UUID:
        """Open a wallet with money in it."""
        (wallet,) = self.one(
            "select wallet_id from slots.create_wallet('AUD', %s, %s, %s)",
            limit, json.dumps({"perSpinFee": fee}), user,
        )  # fmt: skip
        self.one("select entry_no from slots.wallet_operation(%s, 'credit', %s)", wallet, funds)
        return wallet

    def session(self, wallet: uuid.UUID, client_seed: str = "luck") -> uuid.UUID:
        """Open a session on a wallet."""
        return self.one(
            "select session_id from slots.create_session(%s, '{}', %s, %s)",
            self.game, wallet, client_seed,
        )[0]  # fmt: skip

    def balance(self, wallet: uuid.UUID) -> Decimal:
        """Return what is in a wallet."""
        return self.one("select balance from slots.wallets where wallet_id = %s", wallet)[0]

    def events(self, session: uuid.UUID) -> list[tuple[Any, ...]]:
        """Return what a session's events say, without their ids and times."""
        return self.owner.execute(
            "select action, result, reward, state, balance, nonce from slots.gameplay_events"
            " where session_id = %s order by event_index",
            (session,),
        ).fetchall()

    def books_are_right(self) -> None:
        """Reconcile every wallet and verify every chain."""
        assert self.owner.execute("select * from slots.reconcile_wallets()").fetchall() == []
        assert (
            self.owner.execute(
                "select v.* from slots.wallets as w, slots.verify_wallet(w.wallet_id) as v"
            ).fetchall()
            == []
        )


@pytest.fixture
def house(owner: psycopg.Connection[Any]) -> House:
    """Return a house."""
    return House(owner)


@pytest.fixture
def user() -> uuid.UUID:
    """Return a player."""
    return uuid.uuid4()


def act(
    conn: psycopg.Connection[Any], session: uuid.UUID, action: str, key: str | None = None
) -> dict[str, Any]:
    """Call slots.act and return its row."""
    cursor = conn.execute("select * from slots.act(%s, %s, %s)", (session, action, key))
    row = cursor.fetchone()
    assert row is not None
    return dict(zip([c.name for c in cursor.description or ()], row, strict=True))


def refusal(call: Callable[[], object]) -> str:
    """Return the SQLSTATE that a call is refused with; what it gave, if it wasn't."""
    try:
        return repr(call())
    except psycopg.Error as error:
        return error.sqlstate or "?"


def bet(amount: float) -> str:
    """Return the action that places a bet."""
    return json.dumps({"type": "PlaceBet", "amount": amount})


def spin_and_bet(amount: float) -> str:
    """Return the action that settles a bet and places the next."""
    return json.dumps({"type": "Spin", "next": {"amount": amount}})


SPIN = '{"type": "Spin"}'
CASH_OUT = '{"type": "CashOut"}'


@pytest.mark.parametrize("client", ["authenticated", "operator"])
def test_nobody_who_can_abort_sees_the_draw_of_a_bet_of_the_same_transaction(
    connect: Connect, house: House, user: uuid.UUID, client: str
) -> None:
    """Neither Spin, nor Spin with next, nor CashOut, nor a transition, nor both at once shows it, savepoints or not."""
    session = house.session(house.wallet(user))
    claims = {"app_metadata": {"gamekeeper": "operator"}} if client == "operator" else {}
    with connect(role="authenticated", user=user, autocommit=False) as conn:
        if claims:
            conn.execute(
                "select set_config('request.jwt.claims', %s, false)",
                (json.dumps({"sub": str(user), "role": "authenticated", **claims}),),
            )
            conn.commit()
        assert refusal(lambda: act(conn, session, '{"type": "Spin", "amount": 1}')) == COMMIT_FIRST
        conn.rollback()
        for look in (
            lambda: act(conn, session, SPIN),
            lambda: act(conn, session, spin_and_bet(1)),
            lambda: act(conn, session, CASH_OUT),
            lambda: conn.execute("select slots.transition(%s, 'Completed')", (session,)),
        ):
            act(conn, session, bet(1))
            conn.execute("savepoint looking")
            assert refusal(look) == COMMIT_FIRST
            conn.execute("rollback to savepoint looking")
            assert refusal(look) == COMMIT_FIRST
            conn.rollback()
        # a bet placed in a savepoint is of the same transaction too
        with conn.transaction(), conn.transaction():
            act(conn, session, bet(1))
        with conn.transaction():
            act(conn, session, SPIN)
    assert [e[0]["type"] for e in house.events(session)] == ["PlaceBet", "Spin"]


def test_looking_and_rolling_back_changes_no_outcome(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """However often a player looks at a draw and takes it back, it is the same draw, and no other comes."""
    wallet = house.wallet(user)
    session = house.session(wallet)
    with connect(role="authenticated", user=user, autocommit=False) as conn:
        for stake in range(1, 30):
            act(conn, session, bet(stake))
            conn.commit()
            seen = []
            for action in (SPIN, CASH_OUT, spin_and_bet(2), SPIN):
                answer = act(conn, session, action)
                result = answer["result"].get("spin", answer["result"])
                seen.append((result["stops"], result["payout"]))
                conn.rollback()
            seen.append((lambda r: (r["stops"], r["payout"]))(act(conn, session, SPIN)["result"]))
            conn.commit()
            assert len({json.dumps(s) for s in seen}) == 1
    house.books_are_right()


def test_a_cast_in_the_address_that_fails_on_a_loss_takes_no_loss_back(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """As over PostgREST: every call is a transaction, aborted by a filter that divides by the payout. No balance is won."""
    wallet = house.wallet(user)
    session = house.session(wallet)
    abort_on_loss = "select 1 / (case when (a.result ->> 'payout')::numeric > 0 then 1 else 0 end) from slots.act(%s, %s) as a"
    with connect(role="authenticated", user=user) as conn:
        for _ in range(60):
            refusal(lambda: act(conn, session, bet(1)))
            refusal(lambda: conn.execute(abort_on_loss.encode(), (session, SPIN)).fetchone())
        # the first loss stays in the way: it is pending until it is played
        state = house.one(
            "select pending_bet, nonce from slots.sessions where session_id = %s", session
        )
        assert state[0] == 1
        assert state[1] < 60
        assert refusal(lambda: act(conn, session, bet(1))) == BET_PLACED
        assert (
            refusal(lambda: conn.execute("select slots.rotate_seed(%s)", (session,))) == BET_PLACED
        )
        assert act(conn, session, SPIN)["result"]["payout"] == 0
    house.books_are_right()


def test_a_placed_bet_cannot_be_taken_back(connect: Connect, house: House, user: uuid.UUID) -> None:
    """CashOut plays it: two events and two experiences, the last one done, and the key's answer is the CashOut's."""
    wallet = house.wallet(user)
    session = house.session(wallet)
    with connect(role="authenticated", user=user) as conn:
        act(conn, session, bet(5))
        out = act(conn, session, CASH_OUT, "out")
        assert act(conn, session, CASH_OUT, "out") == out
        assert refusal(lambda: act(conn, session, CASH_OUT, "out-2")) == STATE_ERROR
    assert out["balance"] in (Decimal(995), Decimal("1004.5"))
    (_, spin, cash_out) = house.events(session)
    assert spin[0] == {"type": "Spin"}
    assert cash_out[1] == {"spin": spin[1]}
    assert house.owner.execute(
        "select done from slots.rl_store where session_id = %s order by event_index", (session,)
    ).fetchall() == [(False,), (False,), (True,)]
    house.books_are_right()


def test_transition_to_completed_plays_the_pending_bet_and_says_so(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Whoever ends a session, the same two events are written, and the last says by what."""
    session = house.session(house.wallet(user))
    with connect(role="authenticated", user=user) as conn:
        act(conn, session, bet(5))
        conn.execute("select slots.transition(%s, 'Completed')", (session,))
    (_, spin, cash_out) = house.events(session)
    assert (spin[0], cash_out[0]) == ({"type": "Spin"}, {"type": "CashOut"})
    assert cash_out[1] == {"spin": spin[1], "by": "transition"}


def test_an_ended_seed_is_seen_by_nobody_who_can_still_roll_back(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Neither rotate_seed nor revealed_seeds shows it in the transaction that ended it; a rollback keeps it secret."""
    session = house.session(house.wallet(user))
    with connect(role="authenticated", user=user, autocommit=False) as conn:
        seeds = "select server_seed from slots.revealed_seeds where session_id = %s"
        for _ in range(2):
            row = conn.execute(
                "select server_seed, server_seed_hash, next_server_seed_hash from slots.rotate_seed(%s)",
                (session,),
            ).fetchone()
            assert row is not None
            assert row[0] is None
            assert conn.execute(seeds.encode(), (session,)).fetchall() == []
            conn.rollback()
            assert conn.execute(seeds.encode(), (session,)).fetchall() == []
            conn.rollback()
        conn.execute("savepoint rotating")
        conn.execute("select slots.rotate_seed(%s)", (session,))
        conn.execute("release savepoint rotating")
        assert conn.execute(seeds.encode(), (session,)).fetchall() == []
        conn.commit()
        ((seed,),) = conn.execute(seeds.encode(), (session,)).fetchall()
        assert hashlib.sha256(seed).digest() == row[1]
        # a rotation and a bet in one transaction decide, and still nothing is seen
        conn.execute("select slots.rotate_seed(%s)", (session,))
        act(conn, session, bet(1))
        assert refusal(lambda: act(conn, session, SPIN)) == COMMIT_FIRST


def test_random_play_draws_the_same_whatever_was_looked_at(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """The law: look at what is due and roll back, let everybody do anything, then draw: the same events."""
    chance = random.Random(7)
    with (
        connect(role="authenticated", user=user, autocommit=False) as conn,
        connect(role="service_role") as service,
        connect(role="authenticated", user=user) as beside,
    ):

        def meddle(wallet: uuid.UUID, session: uuid.UUID, other: uuid.UUID) -> None:
            """Do five things, in any order, that might change what the session's bet draws."""
            things: list[tuple[psycopg.Connection[Any], str, tuple[object, ...]]] = [
                (beside, "select slots.rotate_seed(%s, 'mine')", (session,)),
                (beside, "select slots.act(%s, %s)", (session, bet(3))),
                (beside, "select slots.transition(%s, 'Evaluating')", (session,)),
                (beside, "select slots.act(%s, %s)", (other, bet(1))),
                (beside, "select slots.set_daily_limit(%s, 0)", (wallet,)),
                (beside, "select slots.wallet_operation(%s, 'debit', 900)", (wallet,)),
                (beside, "select slots.rotate_seed(%s)", (other,)),
                (service, "select slots.wallet_operation(%s, 'credit', 5)", (wallet,)),
                (
                    service,
                    "select slots.record_result(%s, %s, %s)",
                    (session, '{"type": "Spin", "amount": 1}', '{"symbols": ["A"], "payout": 1.9}'),
                ),
                (service, "select slots.upkeep_sessions()", ()),
            ]
            for who, query, values in chance.sample(things, 5):
                refusal(functools.partial(who.execute, query.encode(), values))

        changed = 0
        for _ in range(40):
            wallet = house.wallet(user, fee=0.01)
            session, other = house.session(wallet), house.session(wallet)
            act(conn, session, bet(chance.choice([1, 2.5, 7])))
            conn.commit()
            looked = act(conn, session, SPIN)
            conn.rollback()
            meddle(wallet, session, other)
            drawn = act(conn, session, chance.choice([SPIN, CASH_OUT]))
            conn.commit()
            changed += drawn["result"].get("spin", drawn["result"]) != looked["result"]
        assert changed == 0
    house.books_are_right()


def test_upkeep_plays_a_bet_that_was_looked_at_and_abandoned(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """After slots.session_timeout it is played and its session ended; what is held is passed over."""
    wallet = house.wallet(user)
    sessions = [house.session(wallet) for _ in range(3)]
    with (
        connect(role="authenticated", user=user, autocommit=False) as holder,
        connect(role="service_role") as service,
    ):
        for session in sessions:
            act(holder, session, bet(1))
        holder.commit()
        assert service.execute("select slots.upkeep_sessions()").fetchone() == (
            "0 sessions ended that nobody touched",
        )
        service.execute("select slots.upkeep_reports()")
        assert house.one("select pending_bets from slots.fingerprint(%s)", house.game) == (3,)
        house.owner.execute(
            "update slots.sessions set bet_placed_at = bet_placed_at - interval '2 hours'"
        )
        # the player looks at a draw and keeps the transaction open: session and wallet are held
        act(holder, sessions[0], SPIN)
        assert service.execute("select slots.upkeep_sessions()").fetchone() == (
            "0 sessions ended that nobody touched",
        )
        holder.rollback()
        assert service.execute("select slots.upkeep_sessions()").fetchone() == (
            "3 sessions ended that nobody touched",
        )
        service.execute("select slots.upkeep_reports()")
        assert house.one("select spins, pending_bets from slots.fingerprint(%s)", house.game) == (
            3,
            0,
        )
    for session in sessions:
        asked, spun, ended = house.events(session)
        assert (asked[0]["type"], spun[0]["type"], ended[0]["type"]) == (
            "PlaceBet",
            "Spin",
            "CashOut",
        )
        assert ended[1]["by"] == "timeout"
        assert ended[1]["spin"] == spun[1]
    assert house.one("select count(*) from slots.sessions where state <> 'Completed'") == (0,)
    house.books_are_right()


def test_a_spin_of_one_bet_at_once_from_everywhere_pays_once(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Of 12 spins, cash-outs and next bets on one pending bet exactly one settles it, and nothing is lost."""
    wallet = house.wallet(user)
    session = house.session(wallet)
    with connect(role="authenticated", user=user) as first:
        act(first, session, bet(10))
    connections = [connect(role="authenticated", user=user) for _ in range(12)]
    actions = [SPIN, spin_and_bet(3), CASH_OUT] * 4
    at_once(
        (lambda conn=conn, action=action: act(conn, session, action)["state"])
        for conn, action in zip(connections, actions, strict=True)
    )
    events = house.events(session)
    stakes = sum(1 for e in events if e[0]["type"] == "PlaceBet" or "next" in e[0])
    spins = sum(1 for e in events if e[0]["type"] == "Spin")
    assert spins == stakes or (
        spins == stakes - 1
        and house.one("select pending_bet from slots.sessions where session_id = %s", session)[0]
    )
    assert [e[5] for e in events if e[0]["type"] == "Spin"] == list(range(spins))
    house.books_are_right()


def test_a_transaction_held_over_midnight_spends_the_new_day(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """The day of a limit is read after the lock: a transaction that began yesterday has no share of yesterday's."""
    wallet = house.wallet(user, limit=10)
    session, other = house.session(wallet), house.session(wallet)
    clock = "create or replace function core.wall_clock() returns timestamptz language sql volatile parallel safe return '{}'::timestamptz"
    house.owner.execute(clock.format("2031-05-01 23:59:59Z").encode())
    with (
        connect(role="authenticated", user=user, autocommit=False) as old,
        connect(role="authenticated", user=user) as new,
    ):
        act(new, session, bet(10))
        old.execute("select now()")
        house.owner.execute(clock.format("2031-05-02 00:00:01Z").encode())
        act(new, session, spin_and_bet(10))
        assert refusal(lambda: act(old, other, bet(0.001))) == "KG104"
    assert house.one("select spent_today from slots.wallets where wallet_id = %s", wallet) == (10,)


def test_reseeding_shuts_play_out_until_every_session_has_new_seeds(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Bets are played on their own seed; a held session stops the run, which goes on where it stopped."""
    stranger = uuid.uuid4()
    wallet, foreign = house.wallet(user), house.wallet(stranger)
    sessions = [house.session(wallet) for _ in range(5)]
    sessions[1] = house.session(house.wallet(user))
    others = [house.session(foreign) for _ in range(250)]
    hashes = "select session_id, server_seed_hash, next_server_seed_hash from slots.sessions"
    with (
        connect(role="authenticated", user=user, autocommit=False) as holder,
        connect(role="authenticated", user=user) as player,
        connect(role="authenticated", user=stranger) as other,
        connect(role="service_role") as service,
        ThreadPoolExecutor(1) as pool,
    ):
        for session in sessions[:3]:
            act(player, session, bet(1))
        looked = act(holder, sessions[0], SPIN)["result"]
        holder.rollback()
        act(holder, sessions[1], SPIN)  # held open
        before = {row[0]: row[1:] for row in house.owner.execute(hashes).fetchall()}
        running = pool.submit(service.execute, "call slots.reseed_all('restored')")
        wait_until_blocked(house.owner, service, running)
        assert refusal(lambda: act(other, others[0], bet(1))) == "KG105"
        assert refusal(lambda: running.result()) == "55P03"
        assert refusal(lambda: act(other, others[0], bet(1))) == "KG105"
        holder.rollback()
        service.execute("call slots.reseed_all('restored, again')")
        assert act(player, sessions[3], bet(1))["state"] == "Playing"
        after = {row[0]: row[1:] for row in house.owner.execute(hashes).fetchall()}
        for session in [*sessions, *others]:
            assert not set(before[session]) & set(after[session])
        played = house.events(sessions[0])[1][1]
        assert played.pop("by") == "reseed"
        assert played == looked
        assert house.one(
            "select count(*), sum(sessions) from slots.reseeds where ended_at is not null"
        ) == (1, 256)
        assert refusal(lambda: player.execute("call slots.reseed_all('mine')")) == "42501"
    house.books_are_right()


def test_callers_who_cannot_abort_draw_at_once(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """The service, and everybody where core.clients_can_abort is false."""
    wallet = house.wallet(user)
    session = house.session(wallet)
    both = '{"type": "Spin", "amount": 1}'
    with (
        connect(role="service_role", autocommit=False) as service,
        connect(role="authenticated", user=user, autocommit=False) as conn,
    ):
        act(service, session, bet(1))
        act(service, session, SPIN)
        act(service, session, both)
        assert service.execute(
            "select server_seed is not null from slots.rotate_seed(%s)", (session,)
        ).fetchone() == (True,)
        service.commit()
        assert refusal(lambda: act(conn, session, both)) == COMMIT_FIRST
        conn.rollback()
        service.execute("select core.set_setting('core.clients_can_abort', 'false')")
        service.commit()
        act(conn, session, both)
        act(conn, session, bet(1))
        act(conn, session, CASH_OUT)
        conn.commit()
    house.books_are_right()


# -- small inputs that people met elsewhere ------------------------------------------------------------


def test_a_bet_is_taken_only_with_its_fee(connect: Connect, house: House, user: uuid.UUID) -> None:
    """No Spin of an accepted bet fails for money or limit, since PlaceBet takes stake and fee together."""
    poor = house.session(house.wallet(user, funds=10, fee=0.01))
    tight = house.session(house.wallet(user, funds=100, limit=10, fee=0.01))
    with connect(role="authenticated", user=user) as conn:
        assert refusal(lambda: act(conn, poor, bet(10))) == "KG103"
        assert refusal(lambda: act(conn, tight, bet(10))) == "KG104"
        for session in (poor, tight):
            act(conn, session, bet(9.99))
            act(conn, session, SPIN)


def test_a_bet_that_was_taken_back_never_was(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Who wants a bet back rolls back, and nothing was spent; a committed one is played and stays spend."""
    wallet = house.wallet(user, funds=100, limit=10)
    first, second = house.session(wallet), house.session(wallet)
    with connect(role="authenticated", user=user, autocommit=False) as conn:
        act(conn, first, bet(10))
        assert refusal(lambda: act(conn, first, CASH_OUT)) == COMMIT_FIRST
        conn.rollback()
        assert act(conn, second, bet(10))["balance"] == 90
        conn.commit()
        act(conn, second, CASH_OUT)
        conn.commit()
        assert refusal(lambda: act(conn, first, bet(10))) == "KG104"


def test_a_restored_copy_deals_other_spins_after_reseeding(
    connect: Connect,
    house: House,
    user: uuid.UUID,
    fresh_database: str,
    owner: psycopg.Connection[Any],
) -> None:
    """Without reseed_all a copy deals what players have seen, also after rotate_seed; with it, it does not."""
    session = house.session(house.wallet(user))
    twenty = (
        "select string_agg(a.result ->> 'stops', '') from generate_series(1, 20) as n,"
        """ lateral slots.act(%s, '{"type": "Spin", "amount": 1}', 'k' || n) as a"""
    )
    with connect(role="service_role") as service:
        outcomes = []
        for reseeded in (False, True):
            # a transaction that is rolled back stands for a copy of the same instant
            if reseeded:
                service.execute("call slots.reseed_all('restored')")
            for rotated in (False, True):
                service.execute("begin")
                if rotated:
                    service.execute("select slots.rotate_seed(%s, 'luck')", (session,))
                outcomes += [service.execute(twenty.encode(), (session,)).fetchone()]
                service.execute("rollback")
                if not reseeded:
                    service.execute("begin")
                    if rotated:
                        service.execute("select slots.rotate_seed(%s, 'luck')", (session,))
                    assert service.execute(twenty.encode(), (session,)).fetchone() == outcomes[-1]
                    service.execute("rollback")
    assert len(set(outcomes)) == 4


def test_held_bets_are_bounded_by_the_balance_and_end_once(
    connect: Connect, house: House, user: uuid.UUID
) -> None:
    """Four bets of 30 from 100: the fourth finds no funds, and what cashing out plays ends once."""
    wallet = house.wallet(user, funds=100)
    with connect(role="authenticated", user=user) as conn:
        outcomes = [
            refusal(lambda: act(conn, house.session(wallet), bet(30))["balance"]) for _ in range(4)
        ]
        assert outcomes == [
            "Decimal('70.0000')",
            "Decimal('40.0000')",
            "Decimal('10.0000')",
            "KG103",
        ]
        play = house.session(wallet)
        assert act(conn, play, bet(5))["balance"] == 5
        first = act(conn, play, CASH_OUT, "out")
        assert first["balance"] in (Decimal(5), Decimal("14.5"))
        assert act(conn, play, CASH_OUT, "out") == first
        assert refusal(lambda: act(conn, play, CASH_OUT, "out-2")) == STATE_ERROR


@pytest.mark.parametrize("client_seed", ["a:1:é🎰:", "x" * 200, " ", "0", "é" * 200])
def test_a_spin_can_be_checked_whatever_the_client_seed_holds(
    connect: Connect, house: House, user: uuid.UUID, client_seed: str
) -> None:
    """An independent program draws the same stop from the revealed seed."""
    session = house.session(house.wallet(user), client_seed)
    with connect(role="authenticated", user=user) as conn:
        act(conn, session, bet(1))
        stops = act(conn, session, SPIN)["result"]["stops"]
        conn.execute("select slots.rotate_seed(%s)", (session,))
        row = conn.execute(
            "select r.server_seed, r.server_seed_hash, v.stops from slots.revealed_seeds as r,"
            " slots.verify_spin(%s, r.server_seed, r.client_seed, 0) as v",
            (house.game,),
        ).fetchone()
    assert row is not None
    seed, published, verified = row
    assert hashlib.sha256(seed).digest() == published
    block = hmac.new(seed, f"{client_seed}:0:0".encode(), hashlib.sha256).digest()
    assert stops == verified == [int.from_bytes(block[:4], "big") % 2]
