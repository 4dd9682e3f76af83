"""Slots move between shards: all of a slot and nothing else, under load, and with the mover killed after every step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from gamekeeper import Caller, Gamekeeper, GamekeeperError, Kept, Shards
from gamekeeper.shards import LOBBY_SLOT, slot_of

from runner import ROOT, Problem
from runner.server import Server
from sharding import moves, tables
from sharding.platform import Platform, even_map

STEPS = ("closed", "waited", "copying", "compared", "copied", "target told", "leaving", "switched")
EMPTY = 7  # a slot in which nobody lives
TAKEN = {0, EMPTY, LOBBY_SLOT}  # slots that nobody else may have, since they move or have moved
SHORT = ("copying", "target told", "leaving")
MOVER = """
import json, os, signal, sys
from runner.server import Server
from sharding import moves
from sharding.platform import Platform
servers, slot, target, dies_after = json.loads(sys.argv[1])
platform = Platform({name: Server(words, None, private=True) for name, words in servers.items()})
def after(step):
    if step == dies_after:
        os.kill(os.getpid(), signal.SIGKILL)
moves.move(platform, slot, target, after)
"""
POLICY = {
    "baseXp": 100,
    "streakCurve": [{"dayIndex": 0, "multiplier": 1.0}],
    "grace": {"allowedMisses": 1, "windowDays": 1},
    "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
    "streakModel": {"type": "WeeklyCycleReset"},
}


# As if upkeep had come to every entry: nobody writes one meanwhile.
SETTLED = "update xp.xp_roll_up set rolled_to = coalesce((select max(ledger_id) from xp.xp_ledger), rolled_to) where task = 'xp.boards'"
CAREER = "select to_jsonb(s) from cards.player_lifetime_stats as s where s.player_id = %s"
RNG = {"algorithm": "hmac-sha256", "reels": [["A", "B"]]}
SYMBOLS = {"A": {"payouts": {"1": 1.9}}, "B": {}}


class World:
    """Two shards, and people who play on them."""

    def __init__(self, platform: Platform, game: UUID) -> None:
        self.platform, self.game = platform, game
        self.opened: list[Kept] = []

    def open(self, address: str) -> Kept:
        """Return a connection to an address of the map."""
        database = address.rsplit("/", 1)[1]
        (server,) = (s for s in self.platform.servers.values() if s.database == database)
        self.opened.append(Kept(server.conninfo()))
        return self.opened[-1]

    def be(self, caller: Caller) -> Gamekeeper:
        """Return a client with a map of its own."""
        return Gamekeeper(Shards(self.open(self.platform.addresses()["s1"]), self.open), caller)

    def ask(self, name: str, query: str, *values: object) -> Any:
        """Return the first column that the owner finds on a shard."""
        with self.platform.servers[name].connect() as conn:
            row = conn.execute(query.encode(), values).fetchone()
        assert row
        return row[0]


@pytest.fixture(scope="module")
def world(test_databases: Any) -> Iterator[World]:
    """Two databases with one game, one policy and one map; everybody lives on the first."""
    names = [test_databases.clone() for _ in range(2)]
    platform = Platform(
        {
            shard: Server(
                {**test_databases.server.keywords, "dbname": name},
                test_databases.server.binaries,
                private=True,
            )
            for shard, name in zip(("s1", "s2"), names, strict=True)
        }
    )
    with platform.servers["s1"].connect() as conn:
        conn.execute("select xp.create_rule('daily', %s)", [json.dumps(POLICY)])
        conn.execute("select xp.activate_rule('daily', 1)")
        row = conn.execute(
            "select game_id from slots.create_game('Letters', %s, %s)",
            [json.dumps(RNG), json.dumps(SYMBOLS)],
        ).fetchone()
    assert row
    with moves.connected(platform, "s1") as source, moves.connected(platform, "s2") as target:
        for table in tables.tables(
            source, {"slots.games": "true", "slots.game_programs": "true", "xp.xp_rules": "true"}
        ):
            moves.pour(source, target, table.rows(), table.name, table.columns, 0)
    for shard in platform.servers:
        platform.tell(shard, even_map(["s1"]))
    made = World(platform, row[0])
    yield made
    for kept in made.opened:
        kept.close()
    test_databases.drop(*names)


class Player:
    """Somebody with a wallet, a session, an account of XP and a game of cards with a bot."""

    def __init__(self, world: World) -> None:
        while (slot := slot_of(person := uuid4())) in TAKEN:
            pass
        TAKEN.add(slot)
        self.slot, self.person = slot, person
        self.db, self.service = world.be(Caller.user(person)), world.be(Caller.service())
        self.wallet = self.db.slots.create_wallet("AUD", Decimal(100000)).wallet_id
        self.service.slots.wallet_operation(self.wallet, "credit", Decimal(1000), "start")
        self.session = self.db.slots.create_session(world.game, wallet_id=self.wallet).session_id
        self.user = self.db.xp.register_user(str(person), "Europe/Brussels").user_id
        self.db.xp.claim("daily", uuid4())
        self.table = self.db.cards.create_game({"maxPlayers": 2}).game_id
        self.db.cards.add_bot(self.table)
        self.db.cards.start_game(self.table)
        self.done = 0

    def play(self) -> None:
        """Do one round of everything; sent again after a refusal, it is the same round."""
        number = self.done
        self.service.slots.wallet_operation(self.wallet, "credit", Decimal(1), f"credit {number}")
        self.db.slots.act(self.session, {"type": "PlaceBet", "amount": 1}, f"bet {number}")
        self.db.slots.act(self.session, {"type": "Spin"}, f"spin {number}")
        self.service.xp.grant_xp(self.user, 5, "QUEST", UUID(int=number + 1))
        view = self.db.cards.player_view(self.table)
        if view["waitingFor"] == "continue":
            self.db.cards.continue_game(self.table)
        elif view["waitingFor"] == "bid" and view["turnPlayerId"] == view["playerId"]:
            self.db.cards.place_bid(self.table, 0)
        elif view["turnPlayerId"] == view["playerId"]:
            self.db.cards.play_card(self.table, view["legalMoves"][0])
        self.done += 1


def kill_after(world: World, slot: int, target: str, step: str) -> None:
    """Run the mover in a process of its own, which is killed after a step."""
    servers = {name: dict(server.keywords) for name, server in world.platform.servers.items()}
    ran = subprocess.run(
        [sys.executable, "-c", MOVER, json.dumps([servers, slot, target, step])],
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == -9, ran.stderr


def rows_of(world: World, shard: str, slot: int) -> dict[str, int]:
    """Return how many rows of a slot a shard has, where it has any."""
    with moves.connected(world.platform, shard) as conn:
        found = {
            table.name: moves.digest(conn, table, slot)[0]
            for table in tables.tables(conn, tables.OWNED)
        }
    return {name: rows for name, rows in found.items() if rows}


def check_books(world: World) -> None:
    """Everything that is added up on a shard is what lives there, and no ledger is broken."""
    for name in world.platform.names():
        assert world.ask(name, "select count(*) from slots.reconcile_wallets()") == 0
        assert world.ask(name, "select count(*) from slots.reconcile_house()") == 0
        assert world.ask(name, "select count(*) from xp.reconcile()") == 0
        assert (
            world.ask(
                name,
                """
            select count(*) from (
              select c.board_id, c.level, c.bucket, c.members::bigint from xp.xp_board_counts as c
              except
              select s.board_id, b.level, b.bucket, count(*)
              from xp.xp_board_scores as s cross join lateral xp.score_buckets(s.xp) as b
              group by s.board_id, b.level, b.bucket
            ) as d
            """,
            )
            == 0
        )


def test_all_of_a_slot_goes_and_nothing_else(world: World) -> None:
    """Sums are taken back where it leaves, and both shards add up afterwards."""
    mover = Player(world)
    stayer = Player(world)
    for player in (mover, stayer):
        for _ in range(3):
            player.play()
    mover.db.slots.act(mover.session, {"type": "CashOut"}, "out")
    for server in world.platform.servers.values():
        with server.connect() as conn:
            conn.execute("select slots.upkeep_reports()")
            conn.execute(SETTLED)
            conn.execute("select xp.rebuild_scores(accounts => null)")
    before, untouched = rows_of(world, "s1", mover.slot), rows_of(world, "s1", stayer.slot)
    assert {
        "slots.wallets",
        "slots.rl_store",
        "cards.game_events",
        "xp.xp_ledger",
        "xp.xp_awards",
    } <= set(before)
    house = world.ask("s1", "select sum(balance) from slots.house_balances()")
    moves.move(world.platform, mover.slot, "s2")
    assert rows_of(world, "s2", mover.slot) == before
    assert rows_of(world, "s1", mover.slot) == {}
    assert rows_of(world, "s1", stayer.slot) == untouched
    assert (
        world.ask("s2", "select sum(balance) from slots.house_balances()")
        + world.ask("s1", "select sum(balance) from slots.house_balances()")
        == house
    )
    check_books(world)
    kept = world.ask(
        "s1",
        "select before from core.audit_log where table_name = 'core.slots' order by entry_id desc limit 1",
    )
    assert kept["slot"] == mover.slot
    assert kept["rows"] == before
    assert world.ask("s1", "select count(*) from core.slot_moves") == 0
    entry = mover.service.slots.wallet_operation(mover.wallet, "credit", Decimal(1), "credit 0")
    assert entry.entry_no < 10
    assert mover.service.xp.grant_xp(mover.user, 5, "QUEST", UUID(int=1)).amount == 5
    assert rows_of(world, "s2", mover.slot) == before
    late = world.be(Caller.user(mover.person)).xp.claim("daily", uuid4())
    assert late.status == "ALREADY_CLAIMED"


def test_what_prioritised_sampling_knows_goes_along(world: World) -> None:
    known = """
    select array_agg(b.session_id::text)
    from slots.rl_priorities as p left join slots.rl_blocks as b on b.block_no = p.block_no"""

    def sampled(name: str) -> list[str | None]:
        """Return whose blocks a shard has priorities of when it has sampled; None is for a block that is not there."""
        world.ask(name, "select count(*) from slots.rl_sample(1, 1, 'prioritised')")
        return world.ask(name, known) or []

    mover, stayer = Player(world), Player(world)
    for player in (mover, stayer):
        player.play()
        player.db.slots.act(player.session, {"type": "CashOut"}, "out")
    assert {str(mover.session), str(stayer.session)} <= set(sampled("s1"))
    moves.move(world.platform, mover.slot, "s2")
    assert str(mover.session) in sampled("s2")
    left = sampled("s1")
    assert str(stayer.session) in left
    assert str(mover.session) not in left and None not in left


def test_careers_and_lists_of_games_are_whole_wherever_people_and_games_move(world: World) -> None:
    """Each step compares what a player's home says with the games that were completed; rows come as replication brings them."""
    people: list[Caller] = []
    players: list[UUID] = []
    slots: list[int] = []
    for _ in range(2):
        while (slot := slot_of(person := uuid4())) in TAKEN:
            pass
        TAKEN.add(slot)
        slots.append(slot)
        people.append(Caller.user(person))
        players.append(world.be(people[-1]).cards.upsert_player("Somebody", "s", "teal").id)
    hosts, guests = slots
    completed = 0

    def complete(shard: str) -> None:
        """Complete a game of both, which lives where the first one does."""
        nonlocal completed
        world.ask(
            shard,
            "select cards.import_game(jsonb_set(test.cards_external_log(%s), '{0,payload,creatorPlayerId}', to_jsonb(%s::text)))",
            players,
            players[0],
        )
        completed += 1

    def carry() -> None:
        """Bring what was handed over to the other server, and let both take what is theirs."""
        columns = world.ask(
            "s1",
            "select array_agg(attname::text order by attnum) from pg_attribute"
            " where attrelid = 'cards.handed_results'::regclass and attnum > 0",
        )
        for one, other in (("s1", "s2"), ("s2", "s1")):
            with (
                moves.connected(world.platform, one) as source,
                moves.connected(world.platform, other) as target,
                target.transaction(),
            ):
                rows = tables.Table("cards.handed_results", f"t.source = '{one}'", tuple(columns))
                moves.bring(source, target, rows, 0)
        for shard in world.platform.names():
            world.ask(shard, "select cards.upkeep_handed_results()")

    def check(homes: dict[UUID, str]) -> None:
        for player, home in homes.items():
            played = "select coalesce(sum(games_played), 0) from cards.player_lifetime_stats where player_id = %s"
            listed = "select count(*) from cards.list_player_games(%s)"
            assert world.ask(home, played, player) == completed
            assert world.ask(home, listed, player) == completed
            assert world.ask("s2" if home == "s1" else "s1", played, player) == 0
            before = world.ask(home, CAREER, player)
            world.ask(home, "select cards.rebuild_careers(players => null)")
            assert world.ask(home, CAREER, player) == before
        for shard in world.platform.names():
            unsound = "select count(*) from cards.games as g, cards.verify_game(g.id) where g.summary_id is not null"
            assert world.ask(shard, unsound) == 0

    host, guest = players
    complete("s1")
    check({host: "s1", guest: "s1"})
    moves.move(world.platform, guests, "s2")
    check({host: "s1", guest: "s2"})
    complete("s1")
    carry()
    check({host: "s1", guest: "s2"})
    complete("s1")
    moves.move(world.platform, hosts, "s2")
    carry()
    check({host: "s2", guest: "s2"})
    moves.move(world.platform, guests, "s1")
    check({host: "s2", guest: "s1"})
    complete("s2")
    moves.move(world.platform, guests, "s2")
    carry()
    carry()
    check({host: "s2", guest: "s2"})
    for slot in slots:
        moves.move(world.platform, slot, "s1")
    check({host: "s1", guest: "s1"})


def test_a_closed_slot_lets_nobody_in_and_opens_again_when_the_move_is_given_up(
    world: World,
) -> None:
    player = Player(world)
    kill_after(world, player.slot, "s2", "waited")
    assert world.ask("s1", "select state from core.slots where slot = %s", player.slot) == "moving"
    once = Gamekeeper(
        world.open(world.platform.addresses()["s1"]), Caller.user(player.person), tries=1
    )
    with pytest.raises(GamekeeperError, match="RETRY_LATER"):
        once.slots.create_wallet("EUR", Decimal(10))
    with world.platform.servers["s1"].connect() as conn:
        assert conn.execute("select * from core.maintain_once()").fetchall() == []
    moves.back(world.platform, player.slot)
    player.play()
    assert rows_of(world, "s2", player.slot) == {}
    assert world.platform.map_of("s1") == world.platform.newest_map()


def test_a_spin_is_observed_on_one_server_also_where_its_move_is_given_up(world: World) -> None:
    """Upkeep of the target leaves what is on its way alone."""
    player = Player(world)
    for _ in range(2):
        player.play()
    player.db.slots.act(player.session, {"type": "PlaceBet", "amount": 1}, "pending")
    report = "select slots.upkeep_reports()"
    observed = "select coalesce(sum(spins), 0)::integer from slots.game_rollups"
    pending = "select coalesce(sum(pending_bets), 0)::integer from slots.game_rollups"
    world.ask("s2", report)
    before = world.ask("s2", observed), world.ask("s2", pending)

    def crash(step: str) -> None:
        if step == "compared":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        moves.move(world.platform, player.slot, "s2", crash)
    assert rows_of(world, "s2", player.slot)["slots.gameplay_events"] == 5
    world.ask("s2", report)
    assert (world.ask("s2", observed), world.ask("s2", pending)) == before
    moves.back(world.platform, player.slot)
    spins = "select count(*)::integer from slots.gameplay_events where action ->> 'type' = 'Spin'"
    for shard in ("s1", "s2"):
        world.ask(shard, report)
    names = world.platform.names()
    assert sum(world.ask(name, observed) for name in names) == sum(
        world.ask(name, spins) for name in names
    )


def test_the_lobby_moves_with_its_rooms(world: World) -> None:
    """Whoever believes that it is where it was is sent on; a room that waits is found again, by people of both servers."""
    people: list[Gamekeeper] = []
    while len(people) < 3:
        if slot_of(person := uuid4()) not in TAKEN:
            people.append(world.be(Caller.user(person)))
    ann, bob, cyd = people
    room = ann.cards.matchmake()
    assert [one.game_id for one in bob.cards.list_rooms()] == [room.game_id]
    moves.move(world.platform, LOBBY_SLOT, "s2")
    assert [one.game_id for one in bob.cards.list_rooms()] == [room.game_id]
    met = cyd.cards.matchmake()
    assert (met.game_id, met.seat_index) == (room.game_id, 1)
    again = ann.cards.matchmake()
    assert (again.game_id, again.seat_index) == (room.game_id, 0)
    assert ann.cards.create_game({"maxPlayers": 2}, is_public=True).game_id in {
        one.game_id for one in bob.cards.list_rooms()
    }
    assert rows_of(world, "s1", LOBBY_SLOT) == {}


def test_a_transaction_that_is_open_is_waited_for_and_not_for_ever(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves, "PATIENCE", 0.2)
    player = Player(world)
    with world.platform.servers["s1"].connect() as conn, conn.transaction():
        conn.execute("select core.enter(%s)", [player.slot])
        with pytest.raises(Problem, match="holds a transaction of slot"):
            moves.move(world.platform, player.slot, "s2")
    player.play()
    assert rows_of(world, "s2", player.slot) == {}


def test_a_season_is_closed_on_both_servers_before_anybody_moves(world: World) -> None:
    closed = "insert into xp.xp_season_closings (season_id, prizes, xp, actor) values ('spring', 0, 0, 'a test')"
    with moves.connected(world.platform, "s2") as conn:
        conn.execute(closed.encode())
        with pytest.raises(Problem, match="spring is closed on one of s1 and s2"):
            moves.move(world.platform, EMPTY, "s2")
        conn.execute("delete from xp.xp_season_closings")
    with moves.connected(world.platform, "s1") as conn:
        conn.execute("insert into xp.xp_frozen_seasons (season_id, actor) values ('spring', 'a')")
        with pytest.raises(Problem, match="spring is being closed"):
            moves.move(world.platform, EMPTY, "s2")
        assert moves.under_way(world.platform) == []
        conn.execute("delete from xp.xp_frozen_seasons")
    moves.move(world.platform, EMPTY, "s2")
    assert world.ask("s1", "select state from core.slots where slot = %s", EMPTY) == "elsewhere"


def test_what_is_closed_elsewhere_is_closed_where_nobody_lives(world: World) -> None:
    """A new shard was not there when a season was closed, and has nobody to be paid."""
    with (
        moves.connected(world.platform, "s1") as source,
        moves.connected(world.platform, "s2") as target,
    ):
        source.execute(
            "insert into xp.xp_season_closings (season_id, prizes, xp, actor) values ('spring', 5, 50, 'a test')"
        )
        target.execute("create temp table kept as table core.slots")
        target.execute("update core.slots set state = 'here' where slot = %s", [EMPTY])
        with pytest.raises(Problem, match="spring is closed on one of s1 and s2"):
            moves.check_seasons(world.platform, "s1", "s2")
        target.execute("update core.slots set state = 'elsewhere'")
        moves.check_seasons(world.platform, "s1", "s2")
        found = target.execute("select season_id, prizes, xp from xp.xp_season_closings").fetchall()
        target.execute(
            "update core.slots as s set state = k.state from kept as k where k.slot = s.slot"
        )
        for conn in (source, target):
            conn.execute("delete from xp.xp_season_closings")
    assert found == [("spring", 0, 0)]


def test_what_can_not_move_is_refused(world: World) -> None:
    with pytest.raises(Problem, match="slot 0 stays"):
        moves.move(world.platform, 0, "s2")
    with pytest.raises(Problem, match="s3 is no shard"):
        moves.move(world.platform, 5, "s3")
    with pytest.raises(Problem, match="is not on its way"):
        moves.back(world.platform, 5)


def test_a_slot_moves_under_load_while_its_mover_is_killed(world: World) -> None:
    """Two people play: one whose slot is moved back and forth, and one who lives beside and must notice nothing."""
    mover = Player(world)
    beside = Player(world)
    over = threading.Event()
    faults: list[BaseException] = []
    refused: set[str] = set()

    def keep_playing(player: Player, allowed: tuple[str, ...]) -> None:
        while not over.is_set():
            try:
                player.play()
            except GamekeeperError as error:
                refused.add(error.code)
                if error.code not in allowed:
                    faults.append(error)
                    return
            except Exception as error:
                faults.append(error)
                return

    threads = [
        threading.Thread(target=keep_playing, args=(mover, ("RETRY_LATER", "WRONG_SHARD"))),
        threading.Thread(target=keep_playing, args=(beside, ())),
    ]
    for thread in threads:
        thread.start()
    home = "s1"
    try:
        for step in STEPS if os.environ.get("GAMEKEEPER_MOVES") else SHORT:
            target = "s2" if home == "s1" else "s1"
            rounds = beside.done
            kill_after(world, mover.slot, target, step)
            moves.move(world.platform, mover.slot, target)
            home = target
            assert beside.done > rounds or faults
    finally:
        over.set()
        for thread in threads:
            thread.join(timeout=60)
    assert faults == []
    away = "s1" if home == "s2" else "s2"
    assert rows_of(world, away, mover.slot) == {}
    for player, shard in ((mover, home), (beside, "s1")):
        counted = world.ask(
            shard,
            "select count(*) from slots.wallet_entries where wallet_id = %s and idempotency_key like 'credit %%' and kind = 'credit'",
            player.wallet,
        )
        assert counted in (player.done, player.done + 1)
        grants = world.ask(
            shard,
            "select count(*) from xp.xp_ledger where user_id = %s and reason = 'QUEST'",
            player.user,
        )
        assert grants in (player.done, player.done + 1)
        assert world.ask(shard, "select count(*) from slots.verify_wallet(%s)", player.wallet) == 0
        assert world.ask(shard, "select count(*) from cards.verify_game(%s)", player.table) == 0
    check_books(world)
    mover.play()
