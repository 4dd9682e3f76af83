"""A batch of actions does what the actions do one after the other."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

Connect = Callable[..., psycopg.Connection[Any]]
SEQUENCES = 40
REELS = {"algorithm": "hmac-sha256", "reels": [["A", "B", "C"], ["B", "A", "W", "C"]]}
SYMBOLS = {
    "A": {"payouts": {"1": 1, "2": 8}},
    "B": {"payouts": {"2": 3}},
    "C": {},
    "W": {"wild": True},
}

# What a session leaves, without ids, instants and hashes, which depend on when it was made.
LEFT = """
select jsonb_build_array(
  (select to_jsonb(s) - '{last_event_at,updated_at,bet_placed_at,decided_in}'::text[] from slots.sessions as s where s.session_id = %(session)s),
  (select to_jsonb(w) - '{last_entry_at,last_hash,updated_at}'::text[] from slots.wallets as w where w.wallet_id = %(wallet)s),
  (select to_jsonb(a) - '{last_bet_at,last_act_at,played}'::text[] from slots.accounts as a where a.owner_id = %(player)s and a.currency <> '*'),
  (select jsonb_agg(to_jsonb(e) - '{event_id,timestamp}'::text[] order by e.event_index)
   from slots.gameplay_events as e where e.session_id = %(session)s),
  (select jsonb_agg(to_jsonb(x) - '{id,created_at}'::text[] order by x.event_index) from slots.rl_store as x where x.session_id = %(session)s),
  (select jsonb_agg(to_jsonb(e) - '{created_at,entry_hash,idempotency_key}'::text[] order by e.entry_no)
   from slots.wallet_entries as e where e.wallet_id = %(wallet)s),
  (select count(*) from slots.rl_blocks as b where b.session_id = %(session)s)
)::text
"""


def actions(chance: random.Random) -> list[dict[str, Any]]:
    """Return actions that mostly follow each other, and sometimes can't be taken."""
    made: list[dict[str, Any]] = []
    pending = False
    for _ in range(chance.randint(1, 20)):
        amount = chance.choice([1, 2, 2.5, 0.01])
        fits: list[dict[str, Any]] = (
            [{"type": "Spin"}, {"type": "Spin", "next": {"amount": amount}}]
            if pending
            else [{"type": "PlaceBet", "amount": amount}, {"type": "Bet", "amount": amount}]
        )
        if not pending:
            fits += [{"type": "Spin", "amount": amount}] * 3
        if made:
            fits.append({"type": "CashOut"})
        action = chance.choice(fits)
        if chance.random() < 0.08:
            action = chance.choice(
                [{"type": "Spin", "amount": 40}, {"type": "Spin"}, {"type": "CashOut"}]
            )
        made.append(action)
        pending = action["type"] in ("PlaceBet", "Bet") or "next" in action
        if action["type"] == "CashOut" and chance.random() < 0.9:
            break
    return made


def tried(conn: psycopg.Connection[Any], call: str, *arguments: object) -> list[str] | str:
    """Return the answers of a call as text, or the error it was refused with."""
    row = "concat_ws(' ', r.state, r.result, r.reward, r.balance, r.event_index, r.nonce)"
    try:
        with conn.transaction():
            found = conn.execute(f"select {row} from {call} as r".encode(), arguments).fetchall()
    except psycopg.Error as error:
        return f"{error.sqlstate} {error.diag.message_detail}"
    return [answer for (answer,) in found]


@pytest.fixture
def table(fresh_database: str) -> dict[str, Any]:
    """Return a database with a player's session, so poor that limits and funds matter."""
    names = {"player": uuid.uuid4()}
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        (names["wallet"],) = conn.execute(
            "select wallet_id from slots.create_wallet('EUR', 60, '{\"perSpinFee\": 0.5}', %s)",
            [names["player"]],
        ).fetchone() or (None,)
        (game,) = conn.execute(
            "select game_id from slots.create_game('G', %s, %s)", [Jsonb(REELS), Jsonb(SYMBOLS)]
        ).fetchone() or (None,)
        (names["session"],) = conn.execute(
            "select session_id from slots.create_session(%s, '{\"maxBet\": 30}', %s, 'luck')",
            [game, names["wallet"]],
        ).fetchone() or (None,)
        conn.execute("select slots.wallet_operation(%s, 'credit', 25)", [names["wallet"]])
    return names


def test_a_batch_does_what_its_actions_do_one_after_the_other(
    fresh_database: str, table: dict[str, Any]
) -> None:
    """Answers, rows and errors are the same, from the same seeds, whatever the actions are."""
    refused = ended = 0
    with psycopg.connect(fresh_database) as conn:
        for number in range(SEQUENCES):
            wanted = actions(random.Random(number))
            singly: list[str] | str = []
            with conn.transaction(force_rollback=True):
                for action in wanted:
                    answer = tried(conn, "slots.act(%s, %s)", table["session"], Jsonb(action))
                    if isinstance(answer, str):
                        singly = answer
                        break
                    assert isinstance(singly, list)
                    singly += answer
                left = conn.execute(LEFT.encode(), table).fetchone()
            with conn.transaction(force_rollback=True):
                before = conn.execute(LEFT.encode(), table).fetchone()
                batch = tried(conn, "slots.act_many(%s, %s)", table["session"], Jsonb(wanted))
                after = conn.execute(LEFT.encode(), table).fetchone()
            assert batch == singly, wanted
            assert after == (before if isinstance(batch, str) else left), wanted
            refused += isinstance(batch, str)
            ended += isinstance(batch, list) and batch[-1].startswith("Completed")
        assert refused > SEQUENCES / 10
        assert ended > SEQUENCES / 10
        # from here on the session has a past, which the next batches add to
        spins = Jsonb([{"type": "Spin", "amount": 0.01}] * 5)
        for _ in range(3):
            assert len(tried(conn, "slots.act_many(%s, %s)", table["session"], spins)) == 5
        conn.commit()
        assert conn.execute("select * from slots.reconcile_wallets()").fetchall() == []
        wrong = conn.execute("select * from slots.verify_wallet(%s)", [table["wallet"]]).fetchall()
        assert wrong == []
