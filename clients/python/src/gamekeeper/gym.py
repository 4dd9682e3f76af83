"""A Gymnasium environment over slots, simulated or live.

Needs the extra `gym` (gymnasium). Importing this module registers `gamekeeper/Slots-v0`;
`python -m gamekeeper.gym demo` shows the way from play to a trained policy.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import gymnasium
import numpy as np
import psycopg
from gymnasium import spaces
from gymnasium.utils import seeding
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space
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
SIMULATE = """
select reward, balance_change, pending_bet, spins, terminated, problem
from slots.simulate_steps(
  %s, %s::text[], %s::bigint[], %s::numeric[], %s::text[], %s::numeric[], %s::numeric[], %s::numeric)
"""
STORED = """
select event_index, obs_state, obs_balance_change, obs_pending_bet, obs_spins, action_type, action_amount, action_next_amount,
  reward, terminated, truncated, next_obs_state, next_obs_balance_change, next_obs_pending_bet, next_obs_spins, session_id, info
from slots.rl_export(%s, %s, 1000)
"""
Observation = dict[str, Any]
Array = np.ndarray[Any, Any]
State = tuple[str, float, float, int]
FIRST: State = ("Initialized", 0.0, 0.0, 0)


def number(value: float) -> Array:
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


def whole_cents(amounts: Array) -> Array:
    """Round stakes down to cents."""
    return np.asarray(np.floor(np.round(amounts * 100, 6)) / 100)


def episode_seed(random: np.random.Generator) -> str:
    """Return the seed that the draws of the next episode follow from."""
    return str(random.integers(2**62))


class Table:
    """Where simulated episodes are played: a game, what an episode may spend (None: anything), and the wallet's fee."""

    def __init__(
        self, conninfo: str, game: str | uuid.UUID | None, balance: float | None, fee: float
    ) -> None:
        """Know them, and how to connect as the service."""
        self.conninfo, self.game, self.balance, self.fee = conninfo, game, balance, fee

    @cached_property
    def connection(self) -> psycopg.Connection[Any]:
        """The service's connection, opened by the first call."""
        return psycopg.connect(self.conninfo, autocommit=True)

    def step(
        self,
        seeds: Sequence[str],
        states: Sequence[State],
        kinds: Sequence[str],
        amounts: Sequence[float],
    ) -> list[tuple[State, float, str | None]]:
        """Take an action in each episode by one call; return its state then, the reward, and why it was refused."""
        _, changes, pending, spins = zip(*states, strict=True)
        balances = None
        if self.balance is not None:
            balances = [round(self.balance + change, 4) for change in changes]
        given = (list(seeds), list(spins), list(pending), list(kinds), list(amounts), balances)
        rows = self.connection.execute(SIMULATE, (self.game, *given, self.fee)).fetchall()
        found = []
        for before, (reward, change, bet, spun, is_over, problem) in zip(states, rows, strict=True):
            state = "Completed" if is_over else "Playing" if bet else "Evaluating"
            after = (state, round(before[1] + change, 4), bet, spun)
            found.append((before if problem else after, reward, problem))
        return found

    def leave(self) -> None:
        """Close the connection, if there is one."""
        if "connection" in self.__dict__:
            self.connection.close()


class SlotsEnv(gymnasium.Env[Observation, dict[str, Any]]):
    """A session of slots. Without a wallet it is simulated and moves no money; with one it plays through slots.act.

    The connection has to be the service's. `reset(seed=...)` of a simulation starts the same episode again; a live
    session draws from its own secret. An action that the state does not take changes nothing and has the code of
    the refusal in `info["problem"]`; `info["action_mask"]` says which types it takes. Stakes are rounded down to
    cents. `balance` and `fee` are those of a simulated wallet: what an episode may spend (None: anything), and what each bet
    costs beside its stake where the game asks for less.
    """

    metadata = {"render_modes": []}  # noqa: RUF012 - Gymnasium's own form

    def __init__(
        self,
        conninfo: str = "",
        game: str | uuid.UUID | None = None,
        wallet: str | uuid.UUID | None = None,
        most: float = MOST,
        balance: float | None = None,
        fee: float = 0.0,
    ) -> None:
        """Know the game and perhaps the wallet to play with."""
        self.observation_space = observation_space()
        self.action_space = action_space(most)
        self.table = Table(conninfo, game, balance, fee)
        self.wallet = wallet
        self.session: uuid.UUID | None = None
        self.seed_of_episode = ""
        self.state = FIRST

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        """Start an episode: a live session, or a simulation whose draws follow from the seed."""
        super().reset(seed=seed)
        self.seed_of_episode = episode_seed(self.np_random)
        self.state = FIRST
        if self.wallet is not None:
            created = self.table.connection.execute(
                "select session_id from slots.create_session(%s, '{}', %s)",
                (self.table.game, self.wallet),
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
        amount = float(whole_cents(action["amount"])[0])
        act = self.simulate if self.wallet is None else self.play
        reward, problem = act(kind, amount)
        more = {} if problem is None else {"problem": problem}
        done = self.state[0] == "Completed"
        return observation(*self.state), reward, done, False, self.info(**more)

    def simulate(self, kind: str, amount: float) -> tuple[float, str | None]:
        """Take an action in the simulation; return its reward, or why it was refused."""
        if self.state[0] == "Completed":
            return 0.0, "STATE_ERROR"
        ((self.state, reward, problem),) = self.table.step(
            [self.seed_of_episode], [self.state], [kind], [amount]
        )
        return reward, problem

    def play(self, kind: str, amount: float) -> tuple[float, str | None]:
        """Take an action in the live session; a refusal is not an error here."""
        action: dict[str, Any] = {"type": kind}
        if kind == "PlaceBet":
            action["amount"] = amount
        elif kind == "Spin" and amount:
            action["next"] = {"amount": amount}
        try:
            acted = self.table.connection.execute(
                "select event_index, reward, result from slots.act(%s, %s)",
                (self.session, Jsonb(action)),
            ).fetchone()
        except psycopg.Error as error:
            if not (error.sqlstate or "").startswith("KG"):
                raise
            return 0.0, (error.diag.message_primary or "").partition(":")[0]
        assert acted is not None
        steps = list(
            stored(self.table.connection, self.session, acted[0] - ("spin" in acted[2]) - 1)
        )
        last = steps[-1]
        self.state = (last[11], last[12], last[13], last[14])
        # cashing out plays the pending bet as a step of its own
        return float(sum(step[8] for step in steps)), None

    def close(self) -> None:
        """Close the connection. A live session stays as it is."""
        self.table.leave()


class SlotsVectorEnv(VectorEnv[Observation, dict[str, Any], Array]):
    """Many simulated sessions of slots, which take a step by one call of the database.

    Each is what SlotsEnv is, and follows from its seed in the same way; an episode that is over, or has lasted
    `max_episode_steps`, is reset by the next step (Gymnasium's NEXT_STEP), whose action it passes over.
    """

    metadata = {"render_modes": [], "autoreset_mode": AutoresetMode.NEXT_STEP}  # noqa: RUF012 - Gymnasium's own form

    def __init__(
        self,
        num_envs: int = 1,
        conninfo: str = "",
        game: str | uuid.UUID | None = None,
        most: float = MOST,
        balance: float | None = None,
        fee: float = 0.0,
        max_episode_steps: int | None = None,
    ) -> None:
        """Know the game and how many episodes there are at a time."""
        self.num_envs, self.max_episode_steps = num_envs, max_episode_steps
        self.single_observation_space = observation_space()
        self.single_action_space = action_space(most)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self.table = Table(conninfo, game, balance, fee)
        self.randoms: list[np.random.Generator | None] = [None] * num_envs
        self.seeds = [""] * num_envs
        self.states = [FIRST] * num_envs
        self.taken = np.zeros(num_envs, dtype=np.int64)
        self.is_over = np.zeros(num_envs, dtype=np.bool_)

    def reset(
        self, *, seed: int | list[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        """Start an episode in each environment, or in those of `options["reset_mask"]`; those of `seed` are seed, seed + 1 and on."""
        mask = (options or {}).get("reset_mask", np.ones(self.num_envs, dtype=np.bool_))
        seeds = [seed + n for n in range(self.num_envs)] if isinstance(seed, int) else seed
        for place in np.flatnonzero(mask):
            given = None if seeds is None else seeds[place]
            if given is not None or self.randoms[place] is None:
                self.randoms[place], _ = seeding.np_random(given)
        self.begin(mask)
        return self.observations(), self.infos(mask, {})

    def begin(self, mask: Array) -> None:
        """Start the next episode in these environments."""
        for place in np.flatnonzero(mask):
            random = self.randoms[place]
            assert random is not None, "reset comes before the first step"
            self.seeds[place] = episode_seed(random)
            self.states[place] = FIRST
        self.taken[mask] = 0
        self.is_over[mask] = False

    def step(
        self, actions: dict[str, Any]
    ) -> tuple[Observation, Array, Array, Array, dict[str, Any]]:
        """Take one action in each environment, but begin the next episode where the last is over."""
        played = ~self.is_over
        self.begin(self.is_over.copy())
        places = np.flatnonzero(played).tolist()
        rewards = np.zeros(self.num_envs)
        problems: dict[int, str] = {}
        if places:
            amounts = whole_cents(actions["amount"][:, 0])
            found = self.table.step(
                [self.seeds[place] for place in places],
                [self.states[place] for place in places],
                [ACTIONS[actions["type"][place]] for place in places],
                amounts[played].tolist(),
            )
            for place, (state, reward, problem) in zip(places, found, strict=True):
                self.states[place], rewards[place] = state, reward
                if problem is not None:
                    problems[place] = problem
        self.taken[played] += 1
        terminated = np.array([state[0] == "Completed" for state in self.states])
        truncated = np.zeros(self.num_envs, dtype=np.bool_)
        if self.max_episode_steps is not None:
            truncated = self.taken >= self.max_episode_steps
        self.is_over = terminated | truncated
        everywhere = np.ones(self.num_envs, dtype=np.bool_)
        return self.observations(), rewards, terminated, truncated, self.infos(everywhere, problems)

    def observations(self) -> Observation:
        """Return what is seen of each episode, as the batched space has it."""
        states, changes, pending, spins = zip(*self.states, strict=True)
        return {
            "state": np.array([STATES.index(state) for state in states], dtype=np.int64),
            "balanceChange": np.array(changes, dtype=np.float64)[:, None],
            "pendingBet": np.array(pending, dtype=np.float64)[:, None],
            "spins": np.array(spins, dtype=np.int64)[:, None],
        }

    def infos(self, mask: Array, problems: dict[int, str]) -> dict[str, Any]:
        """Return which actions these environments take, and why actions were refused, in the form of Gymnasium."""
        masks = np.array([MASKS[state[0]] for state in self.states], dtype=np.int8)
        infos: dict[str, Any] = {"action_mask": masks * mask[:, None], "_action_mask": mask}
        if problems:
            infos["problem"] = np.full(self.num_envs, None, dtype=object)
            infos["_problem"] = np.zeros(self.num_envs, dtype=np.bool_)
            for place, problem in problems.items():
                infos["problem"][place], infos["_problem"][place] = problem, True
        return infos

    def close_extras(self, **_: Any) -> None:
        """Close the connection."""
        self.table.leave()


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


if __name__ == "__main__":
    from gamekeeper.demo import main

    main()
else:
    gymnasium.register(
        "gamekeeper/Slots-v0",
        entry_point="gamekeeper.gym:SlotsEnv",
        vector_entry_point="gamekeeper.gym:SlotsVectorEnv",
        disable_env_checker=True,
    )
