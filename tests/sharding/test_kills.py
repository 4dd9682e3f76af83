"""A slot moves under load while the server that it leaves, the one that it goes to, or the router is killed after every step."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from gamekeeper import Caller, Gamekeeper, GamekeeperError, Kept
from tests.sharding.killing import PATIENCE, bring_back, is_lost, kill
from tests.sharding.test_clusters import QUIET, deploy_nothing, made_quickly
from tests.sharding.test_moves import (
    POLICY,
    RNG,
    STEPS,
    SYMBOLS,
    Player,
    World,
    check_books,
    rows_of,
)

from runner import Problem
from runner import server as servers
from runner.server import settings
from sharding import clusters, definitions, moves
from sharding.platform import HOME

pytestmark = pytest.mark.skipif("GAMEKEEPER_MOVES" not in os.environ, reason="a long form")
# By the way that a player takes: which servers are killed, and what calls may be refused with.
VICTIMS = {"map": ("source", "target"), "router": (HOME,)}
ALLOWED = {"map": {"RETRY_LATER", "WRONG_SHARD"}, "router": {"RETRY_LATER"}}


class Servers(World):
    """The same world on servers of its own."""

    way = "map"

    def be(self, caller: Caller) -> Gamekeeper:
        """Return a client with a map of its own, or with nothing but the router."""
        if self.way == "map":
            return super().be(caller)
        return Gamekeeper(self.open(self.platform.addresses()[HOME]), caller)

    def open(self, address: str) -> Kept:
        """Return a connection to an address of the map, as the owner."""
        (name,) = (name for name, own in self.platform.addresses().items() if own == address)
        self.opened.append(Kept(self.platform.servers[name].conninfo()))
        return self.opened[-1]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    """A home and two shards, which keep what they have committed when they are killed."""
    with made_quickly("killed"):
        monkeypatch.setattr(
            servers,
            "settings",
            lambda *given, **chosen: settings(*given, **chosen) | {"fsync": "off"},
        )
        platform = clusters.up(2, QUIET, deploy_nothing)
        with platform.servers[HOME].connect() as conn:
            conn.execute("select xp.create_rule('daily', %s)", [json.dumps(POLICY)])
            conn.execute("select xp.activate_rule('daily', 1)")
            row = conn.execute(
                "select game_id from slots.create_game('Letters', %s, %s)",
                [json.dumps(RNG), json.dumps(SYMBOLS)],
            ).fetchone()
        assert row
        for name in platform.names():
            definitions.wait(platform, name)
        made = Servers(platform, row[0])
        yield made
        for kept in made.opened:
            kept.close()


@pytest.mark.parametrize("way", VICTIMS)
def test_nothing_is_lost_or_doubled_when_a_server_is_killed_at_any_step(
    world: Servers, way: str
) -> None:
    world.way = way
    player = Player(world)
    home = world.platform.newest_map().shards[player.slot]
    over = threading.Event()
    faults: list[BaseException] = []

    def keep_playing() -> None:
        while not over.is_set():
            try:
                player.play()
            except GamekeeperError as error:
                if error.code not in ALLOWED[way] and not is_lost(error):
                    faults.append(error)
                    return
            except Exception as error:
                if not is_lost(error):
                    faults.append(error)
                    return

    thread = threading.Thread(target=keep_playing)
    thread.start()
    killed = []
    try:
        for step in STEPS:
            for side in VICTIMS[way]:
                target = "s2" if home == "s1" else "s1"
                victim = {"source": home, "target": target}.get(side, side)

                def after(done: str, step: str = step, victim: str = victim) -> None:
                    if done == step:
                        kill(victim)
                        killed.append((step, victim))

                with contextlib.suppress(psycopg.Error, Problem):
                    moves.move(world.platform, player.slot, target, after)
                bring_back(victim)
                moves.move(world.platform, player.slot, target)
                home = target
                done, end = player.done, time.monotonic() + PATIENCE
                while player.done == done and not faults and time.monotonic() < end:
                    time.sleep(0.05)
                assert faults == []
                assert player.done > done, (step, side)
    finally:
        over.set()
        thread.join(timeout=PATIENCE)
    assert len(killed) == len(VICTIMS[way]) * len(STEPS)
    assert faults == []
    assert rows_of(world, "s1" if home == "s2" else "s2", player.slot) == {}
    for query, owner in (
        (
            "select count(*) from slots.wallet_entries where wallet_id = %s and kind = 'credit' and idempotency_key like 'credit %%'",
            player.wallet,
        ),
        ("select count(*) from xp.xp_ledger where user_id = %s and reason = 'QUEST'", player.user),
    ):
        assert world.ask(home, query, owner) in (player.done, player.done + 1)
    assert world.ask(home, "select count(*) from slots.verify_wallet(%s)", player.wallet) == 0
    assert world.ask(home, "select count(*) from cards.verify_game(%s)", player.table) == 0
    check_books(world)
