"""What anyone can recompute without Gamekeeper: spins from a revealed seed, the chain of a wallet."""

from __future__ import annotations

import functools
import hashlib
import hmac
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg.types.json import Jsonb

REELS = [["A", "B", "C", "A", "D"], ["B", "A", "W", "C"], ["C", "D", "A", "B", "A", "W", "B"]]
SYMBOLS = (
    '{"A": {"payouts": {"2": 1.5, "3": 8}}, "B": {"payouts": {"3": 3}}, "C": {"payouts": {"1": 0.25}},'
    ' "D": {}, "W": {"wild": true, "payouts": {"2": 2}}}'
)

Connect = Callable[..., psycopg.Connection]


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own."""
    return functools.partial(connect, conninfo=fresh_database)


def stops(server_seed: bytes, client_seed: str, nonce: int, lengths: list[int]) -> list[int]:
    """Draw as docs/slots.md describes it."""
    result: list[int] = []
    draw = 0
    for length in lengths:
        while True:
            block = hmac.new(
                server_seed, f"{client_seed}:{nonce}:{draw}".encode(), hashlib.sha256
            ).digest()
            draw += 1
            word = int.from_bytes(block[:4], "big")
            if word < 2**32 - 2**32 % length:
                result.append(word % length)
                break
    return result


def entry_hash(previous: bytes, row: dict) -> bytes:
    """Chain an entry as docs/slots.md describes it."""
    micros = (row["created_at"] - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    fields = [
        row["_v"],
        previous.hex(),
        row["wallet_id"],
        row["entry_no"],
        row["owner_id"],
        row["kind"],
        f"{row['amount']:.4f}",
        f"{row['balance_after']:.4f}",
        row["session_id"],
        row["event_index"],
        micros,
        "t" if row["by_service"] else "f",
        row["reason"],
        row["actor"],
        row["reverses"],
        None if row["reference"] is None else len(row["reference"]),
        row["reference"],
        row["idempotency_key"],
    ]
    return hashlib.sha256("|".join("" if f is None else str(f) for f in fields).encode()).digest()


def test_spins_and_chain(owner: psycopg.Connection, connect: Connect) -> None:
    """Two hundred spins over two seeds and the ledger they made, bit for bit."""
    user = uuid.uuid4()
    reels = Jsonb({"algorithm": "hmac-sha256", "reels": REELS})
    (game,) = owner.execute(
        "select game_id from slots.create_game('Outside', %s, %s)", (reels, SYMBOLS)
    ).fetchone()
    with connect(role="authenticated", user=user) as player:
        (wallet,) = player.execute(
            """select wallet_id from slots.create_wallet('EUR', 100000, '{"perSpinFee": 0.0125}')"""
        ).fetchone()
        owner.execute("select slots.wallet_operation(%s, 'credit', 5000, 'über|start')", (wallet,))
        session, published = player.execute(
            "select session_id, server_seed_hash from slots.create_session(%s, '{}', %s, 'clé:1')",
            (game, wallet),
        ).fetchone()
        for client_seed, next_seed in (("clé:1", "zwei"), ("zwei", None)):
            player.execute(
                """select slots.act(%s, '{"type": "PlaceBet", "amount": 0.3}')""", (session,)
            )
            following_bet = ['{"type": "Spin", "next": {"amount": 0.3}}'] * 99 + [
                '{"type": "Spin"}'
            ]
            played = [
                player.execute(
                    "select result, nonce from slots.act(%s, %s)", (session, action)
                ).fetchone()
                for action in following_bet
            ]
            none, following = player.execute(
                "select server_seed, next_server_seed_hash from slots.rotate_seed(%s, %s)",
                (session, next_seed),
            ).fetchone()
            assert none is None
            (seed,) = player.execute(
                "select server_seed from slots.revealed_seeds where session_id = %s order by seed_no desc limit 1",
                (session,),
            ).fetchone()
            assert hashlib.sha256(seed).digest() == published
            published = following
            assert [nonce for _, nonce in played] == list(range(100))
            for result, nonce in played:
                drawn = stops(seed, client_seed, nonce, [len(strip) for strip in REELS])
                assert result["stops"] == drawn
                assert result["symbols"] == [
                    strip[stop] for strip, stop in zip(REELS, drawn, strict=True)
                ]

    columns = "_v wallet_id entry_no owner_id kind amount balance_after session_id event_index created_at by_service reason actor reverses reference idempotency_key"
    rows = owner.execute(
        f"select entry_hash, {', '.join(columns.split())} from slots.wallet_entries where wallet_id = %s order by entry_no".encode(),
        (wallet,),
    ).fetchall()
    assert len(rows) > 400
    previous = bytes(32)
    for found, *fields in rows:
        previous = entry_hash(previous, dict(zip(columns.split(), fields, strict=True)))
        assert previous == found


def test_the_spend_starts_anew_at_midnight(owner: psycopg.Connection) -> None:
    """The spend starts anew at UTC midnight; a call from before it that comes late counts to the new day."""
    user = uuid.uuid4()
    (wallet,) = owner.execute(
        "select wallet_id from slots.create_wallet('AUD', 10, '{}', %s)", (user,)
    ).fetchone()
    owner.execute("select slots.wallet_operation(%s, 'credit', 100)", (wallet,))
    (game,) = owner.execute(
        "select game_id from slots.create_game('midnight', %s, %s)",
        (Jsonb({"algorithm": "hmac-sha256", "reels": REELS}), SYMBOLS),
    ).fetchone()
    (session,) = owner.execute(
        "select session_id from slots.create_session(%s, '{}', %s)", (game, wallet)
    ).fetchone()
    owner.execute("select slots.transition(%s, 'Initialized')", (session,))
    midnight = datetime(2030, 6, 1, tzinfo=UTC)

    def spend(amount: int, at: datetime) -> str:
        """Bet and lose as slots.act does in a transaction that began at that instant."""
        try:
            owner.execute(
                "select slots.save_turn(s.state, slots.play_actions("
                "row(s, w, a, '{}', '{}', '{}', true, null)::slots.turn, array[row('Spin', %s, null, '{}')::slots.player_action],"
                " null, %s, observed => '{\"payout\": 0}'))"
                " from slots.sessions as s join slots.wallets as w on w.wallet_id = s.current_wallet_id"
                " join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency where s.session_id = %s",
                (amount, at, session),
            )
        except psycopg.Error as error:
            return error.sqlstate or "?"
        return "spent"

    before = midnight - timedelta(microseconds=1)
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        owner.execute(f"set timezone = '{zone}'".encode())
        assert spend(10, before) == "spent"
        assert spend(1, before) == "KG104"
        assert spend(4, midnight) == "spent"
        assert spend(6, before) == "spent"
        assert spend(1, before) == "KG104"
        assert spend(1, midnight + timedelta(hours=23, minutes=59)) == "KG104"
        midnight += timedelta(days=1)
        before += timedelta(days=1)
        assert spend(1, before) == "KG104"
        midnight += timedelta(days=1)
        before += timedelta(days=1)
    owner.execute("reset timezone")
    days = owner.execute(
        "select -sum(amount) from slots.wallet_entries where wallet_id = %s and kind = 'stake'"
        " group by (created_at at time zone 'UTC')::date",
        (wallet,),
    ).fetchall()
    assert {spent for (spent,) in days} == {10}
    assert not owner.execute("select * from slots.verify_wallet(%s)", (wallet,)).fetchall()
