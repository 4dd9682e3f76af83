"""The Gymnasium environment keeps Gymnasium's rules, repeats itself by seed, and moves money only through slots.act."""

from __future__ import annotations

import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gymnasium
import minari
import numpy as np
import psycopg
import pytest
from gamekeeper import export, gym
from gymnasium.utils.env_checker import check_env

WORLD = """
select w.wallet_id, g.game_id from slots.create_wallet('AUD', 100000, '{}', %s) as w, slots.create_game(
  'G', '{"algorithm": "hmac-sha256", "reels": [["A", "B", "B"]]}', '{"A": {"payouts": {"1": 2.5}}, "B": {}}') as g
"""
BET = {"type": np.int64(0), "amount": np.array([1.5])}
SPIN = {"type": np.int64(1), "amount": np.array([0.0])}
AGAIN = {"type": np.int64(1), "amount": np.array([2.0])}
OUT = {"type": np.int64(2), "amount": np.array([0.0])}


@pytest.fixture
def place(owner: psycopg.Connection[Any], fresh_database: str) -> Iterator[dict[str, Any]]:
    """A game and a funded wallet in a database of the test's own."""
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        row = conn.execute(WORLD.encode(), (uuid.uuid4(),)).fetchone()
        assert row is not None
        conn.execute("select slots.wallet_operation(%s, 'credit', 1000)", (row[0],))
        yield {"conninfo": fresh_database, "wallet": row[0], "game": row[1], "conn": conn}


def test_spaces_masks_and_rewards_are_those_that_the_database_tells(place: dict[str, Any]) -> None:
    conn = place["conn"]
    (spec,) = conn.execute("select slots.rl_spec(%s)", (place["game"],)).fetchone()
    assert (spec["states"], spec["actions"]) == (list(gym.STATES), list(gym.ACTIONS))
    masks = {
        state: tuple(mask[name] for name in gym.ACTIONS)
        for state, mask in spec["actionMasks"].items()
    }
    assert masks == gym.MASKS
    for told, space in (
        (spec["observationSpace"], gym.observation_space()),
        (spec["actionSpace"], gym.action_space()),
    ):
        assert set(told) == set(space)
        for name, one in told.items():
            if one["type"] == "discrete":
                assert space[name].n == one["n"]
            else:
                assert (str(space[name].dtype), one["type"]) == (one["dtype"], "box")
                assert (space[name].low >= 0).all() == (one["low"] == 0)
    # the formula can be read by a program, and is what slots.reward does
    formula = spec["reward"]["formula"].replace("payout > 0)", "payout > 0 else 0)")
    for payout, stake, fee, likeness, done in (
        (2.5, 1.5, 0.25, 0.5, False),
        (0.0, 1.5, -1.0, 2.0, True),
        (2.5, 1.0, 0.0, -1.0, True),
    ):
        names = {"payout": payout, "stake": stake, "fee": fee, "likeness": likeness, "done": done}
        clamp = {"max": max, "clamp": lambda value, low, high: min(max(value, low), high)}
        told = conn.execute(
            "select slots.reward(%s::numeric, %s::numeric, %s::numeric, %s::numeric, %s)",
            (payout, stake, fee, likeness, done),
        ).fetchone()
        assert float(told[0]) == pytest.approx(eval(formula, clamp, names))


def played(env: gym.SlotsEnv, actions: list[dict[str, Any]]) -> list[Any]:
    """Return what an environment answered."""
    return [env.step(action) for action in actions]


def test_the_environment_keeps_the_rules_of_gymnasium_and_repeats_itself(
    place: dict[str, Any],
) -> None:
    env = gym.SlotsEnv(place["conninfo"], place["game"], most=100)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check_env(env, skip_render_check=True, skip_close_check=True)
    actions = [BET, AGAIN, AGAIN, SPIN, SPIN, BET, BET, AGAIN, OUT]
    runs = []
    for seed in (3, 3, 4, 5, 6):
        env.reset(seed=seed)
        runs.append(played(env, actions))
    assert repr(runs[0]) == repr(runs[1])
    assert len({repr(run) for run in runs}) > 2
    assert [step[4].get("problem") for step in runs[0]] == (
        [None] * 4 + ["BET_REQUIRED", None, "BET_PLACED", None, None]
    )
    assert [step[2] for step in runs[0]] == [False] * 8 + [True]
    # what was won and lost is the sum of the rewards
    for run in runs:
        assert run[-1][0]["balanceChange"][0] == pytest.approx(sum(step[1] for step in run))
    stored = place["conn"].execute("select count(*) from slots.rl_store").fetchone()
    assert stored == (0,)
    env.close()


def plain(found: Any) -> Any:
    """Return what an environment answered without arrays, which compare element by element."""
    if isinstance(found, dict):
        return {name: plain(value) for name, value in found.items()}
    if isinstance(found, tuple):
        return [plain(value) for value in found]
    return [found.dtype.str, found.tolist()] if isinstance(found, np.ndarray) else found


def test_a_vector_of_environments_is_what_each_of_them_is_with_one_call_a_step(
    place: dict[str, Any],
) -> None:
    """Against Gymnasium's own vector of single environments: the same seeds, actions, autoresets and infos."""
    given = {
        "conninfo": place["conninfo"],
        "game": place["game"],
        "most": 4,
        "balance": 9.5,
        "fee": 0.25,
        "max_episode_steps": 12,
    }
    runs = []
    for mode in ("sync", "vector_entry_point"):
        envs = gymnasium.make_vec(
            "gamekeeper/Slots-v0", num_envs=7, vectorization_mode=mode, **given
        )
        envs.action_space.seed(5)
        run = [plain(envs.reset(seed=11))]
        for step in range(60):
            actions = envs.action_space.sample()
            run.append(plain(envs.step(actions)))
            assert all(
                envs.observation_space[name].contains(np.array(seen[1], dtype=seen[0]))
                for name, seen in run[-1][0].items()
            )
            if step == 30:
                run.append(plain(envs.reset()))
        mask = np.arange(7) % 2 == 0
        run.append(plain(envs.reset(seed=list(range(7)), options={"reset_mask": mask})))
        run.append(plain(envs.step(envs.action_space.sample())))
        runs.append(run)
        assert envs.metadata["autoreset_mode"] is gymnasium.vector.AutoresetMode.NEXT_STEP
        envs.close()
    for many, (single, vector) in enumerate(zip(*runs, strict=True)):
        assert vector == single, many
    steps = [answer for answer in runs[0] if len(answer) == 5]
    assert sum(sum(answer[2][1]) for answer in steps) > 7
    assert any(answer[3][1][n] and not answer[2][1][n] for answer in steps for n in range(7))
    problems = {name for answer in steps for name in answer[4].get("problem", [0, []])[1] if name}
    assert problems >= {"STATE_ERROR", "BET_PLACED", "BET_REQUIRED", "INSUFFICIENT_FUNDS"}
    stored = place["conn"].execute("select count(*) from slots.rl_store").fetchone()
    assert stored == (0,)


def test_all_environments_of_a_vector_take_a_step_by_one_call(
    place: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    step = gym.Table.step
    monkeypatch.setattr(
        gym.Table, "step", lambda table, *given: calls.append(len(given[0])) or step(table, *given)
    )
    envs = gymnasium.make_vec(
        "gamekeeper/Slots-v0", num_envs=50, conninfo=place["conninfo"], game=place["game"], most=4
    )
    assert isinstance(envs, gym.SlotsVectorEnv)
    envs.reset(seed=1)
    bet = {"type": np.zeros(50, dtype=np.int64), "amount": np.full((50, 1), 2.0)}
    out = {"type": np.where(np.arange(50) < 20, 2, 1), "amount": np.full((50, 1), 2.0)}
    for actions in (bet, out, bet, bet):
        envs.step(actions)
    # those that were cashed out begin anew by the step after, which takes no action there
    assert calls == [50, 50, 30, 50]
    envs.close()


def test_seeded_draws_have_the_odds_of_the_game(place: dict[str, Any]) -> None:
    row = (
        place["conn"]
        .execute(
            "select count(*) filter (where s.balance_change > 0) from slots.simulate_steps(%s,"
            " array(select n::text from generate_series(1, 3000) as n), array_fill(0::bigint, array[3000]),"
            " array_fill(1::numeric, array[3000]), array_fill('Spin'::text, array[3000]),"
            " array_fill(0::numeric, array[3000])) as s",
            (place["game"],),
        )
        .fetchone()
    )
    # a third of 3000, whose standard deviation is 26; the seeds are fixed
    assert row is not None
    assert abs(row[0] - 1000) < 110


def test_live_play_is_what_the_ledger_and_the_store_say_and_a_dataset_holds_it(
    place: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conn = place["conn"]
    env = gymnasium.make(
        "gamekeeper/Slots-v0",
        conninfo=place["conninfo"],
        game=place["game"],
        wallet=place["wallet"],
    )
    episodes = []
    for actions in ([BET, AGAIN, SPIN, SPIN, BET, OUT], [BET, SPIN, OUT], [BET, AGAIN]):
        env.reset(seed=1)
        episodes.append(played(env.unwrapped, actions))
    assert [step[4].get("problem") for step in episodes[0]] == [
        None,
        None,
        None,
        "BET_REQUIRED",
        None,
        None,
    ]
    change = sum(each[-1][0]["balanceChange"][0] for each in episodes)
    balance = conn.execute("select balance from slots.wallets").fetchone()
    assert float(balance[0]) == pytest.approx(1000 + change)
    env.close()

    monkeypatch.setenv("MINARI_DATASETS_PATH", str(tmp_path))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export.to_minari(place["conninfo"], "gamekeeper/played-v0", place["game"], settle=0)
        dataset = minari.load_dataset("gamekeeper/played-v0")
        assert dataset.spec.env_spec.id == "gamekeeper/Slots-v0"
        recovered = dataset.recover_environment(
            conninfo=place["conninfo"], game=place["game"], max_episode_steps=None
        )
        assert recovered.observation_space == gym.observation_space()
        recovered.close()
    rows = conn.execute("select * from slots.rl_export(page_size => 1000)")
    names = [column.name for column in rows.description or ()]
    stored = [dict(zip(names, row, strict=True)) for row in rows]
    sessions = sorted({row["session_id"] for row in stored})
    assert dataset.total_episodes == 3
    for episode, session in zip(dataset.iterate_episodes(), sessions, strict=True):
        steps = [row for row in stored if row["session_id"] == session]
        assert episode.rewards.tolist() == [row["reward"] for row in steps]
        assert episode.terminations.tolist() == [row["terminated"] for row in steps]
        assert episode.truncations.tolist() == [row["truncated"] for row in steps]
        assert episode.terminations[-1] or episode.truncations[-1]
        assert episode.actions["type"].tolist() == [
            gym.ACTIONS.index(row["action_type"]) for row in steps
        ]
        assert episode.observations["balanceChange"].flatten().tolist() == [
            steps[0]["obs_balance_change"],
            *(row["next_obs_balance_change"] for row in steps),
        ]
