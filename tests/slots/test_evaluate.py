"""slots.rl_evaluate equals a model in numpy, and its intervals hold the truth as often as they say."""

from __future__ import annotations

import os
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import psycopg
import pytest
from psycopg.types.json import Jsonb

REPLICATIONS = int(os.environ.get("GAMEKEEPER_REPLICATIONS", "6"))
EPISODES = 300
Policy = dict[str, dict[str, float]]
BEHAVIOR: Policy = {
    "Initialized": {"PlaceBet:1": 0.5, "PlaceBet:2": 0.5},
    "Playing": {"Spin": 0.5, "Spin+1": 0.2, "CashOut": 0.3},
    "Evaluating": {"PlaceBet:1": 0.3, "PlaceBet:2": 0.2, "CashOut": 0.5},
}
TARGET: Policy = {
    "Initialized": {"PlaceBet:1": 0.8, "PlaceBet:2": 0.2},
    "Playing": {"Spin": 0.4, "Spin+1": 0.1, "CashOut": 0.5},
    "Evaluating": {"PlaceBet:1": 0.3, "CashOut": 0.7},
}
WIN, PAYS = 0.3, 2.5  # a spin costs its stake and pays 2.5 stakes with probability 0.3
Step = tuple[str, str, float, float]  # state, action, probability, reward


def played(random: np.random.Generator) -> list[Step]:
    """Play one episode by the behavior policy."""
    state, pending, steps = "Initialized", 0.0, list[Step]()
    while state != "Completed":
        names = list(BEHAVIOR[state])
        action = str(random.choice(names, p=list(BEHAVIOR[state].values())))
        reward = 0.0
        if state == "Playing":
            reward = pending * ((PAYS if random.random() < WIN else 0.0) - 1)
        steps.append((state, action, BEHAVIOR[state][action], reward))
        if action == "CashOut":
            state = "Completed"
        elif action == "Spin":
            state = "Evaluating"
        else:
            state, pending = "Playing", float(action[-1])
    return steps


def truth(policy: Policy) -> float:
    """Return what a policy wins on average, solved exactly over (state, pending bet)."""
    edge = WIN * PAYS - 1
    places = ["Initialized", "Playing1", "Playing2", "Evaluating"]
    matrix, wins = np.eye(4), np.zeros(4)
    for row, place in enumerate(places):
        for action, chance in policy[place.rstrip("12")].items():
            if place.startswith("Playing"):
                wins[row] += chance * edge * float(place[-1])
            if action == "Spin":
                matrix[row, 3] -= chance
            elif action != "CashOut":
                matrix[row, places.index(f"Playing{action[-1]}")] -= chance
    return float(np.linalg.solve(matrix, wins)[0])


def model(
    episodes: list[list[Step]], policy: Policy, gamma: float
) -> dict[str, tuple[float, float, float]]:
    """Return value, standard error and effective size of each estimate."""
    horizon = max(map(len, episodes))
    seen, sums, follows = Counter[Any](), Counter[Any](), Counter[Any]()
    for steps in episodes:
        for at, (state, action, _, reward) in enumerate(steps):
            seen[state, action] += 1
            sums[state, action] += reward
            if at + 1 < len(steps):
                follows[state, action, steps[at + 1][0]] += 1
    q: dict[Any, float] = {}
    value = dict.fromkeys(policy, 0.0)
    for _ in range(horizon):
        q = {
            (state, action): (
                sums[state, action] / seen[state, action]
                + gamma
                * sum(value[after] * follows[state, action, after] for after in policy)
                / seen[state, action]
            )
            if seen[state, action]
            else 0.0
            for state, actions in policy.items()
            for action in actions
        }
        value = {
            state: sum(chance * q[state, action] for action, chance in actions.items())
            for state, actions in policy.items()
        }
    weights, totals, ips, dr = [], [], [], []
    for steps in episodes:
        ratios = np.array(
            [policy[state].get(action, 0.0) / chance for state, action, chance, _ in steps]
        )
        upto = np.cumprod(ratios)
        before = np.concatenate([[1.0], upto[:-1]])
        discounts = gamma ** np.arange(len(steps))
        rewards = np.array([step[3] for step in steps])
        expected = np.array([q.get(step[:2], 0.0) for step in steps])
        states = np.array([value[step[0]] for step in steps])
        weights.append(upto[-1])
        totals.append((discounts * rewards).sum())
        ips.append((discounts * upto * rewards).sum())
        dr.append((discounts * (before * states + upto * (rewards - expected))).sum())
    many, w, g = len(episodes), np.array(weights), np.array(totals)
    size = w.sum() ** 2 / (w**2).sum()
    normalised = (w * g).sum() / w.sum()

    def mean(values: Any, effective: float) -> tuple[float, float, float]:
        return float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(many)), effective

    return {
        "logged": mean(g, many),
        "ips": mean(ips, size),
        "snips": (
            float(normalised),
            float(np.sqrt(((w * (g - normalised)) ** 2).sum()) / w.sum()),
            size,
        ),
        "dr": mean(dr, size),
    }


FILL = """
insert into slots.rl_store
  (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, policy, probability, truncated)
select
  e.session_id, e.step, gen_random_uuid(), e.session_id, jsonb_build_object('state', e.state),
  case when e.action like '%%+%%' then jsonb_build_object('type', 'Spin', 'next', jsonb_build_object('amount', split_part(e.action, '+', 2)::numeric(20, 4)))
    when e.action like '%%:%%' then jsonb_build_object('type', 'PlaceBet', 'amount', split_part(e.action, ':', 2)::numeric)
    else jsonb_build_object('type', e.action) end,
  e.reward, jsonb_build_object('state', e.after), e.after = 'Completed', '2026-11-01', %(game)s, 'b@1', e.probability, %(truncated)s and e.after = 'Completed'
from unnest(%(sessions)s::uuid[], %(steps)s::bigint[], %(states)s::text[], %(actions)s::text[], %(probabilities)s::float8[],
  %(rewards)s::float8[], %(after)s::text[]) as e (session_id, step, state, action, probability, reward, after)
"""
BLOCKS = """
insert into slots.rl_blocks (session_id, first_index, created_at)
select session_id, event_index, created_at from slots.rl_store where game_id = %s and event_index %% 16 = 1
"""


def store(
    conn: psycopg.Connection[Any],
    name: str,
    episodes: list[list[Step]],
    truncated: bool = False,
) -> str:
    """Store episodes past the guards of play, freeze them and return the dataset's name."""
    game = uuid.uuid4()
    rows = [
        (
            uuid.UUID(int=game.int ^ number),
            at + 1,
            *step,
            steps[at + 1][0] if at + 1 < len(steps) else "Completed",
        )
        for number, steps in enumerate(episodes)
        for at, step in enumerate(steps)
    ]
    names = ("sessions", "steps", "states", "actions", "probabilities", "rewards", "after")
    conn.execute("set session_replication_role = replica")
    conn.execute(
        FILL,
        {
            "game": game,
            "truncated": truncated,
            **{n: list(c) for n, c in zip(names, zip(*rows, strict=True), strict=True)},
        },
    )
    conn.execute(BLOCKS, (game,))
    conn.execute("set session_replication_role = origin")
    made = conn.execute(
        "select dataset from slots.rl_create_dataset(%s, %s)", (name, Jsonb({"gameId": str(game)}))
    ).fetchone()
    assert made is not None
    return str(made[0])


def evaluated(
    conn: psycopg.Connection[Any], dataset: str, policy: Policy, **more: Any
) -> dict[str, Any]:
    """Return the rows of an evaluation by the names of the estimates."""
    named = "".join(f", {name} => %({name})s" for name in more)
    query = f"select * from slots.rl_evaluate(%(dataset)s, %(target)s{named})"
    rows = conn.execute(query, {"dataset": dataset, "target": Jsonb(policy), **more})
    names = [column.name for column in rows.description or ()]
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


@pytest.fixture
def conn(fresh_database: str) -> Iterator[psycopg.Connection[Any]]:
    """A database of the test's own."""
    with psycopg.connect(fresh_database, autocommit=True) as made:
        yield made


def test_estimates_are_those_of_a_model_in_numpy(conn: psycopg.Connection[Any]) -> None:
    random = np.random.default_rng(7)
    episodes = [played(random) for _ in range(400)]
    dataset = store(conn, "log", episodes)
    cases = [
        (TARGET, 1.0, "episode"),
        (TARGET, 0.9, "episode"),
        (BEHAVIOR, 1.0, "episode"),
        (TARGET, 0.5, "step"),
    ]
    for policy, gamma, per in cases:
        cut = episodes if per == "episode" else [[step] for steps in episodes for step in steps]
        found = evaluated(conn, dataset, policy, gamma=gamma, per=per)
        assert set(found) == {"logged", "ips", "snips", "dr"}
        for name, (value, error, size) in model(cut, policy, gamma).items():
            row = found[name]
            assert row["value"] == pytest.approx(value, rel=1e-9, abs=1e-9)
            assert row["standard_error"] == pytest.approx(error, rel=1e-9, abs=1e-9)
            assert row["effective_size"] == pytest.approx(size, rel=1e-9)
            assert row["low"] == pytest.approx(value - 1.959963984540054 * error, abs=1e-8)
            assert row["high"] == pytest.approx(value + 1.959963984540054 * error, abs=1e-8)
            assert (row["samples"], row["support"]) == (len(cut), pytest.approx(1))
    # the policy that played has won what was won, by every estimate that weighs
    own = evaluated(conn, dataset, BEHAVIOR)
    assert own["ips"]["value"] == pytest.approx(own["logged"]["value"])
    assert own["snips"]["value"] == pytest.approx(own["logged"]["value"])
    strange: Policy = {**TARGET, "Evaluating": {"PlaceBet:7": 0.25, "CashOut": 0.75}}
    assert evaluated(conn, dataset, strange)["dr"]["support"] == pytest.approx(0.75)


def test_what_a_cash_out_plays_is_part_of_its_choice_and_what_ends_a_session_is_none(
    conn: psycopg.Connection[Any],
) -> None:
    """play stores the bet that a CashOut plays as a step of its own, which nobody chose."""
    random = np.random.default_rng(5)
    episodes = [played(random) for _ in range(60)]
    pairs: list[list[Any]] = []
    for steps in episodes:
        *some, (state, action, chance, reward) = steps
        last = [(state, "Spin", None, reward), ("Evaluating", action, chance, 0.0)]
        pairs.append([*some, *(last if state == "Playing" else [steps[-1]])])
    assert sum(map(len, pairs)) > sum(map(len, episodes))
    for per in ("episode", "step"):
        one = evaluated(conn, store(conn, "one", episodes), TARGET, per=per)
        two = evaluated(conn, store(conn, "two", pairs), TARGET, per=per)
        for name, row in one.items():
            assert [two[name][key] for key in row if key != "estimator"] == [
                pytest.approx(row[key], rel=1e-9) for key in row if key != "estimator"
            ]
    # a timeout that plays the bet takes nothing from how likely the episode was, and its loss counts
    cut = [
        [
            ("Initialized", "PlaceBet:1", 0.5, 0.0),
            ("Playing", "Spin", None, -1.0),
            ("Evaluating", "CashOut", None, 0.0),
        ]
    ]
    dataset = store(conn, "cut", cut, truncated=True)  # type: ignore[arg-type]
    assert evaluated(conn, dataset, TARGET)["ips"]["value"] == pytest.approx(-1.6)
    assert evaluated(conn, dataset, TARGET, per="step")["ips"]["samples"] == 1


def test_what_transition_ended_is_evaluated_as_what_a_timeout_ended(
    conn: psycopg.Connection[Any],
) -> None:
    """play: the bet that is placed is played, and who ended the session chose nothing."""
    made = conn.execute(
        "select w.wallet_id, g.game_id from slots.create_wallet('AUD', 1000, '{}', gen_random_uuid()) as w, slots.create_game("
        '\'G\', \'{"algorithm": "hmac-sha256", "reels": [["A"]]}\', \'{"A": {"payouts": {"1": 0.5}}}\') as g'
    ).fetchone()
    assert made is not None
    conn.execute("select slots.wallet_operation(%s, 'credit', 10)", (made[0],))
    session = conn.execute(
        "select session_id from slots.create_session(%s, '{}', %s)", (made[1], made[0])
    ).fetchone()
    assert session is not None
    bet = {"type": "PlaceBet", "amount": 1, "policy": {"name": "h", "version": "1"}}
    conn.execute("select slots.act(%s, %s)", (session[0], Jsonb(bet | {"probability": 0.5})))
    conn.execute("select slots.transition(%s, 'Completed')", (session[0],))
    conn.execute("select slots.rl_create_dataset('hand', '{\"policy\": \"h@1\"}')")
    found = evaluated(conn, "hand-v0", TARGET)
    # the spin pays half of its stake of 1; the target bets so with 0.8 where the log did with 0.5
    logged = found["logged"]["value"]
    assert logged < 0 and found["ips"]["value"] == pytest.approx(logged * 1.6)


def test_intervals_hold_the_truth_as_often_as_they_say(conn: psycopg.Connection[Any]) -> None:
    """The seed is fixed, so it passes always or never; 200 replications are the long form."""
    random = np.random.default_rng(12)
    value = truth(TARGET)
    assert value != pytest.approx(truth(BEHAVIOR), abs=0.1)
    held = Counter[str]()
    for number in range(REPLICATIONS):
        dataset = store(conn, f"log{number}", [played(random) for _ in range(EPISODES)])
        for name, row in evaluated(conn, dataset, TARGET).items():
            held[name] += row["low"] <= value <= row["high"]
    # of six intervals one misses now and then
    least = 0.9 * REPLICATIONS if REPLICATIONS >= 100 else REPLICATIONS - 1
    for name in ("ips", "snips", "dr"):
        assert held[name] >= least, (name, held)
    assert held["logged"] < least


def test_what_cannot_be_evaluated_is_refused(conn: psycopg.Connection[Any]) -> None:
    dataset = store(
        conn, "log", [[("Initialized", "PlaceBet:1", 0.5, 0.0), ("Playing", "CashOut", 1.0, -1.0)]]
    )
    unsaid = store(
        conn,
        "unsaid",
        [[("Initialized", "PlaceBet:1", 0.5, 0.0), ("Playing", "CashOut", None, -1.0)]],
    )  # type: ignore[list-item]
    long = [("Initialized", "PlaceBet:1", 0.5, 0.0), *[("Playing", "Spin+1", 1e-3, -1.0)] * 60]
    sure: Policy = {
        "Initialized": {"PlaceBet:1": 1},
        "Playing": {"Spin+1": 1},
        "Evaluating": {"CashOut": 1},
    }
    bad: list[tuple[str, Any, dict[str, Any]]] = [
        (unsaid, TARGET, {}),
        (store(conn, "long", [long]), sure, {}),
        (dataset, [], {}),
        (dataset, {**TARGET, "Playing": {}}, {}),
        (dataset, {**TARGET, "Playing": 1}, {}),
        (dataset, {**TARGET, "Playing": {"Spin": "1"}}, {}),
        (dataset, {**TARGET, "Playing": {"Spin": 0.9}}, {}),
        (dataset, {**TARGET, "Playing": {"Spin": 1.5, "CashOut": -0.5}}, {}),
        (dataset, {**TARGET, "Lost": {"Spin": 1}}, {}),
        (dataset, {"Playing": {"Spin": 1}}, {}),
        (dataset, TARGET, {"gamma": 1.1}),
        (dataset, TARGET, {"gamma": None}),
        (dataset, TARGET, {"per": "day"}),
    ]
    for name, policy, more in bad:
        with pytest.raises(psycopg.Error) as refused:
            evaluated(conn, name, policy, **more)
        assert refused.value.sqlstate == "KG001"
    with pytest.raises(psycopg.Error) as missing:
        evaluated(conn, "none-v0", TARGET)
    assert missing.value.sqlstate == "KG004"
    conn.execute("set role authenticated")
    conn.execute(
        "select set_config('request.jwt.claims', %s, false)",
        ('{"sub": "0190a5c0-0000-7000-8000-00000000000a"}',),
    )
    with pytest.raises(psycopg.Error) as forbidden:
        evaluated(conn, dataset, TARGET)
    assert forbidden.value.sqlstate == "KG003"
