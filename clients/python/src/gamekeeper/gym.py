"""A Gymnasium environment over slots, simulated or live, and its stored episodes as a Minari dataset.

Needs the extra `gym` (gymnasium), and `minari` for `to_minari`. Importing this module registers `gamekeeper/Slots-v0`;
`python -m gamekeeper.gym demo` shows the way from play to a trained policy.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any

import gymnasium
import numpy as np
import psycopg
from gymnasium import spaces
from psycopg.types.json import Jsonb

STATES = ("Initialized", "Playing", "Evaluating", "Completed")
ACTIONS = ("PlaceBet", "Spin", "CashOut")
MASKS = {
    "Initialized": (True, False, False),
    "Playing": (False, True, True),
    "Evaluating": (True, False, True),
    "Completed": (False, False, False),
}
MOST = 1e12
STEP = "select * from slots.simulate_steps(%s, array[%s::bigint], array[%s::bigint], array[%s::numeric], array[%s], array[%s::numeric])"
STORED = """
select event_index, obs_state, obs_balance_change, obs_pending_bet, obs_spins, action_type, action_amount, action_next_amount,
  reward, terminated, truncated, next_obs_state, next_obs_balance_change, next_obs_pending_bet, next_obs_spins, session_id, info
from slots.rl_export(%s, %s, 1000)
"""
Observation = dict[str, Any]


def number(value: float) -> np.ndarray[Any, Any]:
    """Return an amount as the spaces hold it."""
    return np.array([value], dtype=np.float64)


def observation(state: str, balance_change: float, pending_bet: float, spins: int) -> Observation:
    """Return an observation as the space has it."""
    return {
        "state": np.int64(STATES.index(state)),
        "balanceChange": number(balance_change),
        "pendingBet": number(pending_bet),
        "spins": np.array([spins], dtype=np.int64),
    }


def observation_space() -> spaces.Dict:
    """Return the space that slots.rl_spec describes."""
    return spaces.Dict(
        {
            "state": spaces.Discrete(len(STATES)),
            "balanceChange": spaces.Box(-MOST, MOST, (1,), np.float64),
            "pendingBet": spaces.Box(0, MOST, (1,), np.float64),
            "spins": spaces.Box(0, 2**53, (1,), np.int64),
        }
    )


def action_space(most: float = MOST) -> spaces.Dict:
    """Return the space of actions: a type, and the stake that it places (the next bet of a Spin; 0 for none)."""
    return spaces.Dict(
        {
            "type": spaces.Discrete(len(ACTIONS)),
            "amount": spaces.Box(0, most, (1,), np.float64),
        }
    )


class SlotsEnv(gymnasium.Env[Observation, dict[str, Any]]):
    """A session of slots. Without a wallet it is simulated and moves no money; with one it plays through slots.act.

    The connection has to be the service's. `reset(seed=...)` of a simulation starts the same episode again; a live
    session draws from its own secret. An action that the state does not take changes nothing and has the code of
    the refusal in `info["problem"]`; `info["action_mask"]` says which types it takes. Stakes are rounded down to
    cents.
    """

    metadata = {"render_modes": []}  # noqa: RUF012 - Gymnasium's own form

    def __init__(
        self,
        conninfo: str = "",
        game: str | uuid.UUID | None = None,
        wallet: str | uuid.UUID | None = None,
        most: float = MOST,
    ) -> None:
        """Know the game and perhaps the wallet to play with."""
        self.observation_space = observation_space()
        self.action_space = action_space(most)
        self.game, self.wallet = game, wallet
        self.conninfo = conninfo
        self.session: uuid.UUID | None = None
        self.seed_of_episode = 0
        self.state = ("Initialized", 0.0, 0.0, 0)

    @cached_property
    def connection(self) -> psycopg.Connection[Any]:
        """The service's connection, opened by the first call."""
        return psycopg.connect(self.conninfo, autocommit=True)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        """Start an episode: a live session, or a simulation whose draws follow from the seed."""
        super().reset(seed=seed)
        self.seed_of_episode = int(self.np_random.integers(2**62))
        self.state = ("Initialized", 0.0, 0.0, 0)
        if self.wallet is not None:
            created = self.connection.execute(
                "select session_id from slots.create_session(%s, '{}', %s)",
                (self.game, self.wallet),
            ).fetchone()
            assert created is not None
            self.session = created[0]
        return observation(*self.state), self.info()

    def info(self, **more: Any) -> dict[str, Any]:
        """Return the mask of the actions that the state takes, and what else there is to say."""
        return {"action_mask": np.array(MASKS[self.state[0]], dtype=np.int8), **more}

    def step(self, action: dict[str, Any]) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        """Take one action."""
        kind = ACTIONS[int(action["type"])]
        amount = float(np.floor(round(float(action["amount"][0]) * 100, 6)) / 100)
        act = self.simulate if self.wallet is None else self.play
        reward, problem = act(kind, amount)
        more = {} if problem is None else {"problem": problem}
        done = self.state[0] == "Completed"
        return observation(*self.state), reward, done, False, self.info(**more)

    def simulate(self, kind: str, amount: float) -> tuple[float, str | None]:
        """Take an action in the simulation; return its reward, or why it was refused."""
        _, balance_change, pending_bet, spins = self.state
        if self.state[0] == "Completed":
            return 0.0, "STATE_ERROR"
        row = self.connection.execute(
            STEP, (self.game, self.seed_of_episode, spins, pending_bet, kind, amount)
        ).fetchone()
        assert row is not None
        reward, change, pending, spun, terminated, problem = row
        if problem is None:
            state = "Completed" if terminated else "Playing" if pending else "Evaluating"
            self.state = (state, round(balance_change + change, 4), pending, spun)
        return reward, problem

    def play(self, kind: str, amount: float) -> tuple[float, str | None]:
        """Take an action in the live session; a refusal is not an error here."""
        action: dict[str, Any] = {"type": kind}
        if kind == "PlaceBet":
            action["amount"] = amount
        elif kind == "Spin" and amount:
            action["next"] = {"amount": amount}
        try:
            acted = self.connection.execute(
                "select event_index, reward, result from slots.act(%s, %s)",
                (self.session, Jsonb(action)),
            ).fetchone()
        except psycopg.Error as error:
            if not (error.sqlstate or "").startswith("KG"):
                raise
            return 0.0, (error.diag.message_primary or "").partition(":")[0]
        assert acted is not None
        steps = list(stored(self.connection, self.session, acted[0] - ("spin" in acted[2]) - 1))
        last = steps[-1]
        self.state = (last[11], last[12], last[13], last[14])
        # cashing out plays the pending bet as a step of its own
        return float(sum(step[8] for step in steps)), None

    def close(self) -> None:
        """Close the connection. A live session stays as it is."""
        if "connection" in self.__dict__:
            self.connection.close()


def stored(
    conn: psycopg.Connection[Any], session: uuid.UUID | None, after: int = 0
) -> Iterator[tuple[Any, ...]]:
    """Yield the stored steps of a session, or of all, by session and step."""
    cursor: dict[str, Any] | None = None
    if after:
        cursor = {"session_id": str(session), "event_index": after}
    while rows := conn.execute(
        STORED, (session, None if cursor is None else Jsonb(cursor))
    ).fetchall():
        yield from rows
        cursor = rows[-1][-1]


def episodes(conn: psycopg.Connection[Any]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield every stored episode of the present form, each whole and in order."""
    for _, steps in groupby(stored(conn, None), key=lambda row: row[15]):
        episode = list(steps)
        if episode[0][2] is not None:
            yield episode


def to_minari(
    conninfo: str, dataset_id: str, game: str | uuid.UUID | None = None, **facts: Any
) -> Any:
    """Write every stored episode as a Minari dataset, and return it; `facts` go to Minari (author, description)."""
    import minari
    from minari.data_collector import EpisodeBuffer

    def buffers(conn: psycopg.Connection[Any]) -> Iterator[EpisodeBuffer]:
        for number_, steps in enumerate(episodes(conn)):
            seen = [observation(*steps[0][1:5])] + [observation(*step[11:15]) for step in steps]
            taken = [
                {
                    "type": np.int64(ACTIONS.index(step[5])),
                    "amount": number(step[6] or step[7] or 0.0),
                }
                for step in steps
            ]
            yield EpisodeBuffer(
                id=number_,
                observations={name: [each[name] for each in seen] for name in seen[0]},
                actions={name: [each[name] for each in taken] for name in taken[0]},
                rewards=[step[8] for step in steps],
                terminations=[step[9] for step in steps],
                truncations=[step[10] for step in steps],
                infos=None,
            )

    with psycopg.connect(conninfo, autocommit=True) as conn:
        return minari.create_dataset_from_buffers(
            dataset_id=dataset_id,
            buffer=list(buffers(conn)),
            env=None if game is None else gymnasium.spec("gamekeeper/Slots-v0"),
            observation_space=observation_space(),
            action_space=action_space(),
            **facts,
        )


if __name__ == "__main__":
    from gamekeeper.demo import main

    main()
else:
    gymnasium.register(
        "gamekeeper/Slots-v0", entry_point="gamekeeper.gym:SlotsEnv", disable_env_checker=True
    )
