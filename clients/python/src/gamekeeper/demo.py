"""From play to a trained policy: what `python -m gamekeeper.gym demo` does (docs/experience.md, "A worked example").

A curious policy plays and says with which probability it chose; its episodes are frozen as a dataset; a table is trained on
the dataset alone, kept as a policy of the database and evaluated by its name; then it plays, so that what was promised can be
held against what came. Needs the
extra `demo` (gymnasium, matplotlib). The connection is the service's, for its policy has to be believed.
"""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from psycopg.types.json import Jsonb

Policy = dict[str, dict[str, float]]
STATES = ("Initialized", "Playing", "Evaluating")
CURIOUS: Policy = {
    "Initialized": {"PlaceBet:1": 0.5, "PlaceBet:5": 0.5},
    "Playing": {"Spin": 0.4, "Spin+1": 0.1, "Spin+5": 0.1, "CashOut": 0.4},
    "Evaluating": {"PlaceBet:1": 0.2, "PlaceBet:5": 0.2, "CashOut": 0.6},
}
# Pays 0.6 of a stake on average: the less is played, the less is lost.
REELS = '{"algorithm": "hmac-sha256", "reels": [["A", "B", "B", "B"]]}'
SYMBOLS = '{"A": {"payouts": {"1": 2.4}}, "B": {}}'
LONGEST = 50


@dataclass
class Report:
    """What the demo found."""

    dataset: str
    policy: Policy
    logged: list[float]
    played: list[float]
    estimates: dict[str, tuple[float, float, float]] = field(default_factory=dict)


def stored_action(name: str) -> dict[str, Any]:
    """Return the action that tables of a policy call so."""
    kind, _, amount = name.replace("+", ":").partition(":")
    if not amount:
        return {"type": kind}
    if "+" in name:
        return {"type": kind, "next": {"amount": float(amount)}}
    return {"type": kind, "amount": float(amount)}


def state_after(action: dict[str, Any]) -> str:
    """Return the state in which an action leaves its episode."""
    if action["type"] == "CashOut":
        return "Completed"
    return "Playing" if "next" in action or "amount" in action else "Evaluating"


class Table:
    """A game, somebody with money, and who plays there."""

    def __init__(self, conn: psycopg.Connection[Any], game: uuid.UUID | None, seed: int) -> None:
        """Make a wallet, and a game where none is given."""
        self.conn, self.random = conn, np.random.default_rng(seed)
        self.game = game or self.one(
            "select game_id from slots.create_game('Demo', %s, %s)", REELS, SYMBOLS
        )
        self.wallet = self.one(
            "select wallet_id from slots.create_wallet('AUD', 1000000, '{}', %s)", uuid.uuid4()
        )
        self.one("select slots.wallet_operation(%s, 'credit', 1000000)", self.wallet)

    def one(self, query: str, *values: object) -> Any:
        """Return the one value of a query."""
        row = self.conn.execute(query.encode(), values).fetchone()
        assert row is not None
        return row[0]

    def keep(self, name: str, policy: Policy) -> str:
        """Keep a policy in the database and return its name and version."""
        query = "select policy from slots.rl_create_policy(%s, %s)"
        return str(self.one(query, name, Jsonb(policy)))

    def play(self, policy: Policy, named: str) -> float:
        """Play an episode through slots.act, saying who chose and how surely, and return what it won."""
        name, _, version = named.partition("@")
        session = self.one(
            "select session_id from slots.create_session(%s, '{}', %s)", self.game, self.wallet
        )
        state = "Initialized"
        for step in range(LONGEST):
            choices = policy[state]
            chosen = str(self.random.choice(list(choices), p=list(choices.values())))
            action = stored_action(chosen)
            said = {
                "policy": {"name": name, "version": version},
                "probability": choices[chosen],
            }
            self.one(
                "select event_index from slots.act(%s, %s, %s)",
                *(session, Jsonb(action | said), f"demo-{step}"),
            )
            state = state_after(action)
            if state == "Completed":
                break
        return float(self.one("select sum(reward) from slots.rl_export(%s, null, 1000)", session))


def steps_of(conn: psycopg.Connection[Any], dataset: str) -> list[tuple[Any, ...]]:
    """Return session, state, action's name and reward of every choice in a dataset."""
    query = (
        "select e.session_id, e.obs_state, e.action, e.reward, e.probability, e.info"
        " from slots.rl_export_dataset(%s, %s, 1000) as e"
    )
    steps: list[tuple[Any, ...]] = []
    after: Jsonb | None = None
    is_chosen = True
    while rows := conn.execute(query, (dataset, after)).fetchall():
        for session, state, action, reward, probability, _ in rows:
            if is_chosen:
                steps.append((session, state, action_name(action), reward))
            else:
                # the bet that this CashOut played before is a step that nobody chose: both are one choice
                begun = steps.pop()
                steps.append((session, begun[1], action_name(action), begun[3] + reward))
            is_chosen = probability is not None
        after = Jsonb(rows[-1][-1])
    return steps


def action_name(action: dict[str, Any]) -> str:
    """Return what tables of a policy call a stored action."""
    name = str(action["type"])
    if "amount" in action:
        name += f":{action['amount']:g}"
    if "next" in action:
        name += f"+{action['next']['amount']:g}"
    return name


def trained(steps: list[tuple[Any, ...]], curiosity: float = 0.1, caution: float = 1.0) -> Policy:
    """Return the policy that does what the most was won after, by a table of the dataset's means, still a little curious.

    An action is worth what its episodes won from it on, less so many standard errors: who has only a dataset can't try whether a lucky
    mean is true, and among many of them the greatest is a lucky one. The stake that is pending is not in the table's states,
    so that what follows a bet has to be read from its own episodes.
    """
    won: dict[tuple[str, str], list[float]] = {}
    session, rest = None, 0.0
    for each, state, action, reward in reversed(steps):
        rest = reward + (rest if each == session else 0.0)
        session = each
        won.setdefault((state, action), []).append(rest)
    worth = {
        place: float(np.mean(many)) - caution * float(np.std(many)) / len(many) ** 0.5
        for place, many in won.items()
    }
    policy: Policy = {}
    for state in STATES:
        known = {
            action: value for (where, action), value in sorted(worth.items()) if where == state
        }
        best = max(known, key=lambda action: known[action])
        share = curiosity / len(known)
        policy[state] = {
            action: share + (1 - curiosity if action == best else 0) for action in known
        }
    return policy


def run(
    conninfo: str,
    *,
    episodes: int = 400,
    seed: int = 1,
    game: uuid.UUID | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Report:
    """Play, freeze, train, evaluate and play again."""
    with psycopg.connect(conninfo, autocommit=True) as conn:
        table = Table(conn, game, seed)
        curious = table.keep("curious", CURIOUS)
        logged = [table.play(CURIOUS, curious) for _ in range(episodes)]
        say(f"{episodes} episodes by a curious policy won {np.mean(logged):.2f} each")
        only = {"gameId": str(table.game), "policy": curious}
        dataset = table.one("select dataset from slots.rl_create_dataset('demo', %s)", Jsonb(only))
        policy = trained(steps_of(conn, dataset))
        best = {state: max(chosen, key=lambda a: chosen[a]) for state, chosen in policy.items()}
        named = table.keep("trained", policy)
        say(f"{named}, from {dataset}: {best}")
        report = Report(dataset, policy, logged, [])
        query = "select estimator, value, low, high from slots.rl_evaluate(%s, %s)"
        for name, *ends in conn.execute(query, (dataset, Jsonb(named))):
            report.estimates[name] = (ends[0], ends[1], ends[2])
            say(f"{name:>7}: {ends[0]:6.2f}, 95 % from {ends[1]:.2f} to {ends[2]:.2f}")
        report.played = [table.play(policy, named) for _ in range(episodes)]
        say(f"{episodes} episodes by the trained policy won {np.mean(report.played):.2f} each")
        return report


def draw(report: Report, file: Path) -> None:
    """Draw two plots: the return of each episode, and what was promised beside what came."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
    window = max(1, len(report.logged) // 10)
    kernel = np.ones(window) / window
    for name, returns, first, color in (
        ("curious", report.logged, 0, "tab:gray"),
        ("trained", report.played, len(report.logged), "tab:blue"),
    ):
        where = np.arange(first, first + len(returns))
        left.plot(where, returns, ".", color=color, alpha=0.35, markersize=4)
        smooth = np.convolve(returns, kernel, "valid")
        left.plot(where[window - 1 :], smooth, color=color, label=f"{name}, mean of {window}")
    left.axhline(0, color="black", linewidth=0.5)
    left.set(xlabel="episode", ylabel="return", title="Return per episode")
    left.legend(loc="lower right")

    mean = float(np.mean(report.played))
    error = 1.96 * float(np.std(report.played, ddof=1)) / len(report.played) ** 0.5
    bars = {f"{name}\n(off policy)": report.estimates[name] for name in ("ips", "snips", "dr")} | {
        "played": (mean, mean - error, mean + error)
    }
    for place, (value, low, high) in enumerate(bars.values()):
        color = "tab:blue" if place == len(bars) - 1 else "tab:orange"
        right.errorbar(
            place, value, yerr=[[value - low], [high - value]], fmt="o", capsize=5, color=color
        )
    right.axhline(float(np.mean(report.logged)), color="tab:gray", linestyle="--", label="curious")
    right.axhline(mean, color="tab:blue", linewidth=0.7)
    right.set_xticks(range(len(bars)), list(bars))
    right.set(ylabel="mean return", title="Promised and played, with 95 % intervals")
    right.set_xlim(-0.5, len(bars) - 0.5)
    right.legend(loc="best")
    figure.savefig(file, dpi=110)
    plt.close(figure)


def main(arguments: list[str] | None = None) -> None:
    """Run the demo from the command line."""
    parser = argparse.ArgumentParser(prog="python -m gamekeeper.gym", description=__doc__)
    commands = parser.add_subparsers(required=True)
    demo = commands.add_parser("demo", help="play, freeze, train, evaluate, play again, draw")
    demo.add_argument("--conninfo", default="", help="how to connect as the service; default: PG*")
    demo.add_argument("--episodes", type=int, default=400, help="how many each policy plays")
    demo.add_argument("--seed", type=int, default=1, help="of what the policies choose")
    demo.add_argument("--plot", type=Path, default=Path("demo.png"), help="the file of the plots")
    asked = parser.parse_args(arguments)
    report = run(asked.conninfo, episodes=asked.episodes, seed=asked.seed, say=print)
    draw(report, asked.plot)
    print(f"{asked.plot} has the plots")
