"""A platform of several servers on this machine: made, played on, made again, and gone without touching any other server."""

from __future__ import annotations

import functools
import io
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from uuid import UUID, uuid4

import psycopg
import pytest
from gamekeeper import Caller, Gamekeeper, GamekeeperError, Kept, Shards
from psycopg.conninfo import make_conninfo
from rich.console import Console
from tests.clients.platforms import somebody
from tests.sharding.killing import bring_back, is_lost, kill
from tests.sharding.test_moves import POLICY, RNG, SYMBOLS
from typer.testing import CliRunner

import demos
from recovery import clusters as drills
from runner import STATE, Problem
from runner import cli as commands
from runner import server as servers
from runner.server import Server
from sharding import cli, clusters, definitions, loads, replicas, results, router
from sharding.platform import HOME, Platform

# Of each player who has a career on a server: games, results of games that were played elsewhere, games in the list.
CAREERS = """
select array_agg(array[
  s.games_played, (select count(*) from cards.away_results as a where a.player_id = s.player_id),
  (select count(*) from cards.list_player_games(s.player_id))
])
from cards.player_lifetime_stats as s"""
SEND_AGAIN = b"""
select cards.hand_over(p, p.player_id)
from cards.games as g
join cards.game_players as p on p.game_id = g.id
join cards.players as o on o.id = p.player_id
where g.summary_id is not null and o.user_id is not null and core.is_elsewhere(core.slot_in(o.id))"""
QUIET = Console(file=io.StringIO())


def deploy_nothing(server: Server, console: Console) -> None:
    """Leave the plan as it is: every server begins as a copy that has it."""


@contextmanager
def made_quickly(name: str) -> Iterator[None]:
    """Let the cluster be another than a developer may have, and its servers copies of one that has the plan."""
    seed = drills.deployed_seed(servers.DEBIAN_BINARIES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "FOLDER", STATE / f"{name}-{os.getpid()}")
        patch.setattr(servers.Cluster, "create", lambda own: own.fill(seed))
        patch.setattr(servers, "settings", functools.partial(servers.settings, durable=False))
        try:
            yield
        finally:
            clusters.down(delete=True)
            if clusters.FOLDER.exists():
                clusters.FOLDER.rmdir()


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    """A home and two shards."""
    with made_quickly("cluster"):
        yield clusters.up(2, QUIET, deploy_nothing)


def typed(line: str) -> str:
    """Do what a line of docs/scale.md does in a shell, and return what it prints."""
    command, *words = line.split()
    assert command == "scripts/gamekeeper"
    done = CliRunner().invoke(commands.app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def ask(server: Server, query: str) -> object:
    """Return the first column of the first row that the owner finds."""
    with server.connect() as conn:
        row = conn.execute(query.encode()).fetchone()
    return row and row[0]


def test_an_evening_is_played_by_clients_over_all_shards(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demos.cluster, "SPINS", 3)
    demos.play_cluster(platform, QUIET)
    for name in ("s1", "s2"):
        found = ask(
            platform.servers[name],
            "select array_agg(distinct core.slot_in(wallet_id) / 512) from slots.wallets",
        )
        assert found == [int(name == "s2")]
        assert ask(platform.servers[name], "select count(*) from slots.sessions") == 1
        assert ask(platform.servers[name], "select count(*) from cards.games") == int(name == "s1")
    assert ask(platform.servers[HOME], "select count(*) from slots.wallets") == 0
    shards = platform.newest_map().shards
    written = loads.of_slots(platform)
    assert written[0] > 0
    assert min(loads.of_shards(written, shards, platform.names()).values()) > 0
    # The game was played on s1; what Bob has of it comes to s2, and not twice.
    for _ in range(2):
        for name in ("s1", "s2"):
            results.wait(platform, name)
            ask(platform.servers[name], "select cards.upkeep_handed_results()")
            assert ask(platform.servers[name], CAREERS) == [[1, int(name == "s2"), 1]]
        with platform.servers["s1"].connect() as conn:
            conn.execute(SEND_AGAIN)
    results.wait(platform, "s2")
    assert ask(platform.servers[HOME], "select count(*) from cards.handed_results") == 3


def test_a_player_has_one_id_on_all_servers(platform: Platform) -> None:
    person = "select cards.player_id_of('3fac4237-7f1f-6020-e34a-f1f3ec270001')"
    assert len({ask(server, person) for server in platform.servers.values()}) == 1


def test_the_map_is_written_for_clients_and_the_login_has_no_right_of_its_own(
    platform: Platform,
) -> None:
    path = clusters.map_file()
    assert path.stat().st_mode & 0o777 == 0o600
    known = json.loads(path.read_text())
    assert known["shards"] == ["s1"] * 512 + ["s2"] * 512
    assert sorted(known["addresses"]) == [HOME, "s1", "s2"]
    for address in known["addresses"].values():
        assert known["password"] not in address
        way = make_conninfo(address, user=known["user"], password=known["password"])
        with psycopg.connect(way) as conn, pytest.raises(psycopg.errors.InsufficientPrivilege):
            conn.execute("select from slots.wallets")


def test_definitions_of_the_home_reach_the_shards_with_their_ids(platform: Platform) -> None:
    with platform.servers[HOME].connect() as home:
        home.execute(
            "insert into xp.xp_seasons (season_id, starts_on, ends_on) values ('spring', '2026-03-01', '2026-05-31')"
        )
        home.execute("update core.settings set value = '77' where name = 'core.request_key_days'")
    for name in platform.names():
        definitions.wait(platform, name)
        shard = platform.servers[name]
        assert (
            ask(shard, "select ends_on::text from xp.xp_seasons where season_id = 'spring'")
            == "2026-05-31"
        )
        assert (
            ask(shard, "select value from core.settings where name = 'core.request_key_days'") == 77
        )


def pause(shard: Server, *, on: bool) -> None:
    """Let a shard follow its home, or not, until that has happened."""
    verb = "enable" if on else "disable"
    with shard.connect() as conn:
        conn.execute(f"alter subscription {definitions.SUBSCRIPTION} {verb}".encode())
    replicas.wait_until(
        lambda: ask(shard, "select is_followed from core.followed_definitions()") is on,
        "the subscription does not do what it is told",
    )


def health_of(shard: Server) -> tuple[bool, str]:
    """Return what health says of a shard's definitions."""
    with shard.connect() as conn:
        row = conn.execute("select ok, detail from core.health() where name = 'core.definitions'")
        ok, detail = row.fetchone() or (None, None)
    assert isinstance(ok, bool)
    return ok, str(detail)


def test_a_definition_on_its_way_is_waited_for_and_one_that_is_not_is_denied(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    shard, known = platform.servers["s1"], json.loads(clusters.map_file().read_text())

    opened: list[Kept] = []

    def open_way(address: str) -> Kept:
        opened.append(Kept(address, user=known["user"], password=known["password"]))
        return opened[-1]

    user = Caller.user(somebody("s1", known["shards"]))
    shards = Shards(open_way(known["addresses"]["s1"]), open_way)
    db = Gamekeeper(shards, user, tries=2)
    db.xp.register_user(str(user.person), "Europe/Brussels")
    long_ago = UUID("0190a5c0-0000-7000-8000-00000000000a")
    calls: tuple[Callable[[], object], ...] = (
        lambda: db.slots.create_session(long_ago),
        lambda: db.xp.claim("never", uuid4()),
        lambda: Gamekeeper(shards.only("s1"), user).xp.leaderboard("never"),
    )
    for ask_for in calls:
        with pytest.raises(GamekeeperError, match="NOT_FOUND"):
            ask_for()
    assert health_of(shard)[0]

    pause(shard, on=False)
    for ask_for in calls:
        with pytest.raises(GamekeeperError, match="RETRY_LATER"):
            ask_for()
    assert "not connected" in health_of(shard)[1]
    with platform.servers[HOME].connect() as home:
        row = home.execute(
            "select game_id from slots.create_game('Letters', %s, %s)",
            [json.dumps(RNG), json.dumps(SYMBOLS)],
        ).fetchone()
        home.execute("select xp.create_rule('daily', %s)", [json.dumps(POLICY)])
        home.execute("select xp.activate_rule('daily', 1)")
    assert row

    def follow_meanwhile(attempt: int) -> float:
        pause(shard, on=True)
        definitions.wait(platform, "s1")
        return 0

    monkeypatch.setattr("gamekeeper.runtime.seconds_before", follow_meanwhile)
    assert db.slots.create_session(row[0]).game_id == row[0]
    assert db.xp.claim("daily", uuid4()).status == "NEW"
    for ask_for in calls:
        with pytest.raises(GamekeeperError, match="NOT_FOUND"):
            ask_for()
    for kept in opened:
        kept.close()


def test_a_shard_whose_definitions_are_old_or_others_says_so(platform: Platform) -> None:
    shard = platform.servers["s2"]

    def hear() -> tuple[bool, str]:
        definitions.beat(platform)
        definitions.wait(platform, "s2")
        return health_of(shard)

    with platform.servers[HOME].connect() as home:
        home.execute(
            "insert into xp.xp_seasons (season_id, starts_on, ends_on) values ('autumn', '2026-09-01', '2026-11-30')"
        )
    assert hear()[0]
    with shard.connect() as conn:
        conn.execute("update core.definitions set written_at = now() - interval '16 minutes'")
        with pytest.raises(psycopg.Error) as refused:
            conn.execute("select slots.theoretical_profile('0190a5c0-0000-7000-8000-00000000000a')")
        assert refused.value.sqlstate == "KG014"
        ok, detail = health_of(shard)
        assert (ok, "RETRY_LATER" in detail) == (False, True)
        assert hear()[0]

        conn.execute("set session_replication_role = replica")
        conn.execute("create temp table kept as table xp.xp_seasons")
        for lost in ("season_id = 'autumn'", "true"):
            conn.execute(f"delete from xp.xp_seasons where {lost}".encode())
            assert hear() == (False, "not as at their home: xp.xp_seasons")
        conn.execute("insert into xp.xp_seasons select * from kept")
        conn.execute("update core.settings set value = '78' where name = 'core.task_seconds'")
        assert "home: core.settings" in hear()[1]
        conn.execute("update core.settings set value = '60' where name = 'core.task_seconds'")
    assert hear()[0]


def test_one_connection_string_is_enough_for_calls_of_clients(platform: Platform) -> None:
    """The login of clients calls the router, and each call is made where its person lives."""
    known = json.loads(clusters.map_file().read_text())
    way = make_conninfo(known["addresses"][HOME], user=known["user"], password=known["password"])
    for shard in ("s1", "s2"):
        person = somebody(shard, known["shards"])
        with psycopg.connect(way) as conn:
            conn.execute("set role authenticated")
            claims = json.dumps({"sub": str(person), "role": "authenticated"})
            conn.execute("select set_config('request.jwt.claims', %s, false)", [claims])
            conn.execute("select from slots.create_wallet('AUD', 10, idempotency_key => 'w')")
        own = f"select count(*) from slots.wallets where owner_id = '{person}'"
        assert ask(platform.servers[shard], own) == 1


def test_calls_through_a_router_that_is_killed_happen_once(platform: Platform) -> None:
    """They are sent again with their keys; until it is back, there is a lost connection, and no other refusal."""
    known = json.loads(clusters.map_file().read_text())
    way = Kept(known["addresses"][HOME], user=known["user"], password=known["password"])
    service = Gamekeeper(way, Caller.service(), tries=1)
    person = somebody("s2", known["shards"])
    wallet = service.slots.create_wallet(
        "AUD", Decimal(1000), owner_id=person, idempotency_key="w"
    ).wallet_id
    done, over, faults = [0], threading.Event(), []

    def keep_crediting() -> None:
        while not over.is_set():
            try:
                service.slots.wallet_operation(wallet, "credit", Decimal(1), f"c{done[0]}")
            except Exception as error:
                if getattr(error, "code", None) != "RETRY_LATER" and not is_lost(error):
                    faults.append(error)
                    return
            else:
                done[0] += 1

    def wait_for_more() -> None:
        until = done[0] + 5
        replicas.wait_until(lambda: done[0] >= until or bool(faults), "nothing is credited")

    with platform.servers[HOME].connect() as home:
        home.execute(
            "checkpoint"
        )  # the servers of tests do not wait for the disk: not what is killed here
    thread = threading.Thread(target=keep_crediting)
    thread.start()
    try:
        for _ in range(2):
            wait_for_more()
            kill(HOME)
            bring_back(HOME)
            wait_for_more()
    finally:
        over.set()
        thread.join(timeout=60)
        way.close()
    assert faults == []
    for query in (
        f"select count(*)::integer from slots.wallet_entries where wallet_id = '{wallet}' and kind = 'credit'",
        f"select balance::integer from slots.wallets where wallet_id = '{wallet}'",
    ):
        assert ask(platform.servers["s2"], query) == done[0]


def test_an_operator_types_what_the_guide_says(platform: Platform) -> None:
    """A slot moves there and back by the commands; adding a shard is typed in the long form."""
    assert "512" in typed("scripts/gamekeeper shard status")
    for target in ("s2", "s1"):
        said = typed(f"scripts/gamekeeper shard move 17 --to {target}")
        assert said == f"slot 17 lives on {target}\n"
        assert json.loads(clusters.map_file().read_text())["shards"][17] == target
        assert platform.newest_map().shards[17] == target
    with pytest.raises(Problem, match="slot 17 is not on its way"):
        typed("scripts/gamekeeper shard move 17 --to s2 --back")
    with pytest.raises(Problem, match="x-5 is no slot"):
        typed("scripts/gamekeeper shard move x-5 --to s2")
    assert cli.chosen(["7", "40-42"]) == [7, 40, 41, 42]


def test_making_it_again_changes_nothing_and_other_numbers_are_refused(platform: Platform) -> None:
    """What a deploy has put in the place of a front is named, and is a front again."""
    before = {name: platform.map_of(name) for name in platform.servers}
    with platform.servers["s1"].connect() as shard, platform.servers[HOME].connect() as home:
        of_plan = shard.execute(
            "select pg_get_functiondef('slots.my_limits()'::regprocedure)"
        ).fetchone()
        assert of_plan
        home.execute(of_plan[0].encode())
    found = router.verify(platform)
    assert len(found) == 1
    assert "function slots.my_limits() is not as the router makes it" in found[0]
    again = clusters.up(None, QUIET, deploy_nothing)
    assert again.addresses() == platform.addresses()
    assert {name: again.map_of(name) for name in again.servers} == before
    assert "verified" in typed("scripts/gamekeeper router verify")
    with pytest.raises(Problem, match="the cluster has 2 shards"):
        clusters.up(3, QUIET, deploy_nothing)


def test_down_stops_the_servers_of_the_cluster_alone_and_up_brings_them_back(
    platform: Platform, owner: psycopg.Connection
) -> None:
    assert typed("scripts/gamekeeper cluster down") == "down router, s1, s2\n"
    assert typed("scripts/gamekeeper cluster down") == "no cluster was running\n"
    assert owner.execute("select true").fetchone() == (True,)
    with pytest.raises(Problem, match="does not run"):
        typed("scripts/gamekeeper cluster status")
    back = clusters.up(2, QUIET, deploy_nothing)
    assert ask(back.servers["s2"], "select count(*) from slots.sessions") == 1
    assert clusters.platform().addresses() == back.addresses()


@pytest.mark.skipif("GAMEKEEPER_MOVES" not in os.environ, reason="a long form")
def test_one_machine_becomes_three_shards_with_the_data_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What people own is the same before and after, each lives where the map says, and an evening is played over all three."""
    with made_quickly("adopted"):
        one = servers.cluster(f"one-{os.getpid()}", servers.DEBIAN_BINARIES)
        try:
            monkeypatch.setattr(demos.slots, "SPINS", 50)
            machine = servers.start(one)
            demos.play(machine, QUIET)
            wallets = "select jsonb_object_agg(wallet_id, balance) from slots.wallets"
            levels = "select jsonb_object_agg(user_id, to_jsonb(b)) from xp.xp_balance as b"
            games = "select jsonb_object_agg(id, status) from cards.games"
            before = [ask(machine, query) for query in (wallets, levels, games)]
            slots = ask(
                machine,
                "select array_agg(distinct s) from (select core.slot_in(wallet_id) from slots.wallets"
                " union select core.slot_in(id) from cards.games"
                " union select (user_id % 1024)::integer from xp.xp_users) as o (s) where s <> 0",
            )
            assert isinstance(slots, list)
            clusters.up(1, QUIET, deploy_nothing, one)
            add = functools.partial(clusters.add, deploy=deploy_nothing)
            monkeypatch.setattr(clusters, "add", add)
            for _ in range(2):
                typed("scripts/gamekeeper shard add")
            platform = clusters.platform()
            assert platform.names() == ["s1", "s2", "s3"]
            for target, words in (
                ("s2", [*slots[::2], "341-342"]),
                ("s3", [*slots[1::2], 1023]),
            ):
                typed(f"scripts/gamekeeper shard move {' '.join(map(str, words))} --to {target}")
            assert "s3" in typed("scripts/gamekeeper shard status")
            after: list[dict[str, object]] = [{}, {}, {}]
            for name in platform.names():
                for found, query in zip(after, (wallets, levels, games), strict=True):
                    found |= ask(platform.servers[name], query) or {}  # type: ignore[arg-type, operator]
                assert (
                    ask(platform.servers[name], "select count(*) from slots.reconcile_house()") == 0
                )
                assert ask(platform.servers[name], "select count(*) from xp.reconcile()") == 0
            assert after == before
            assert ask(platform.servers["s1"], "select count(*) from slots.wallets") == 0
            assert ask(machine, wallets) == before[0]
            demos.play_cluster(platform, QUIET)
        finally:
            one.stop("immediate")
            one.delete()
