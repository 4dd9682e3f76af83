"""Records what torchrl computes into tests/vectors/torchrl.json, which the tests of slots.rl_sample compare with.

torchrl is too large to be installed for every test run. In an environment of its own:

    python -m venv /tmp/torchrl && /tmp/torchrl/bin/pip install torchrl
    /tmp/torchrl/bin/python tests/vectors/record_torchrl.py
"""

import json
import random
from pathlib import Path

import torch
import torchrl
from tensordict import TensorDict
from torchrl.data import LazyTensorStorage, PrioritizedSampler, ReplayBuffer
from torchrl.data.postprocs import MultiStep

PRIORITIES = 40
STEPS = [7, 1, 12, 20]


def weights(priorities: list[float], alpha: float, beta: float) -> list[float]:
    """Return the importance weight of every element, in the order of the priorities."""
    size = len(priorities)
    sampler = PrioritizedSampler(size, alpha=alpha, beta=beta, eps=0.0, dtype=torch.double)
    buffer = ReplayBuffer(storage=LazyTensorStorage(size), sampler=sampler, batch_size=4096)
    buffer.extend(TensorDict({"i": torch.arange(size)}, [size]))
    buffer.update_priority(torch.arange(size), torch.tensor(priorities, dtype=torch.double))
    found: dict[int, float] = {}
    while len(found) < size:
        batch, info = buffer.sample(return_info=True)
        weight = info.get("priority_weight", info.get("_weight"))
        found |= dict(zip(batch["i"].tolist(), weight.double().tolist(), strict=True))
    return [found[i] for i in range(size)]


def folded(rewards: list[float], ends: list[bool], n: int, gamma: float) -> list[list[float]]:
    """Return reward and number of steps that each step of a stream of episodes has after folding n into one."""
    size = len(rewards)
    done = torch.tensor(ends).unsqueeze(-1)
    episode = TensorDict(
        {
            "obs": torch.arange(size).double().unsqueeze(-1),
            "next": {
                "obs": torch.arange(1, size + 1).double().unsqueeze(-1),
                "reward": torch.tensor(rewards, dtype=torch.double).unsqueeze(-1),
                "done": done,
                "terminated": done,
            },
        },
        [size],
    )
    out = MultiStep(gamma, n)(episode.unsqueeze(0)).squeeze(0)
    rewards_and_steps = zip(
        out["next", "reward"].flatten().tolist(),
        out["steps_to_next_obs"].flatten().tolist(),
        strict=True,
    )
    return [[reward, steps] for reward, steps in rewards_and_steps]


def ends_of(episodes: list[list[float]]) -> list[bool]:
    """Return which steps of some episodes, one after the other, are the last of theirs."""
    return [at == len(each) - 1 for each in episodes for at in range(len(each))]


def main() -> None:
    """Record weights for several exponents, and folded rewards of one episode each and of all in one stream."""
    torch.set_default_dtype(torch.float64)
    random.seed(7)
    priorities = [round(random.lognormvariate(0, 1.5), 6) for _ in range(PRIORITIES)]
    rewards = [[round(random.uniform(-5, 5), 4) for _ in range(size)] for size in STEPS]
    stream, ends = [reward for each in rewards for reward in each], ends_of(rewards)
    document = {
        "torchrl": torchrl.__version__,
        "torch": torch.__version__,
        "priorities": priorities,
        "weights": [
            {"alpha": alpha, "beta": beta, "weights": weights(priorities, alpha, beta)}
            for alpha, beta in [(0.6, 0.4), (1.0, 1.0), (0.3, 0.9), (0.0, 0.5)]
        ],
        "folded": [
            {
                "n": n,
                "gamma": gamma,
                "rewards": each,
                "rows": folded(each, ends_of([each]), n, gamma),
            }
            for n, gamma in [(1, 0.9), (3, 0.9), (5, 0.99)]
            for each in rewards
        ],
        "streams": [
            {
                "n": n,
                "gamma": gamma,
                "rewards": stream,
                "ends": ends,
                "rows": folded(stream, ends, n, gamma),
            }
            for n, gamma in [(1, 0.9), (3, 0.9), (5, 0.99)]
        ],
    }
    Path(__file__).with_name("torchrl.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
