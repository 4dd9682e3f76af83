"""A session that is simulated from its revealed seed is the session that was played, step by step."""

from __future__ import annotations

import random
import uuid
from itertools import pairwise
from typing import Any

import psycopg
import psycopg.rows
from psycopg.types.json import Jsonb
from tests import chance as chances

GAMES = 12
POLICY = {"name": "random", "version": "1"}
ACTIONS = 30
PLAYED = """
select r.game_id, r.policy, r.probability, e.event_index, r.state as obs, r.action, e.result, r.reward, r.next_state as next_obs, r.done as terminated, e.nonce
from slots.gameplay_events as e join slots.rl_store as r using (session_id, event_index)
where e.session_id = %s order by e.event_index
"""
SIMULATED = "select * from slots.simulate_session(%(game)s, %(client_seed)s, %(actions)s, %(balance)s, %(fee)s::numeric, %(server_seed)s)"
STEPS = """
select * from slots.simulate_steps(
  %(game)s, %(seeds)s::text[], %(spins)s::bigint[], %(pending)s::numeric[], %(types)s::text[], %(amounts)s::numeric[], %(balances)s::numeric[],
  %(fee)s::numeric, %(server_seed)s)
"""


def definition(chance: random.Random) -> tuple[Any, ...]:
    """Return a random game: its reels, its payouts, and the bounds and the fee of its bets."""
    symbols = "ABCW"[: chance.randint(1, 4)]
    reels = [
        [chance.choice(symbols) for _ in range(chance.randint(1, 7))]
        for _ in range(chance.randint(1, 5))
    ]
    payouts: dict[str, Any] = {
        symbol: {
            "payouts": {
                str(length + 1): chance.choice([0.5, 1.25, 2, 7])
                for length in range(len(reels))
                if chance.random() < 0.5
            }
        }
        for symbol in symbols
    }
    if "W" in payouts:
        payouts["W"]["wild"] = True
    algorithm = {"algorithm": "hmac-sha256", "reels": reels}
    most, fee = chance.choice([None, 4]), {"perSpinFee": chance.choice([0, 0.05])}
    return Jsonb(algorithm), Jsonb(payouts), 0.5, most, Jsonb(fee)


def actions(chance: random.Random) -> list[dict[str, Any]]:
    """Return actions that mostly follow each other; some are refused for what was done before, or for their stakes."""
    made: list[dict[str, Any]] = []
    for _ in range(ACTIONS):
        amount = chance.choice([0.5, 1, 1, 2, 3.5, 0.25, 5, 60])
        made.append(
            chance.choice(
                [
                    {"type": "PlaceBet", "amount": amount},
                    {"type": "Spin"},
                    {"type": "Spin"},
                    {"type": "Spin", "next": {"amount": amount}},
                    {"type": "Spin", "next": {"amount": amount}},
                    {"type": "Spin", "amount": amount},
                ]
            )
        )
    made[chance.randint(ACTIONS // 2, ACTIONS - 1)] = {"type": "CashOut"}
    made += [{"type": "CashOut"}, {"type": "CashOut"}]
    for action in chance.sample(made, ACTIONS // 2):
        action |= {"policy": POLICY, "probability": chance.choice([0.25, 1])}
    return made


def refusal(
    conn: psycopg.Connection[Any], session: uuid.UUID, action: dict[str, Any]
) -> str | None:
    """Take an action; return the code of its refusal, or None."""
    try:
        with conn.transaction():
            conn.execute("select slots.act(%s, %s)", (session, Jsonb(action)))
    except psycopg.Error as error:
        return (error.diag.message_primary or "").partition(":")[0]
    return None


def played(conn: psycopg.Connection[Any], chance: random.Random) -> dict[str, Any]:
    """Play a session of a random game to its end, reveal its seed, and return what is known of it."""
    known: dict[str, Any] = {"actions": actions(chance), "client_seed": f"luck {chance.random()}"}
    known |= {"balance": 25, "fee": chance.choice([0, 0.1])}
    owner = uuid.uuid4()

    def one(query: str, *values: object) -> Any:
        (value,) = (conn.execute(query.encode(), values).fetchone() or {"": None}).values()
        return value

    known["game"] = one(
        "select game_id from slots.create_game('G', %s, %s, min_bet => %s::numeric, max_bet => %s::numeric, cost_rate => %s)",
        *definition(chance),
    )
    wallet = one(
        "select wallet_id from slots.create_wallet('EUR', 1000000, %s, %s)",
        *(Jsonb({"perSpinFee": known["fee"]}), owner),
    )
    one("select slots.wallet_operation(%s, 'credit', %s)", wallet, known["balance"])
    session = one(
        "select session_id from slots.create_session(%s, '{}', %s, %s)",
        *(known["game"], wallet, known["client_seed"]),
    )
    known["refusals"] = [refusal(conn, session, action) for action in known["actions"]]
    known["steps"] = conn.execute(PLAYED.encode(), [session]).fetchall()
    one("select slots.rotate_seed(%s)", session)
    known["server_seed"] = one(
        "select server_seed from slots.revealed_seeds where session_id = %s", session
    )
    return known


def knows_itself(known: dict[str, Any], taken: list[dict[str, Any]]) -> None:
    """Check that experiences know game, policy and probability, and that they follow each other."""
    for step, row in zip(known["steps"], taken, strict=True):
        asked = known["actions"][row["action_no"] - 1]
        # what a CashOut plays before is chosen by nobody
        is_chosen = step["action"]["type"] == asked["type"] and "policy" in asked
        assert step["game_id"] == known["game"]
        assert step["policy"] == ("random@1" if is_chosen else None)
        assert step["probability"] == (asked["probability"] if is_chosen else None)
    for before, after in pairwise(known["steps"]):
        assert before["next_obs"] == after["obs"]
        assert not before["terminated"]
    assert known["steps"][-1]["terminated"]


def test_a_session_is_simulated_as_it_was_played(owner: psycopg.Connection[Any]) -> None:
    """Whole by simulate_session, and each step by simulate_steps, with the refusals of slots.act."""
    chance = random.Random(chances.seed())
    codes: set[str | None] = set()
    spins = 0
    owner.row_factory = psycopg.rows.dict_row
    with owner.transaction(force_rollback=True):
        for _ in range(GAMES):
            known = played(owner, chance)
            rows = owner.execute(
                SIMULATED.encode(), known | {"actions": Jsonb(known["actions"])}
            ).fetchall()
            taken = [row for row in rows if row["problem"] is None]
            assert [
                {name: row[name] for name in taken[0].keys() - {"action_no", "problem"}}
                for row in taken
            ] == [
                {name: step[name] for name in step.keys() - {"game_id", "policy", "probability"}}
                for step in known["steps"]
            ]
            knows_itself(known, taken)
            last = {row["action_no"]: row for row in rows}
            assert [last[no]["problem"] for no in sorted(last)] == known["refusals"]
            for row in rows:
                assert (row["event_index"] is None) == (row["problem"] is not None)

            # every action by itself, all as one call; what places and draws at once is no step of it, nor what follows the end
            first = {row["action_no"]: row for row in reversed(rows)}
            alone = [
                (action, first[no], last[no])
                for no, action in enumerate(known["actions"], 1)
                if not (action["type"] == "Spin" and "amount" in action)
                and first[no]["obs"]["state"] != "Completed"
            ]
            stakes = [
                str(action.get("amount") or action.get("next", {}).get("amount", 0))
                for action, _, _ in alone
            ]
            balances = [known["balance"] + row["obs"]["balanceChange"] for _, row, _ in alone]
            found = owner.execute(
                STEPS.encode(),
                known
                | {
                    "seeds": [known["client_seed"]] * len(alone),
                    "spins": [row["obs"]["spins"] for _, row, _ in alone],
                    "pending": [str(row["obs"]["pendingBet"]) for _, row, _ in alone],
                    "types": [action["type"] for action, _, _ in alone],
                    "amounts": stakes,
                    "balances": [str(round(balance, 4)) for balance in balances],
                },
            ).fetchall()
            for (_, begun, ended), step in zip(alone, found, strict=True):
                change = ended["next_obs"]["balanceChange"] - begun["obs"]["balanceChange"]
                rewards = begun["reward"] + (ended["reward"] if ended is not begun else 0)
                assert step["problem"] == ended["problem"]
                assert abs(step["reward"] - rewards) < 1e-9
                assert abs(step["balance_change"] - change) < 1e-9
                assert step["pending_bet"] == ended["next_obs"]["pendingBet"]
                assert step["spins"] == ended["next_obs"]["spins"]
                assert step["terminated"] == ended["terminated"]
            codes |= set(known["refusals"])
            spins += sum(row["nonce"] is not None for row in taken)
    owner.row_factory = psycopg.rows.tuple_row
    assert codes == {
        None, "STATE_ERROR", "BET_PLACED", "BET_REQUIRED", "BET_UNDER_MINIMUM", "BET_LIMIT_EXCEEDED", "INSUFFICIENT_FUNDS",
    }  # fmt: skip
    assert spins > 3 * GAMES
