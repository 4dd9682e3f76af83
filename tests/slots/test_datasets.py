"""A frozen dataset is known by a digest that anyone can compute from its export."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import psycopg
import psycopg.rows
import pytest

PLAY = """
with made as (
  select w.wallet_id, g.game_id from slots.create_wallet('AUD', 100000, '{}', gen_random_uuid()) as w, slots.create_game(
    'G', '{"algorithm": "hmac-sha256", "reels": [["A", "B", "B"]]}', '{"A": {"payouts": {"1": 2.5}}, "B": {}}') as g
)
select m.wallet_id, m.game_id from made as m
"""
ACTIONS = (
    '{"type": "PlaceBet", "amount": 1.5, "policy": {"name": "grün", "version": "1"}, "probability": 0.1}',
    '{"type": "Spin", "next": {"amount": 0.07}, "policy": {"name": "grün", "version": "1"}, "probability": 1e-9}',
    '{"type": "Spin"}',
    '{"type": "CashOut"}',
)


def written(value: Any) -> str:
    """Return a value as jsonb writes it."""
    if isinstance(value, dict):
        inner = sorted(value.items(), key=lambda each: (len(each[0].encode()), each[0].encode()))
        return "{" + ", ".join(f"{json.dumps(k)}: {written(v)}" for k, v in inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each) for each in value) + "]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture
def conn(fresh_database: str) -> Iterator[psycopg.Connection[Any]]:
    """A database of the test's own, in which three episodes were played."""
    with psycopg.connect(
        fresh_database, autocommit=True, row_factory=psycopg.rows.dict_row
    ) as made:
        row = made.execute(PLAY.encode()).fetchone()
        assert row is not None
        made.execute("select slots.wallet_operation(%s, 'credit', 100)", (row["wallet_id"],))
        for many in (4, 3, 1):
            session = made.execute(
                "select session_id from slots.create_session(%s, '{}', %s)",
                (row["game_id"], row["wallet_id"]),
            ).fetchone()
            assert session is not None
            for action in ACTIONS[:many]:
                made.execute("select slots.act(%s, %s)", (session["session_id"], action))
        yield made


def test_the_digest_follows_from_the_export_alone(conn: psycopg.Connection[Any]) -> None:
    made = conn.execute("select * from slots.rl_create_dataset('played')").fetchone()
    assert made is not None and (made["episodes"], made["steps"]) == (3, 8)
    loads = psycopg.types.json.set_json_loads
    loads(lambda text: json.loads(text, parse_float=Decimal), conn)
    conn.execute("set timezone = 'Australia/Perth'; set extra_float_digits = 0")
    digest = b""
    for row in conn.execute(
        "select e.*, (extract(epoch from e.created_at) * 1000000)::bigint as micros from slots.rl_export_dataset('played-v0') as e"
    ):
        step = [
            str(row["session_id"]),
            row["event_index"],
            str(row["game_id"]),
            row["policy"],
            row["probability"],
            row["micros"],
            row["_v"],
        ]
        step += [
            row[name] for name in ("obs", "action", "reward", "next_obs", "terminated", "truncated")
        ]
        digest = hashlib.sha256(digest + written([*step, row["info"]["balance"]]).encode()).digest()
    assert digest.hex() == made["digest"]
    verified = conn.execute("select * from slots.rl_verify_dataset('played-v0')").fetchone()
    assert verified is not None
    assert (verified["is_intact"], verified["computed_digest"]) == (True, made["digest"])


def test_two_who_freeze_at_once_make_two_versions(
    conn: psycopg.Connection[Any], fresh_database: str
) -> None:
    with psycopg.connect(fresh_database) as first, psycopg.connect(fresh_database) as second:
        first.execute("select slots.rl_create_dataset('played', '{}', 'one')")
        second.execute("set lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            second.execute("select slots.rl_create_dataset('played')")
        second.rollback()
        # nobody who plays waits for it; cashing out plays the placed bet as a step of its own
        second.execute(
            "set lock_timeout = '50ms'; select slots.act(session_id, '{\"type\": \"CashOut\"}') from slots.sessions where event_count = 1"
        )
        first.commit()
        second.execute("select slots.rl_create_dataset('played')")
        second.commit()
    rows = conn.execute("select dataset, steps from slots.list_rl_datasets()").fetchall()
    assert [(row["dataset"], row["steps"]) for row in rows] == [("played-v0", 8), ("played-v1", 10)]
