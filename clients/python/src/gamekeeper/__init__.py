"""Gamekeeper from Python: every function that clients may call, typed, with errors as classes and safe repetition."""

from gamekeeper import api
from gamekeeper.api import AsyncGamekeeper, Gamekeeper
from gamekeeper.feeds import follow_game, follow_session
from gamekeeper.runtime import AsyncKept, Caller, Follower, GamekeeperError, Gap, Kept, follow
from gamekeeper.shards import AsyncShards, NoWay, Shards

__all__ = [
    "AsyncGamekeeper",
    "AsyncKept",
    "AsyncShards",
    "Caller",
    "Follower",
    "Gamekeeper",
    "GamekeeperError",
    "Gap",
    "Kept",
    "NoWay",
    "Shards",
    "api",
    "follow",
    "follow_game",
    "follow_session",
]
