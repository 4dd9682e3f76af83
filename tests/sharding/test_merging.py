"""Two accounts become one on every shard: through the router, after a shard was away, and after a crash between two steps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

import psycopg
import pytest
from gamekeeper import Caller, Gamekeeper
from psycopg.rows import dict_row
from tests.clients.platforms import TELL, Platform, away, platform_of, routed, sign_up

from sharding.platform import HOME

NUMBERS = count(1)
MERGE = "select * from core.merge_accounts(%s, %s, %s)"
SEATS = """
select p.user_id from cards.game_players as g join cards.players as p on p.id = g.player_id
where g.game_id = %s and g.is_live order by p.user_id
"""


@dataclass
class Two:
    """Two accounts of one person at one home, and games that the old one sits in on two other shards."""

    old: UUID
    new: UUID
    wallets: list[UUID]
    games: dict[str, UUID]
    key: str


@dataclass
class Cluster:
    """Three shards and their router."""

    platform: Platform
    address: str

    def ask(
        self, query: str, values: Any = None, person: UUID | None = None, server: str = ""
    ) -> Any:
        """Make a call as a person or the service, at the router or on a shard; return its rows, or what it was refused with."""
        role = "authenticated" if person else "service_role"
        claims = {"role": role, **({"sub": str(person)} if person else {})}
        address = self.platform.servers[server] if server else self.address
        with psycopg.connect(address, autocommit=True, row_factory=dict_row) as conn:
            conn.execute("select set_config('request.jwt.claims', %s, false)", [json.dumps(claims)])
            conn.execute(f"set role {role}".encode())
            try:
                return conn.execute(query.encode(), values).fetchall()
            except psycopg.Error as error:
                said = error.diag
                return (
                    error.sqlstate,
                    said.message_primary,
                    said.message_detail,
                    said.message_hint,
                )

    def seen(self, shard: str, query: str, values: Any = None) -> list[Any]:
        """Return the rows of a query that the owner makes on a shard."""
        with psycopg.connect(self.platform.servers[shard]) as owner:
            return owner.execute(query.encode(), values).fetchall()

    def closed(self, person: UUID) -> list[list[Any]]:
        """Return what each shard has in its list of who has left."""
        query = "select * from core.closed_persons where person_id = %s"
        return [self.seen(shard, query, [person]) for shard in self.platform.servers]

    def two(self, home: str, *, friend_of: bool = False) -> Two:
        """Make two accounts with money, of which the old one sits in games of hosts on the other shards; friend_of lets the new one too."""
        number = next(NUMBERS)
        old, new = (self.platform.somebody(home) for _ in range(2))
        sign_up(self.platform.servers["s1"], {f"old{number}": old, f"new{number}": new})
        wallets, games = [], {}
        for person, name, amount in ((old, "Guest", 30), (new, "Known", 5)):
            self.ask("select from cards.upsert_player(%s, 'seed', 'navy')", [name], person)
            (wallet,) = self.ask(
                "select * from slots.create_wallet('AUD', 100, idempotency_key => 'w')",
                None,
                person,
            )
            wallets.append(wallet["wallet_id"])
            self.ask(
                "select from slots.wallet_operation(%s, 'credit', %s, 'c')", [wallets[-1], amount]
            )
        hero = "select id from sparc.create_character('Zed', 'warrior', idempotency_key => 'h')"
        assert isinstance(self.ask(hero, None, old), list)
        for shard in sorted(self.platform.servers.keys() - {home}):
            host = self.platform.somebody(shard)
            (made,) = self.ask(
                """select * from cards.create_game('{"maxPlayers": 4}', false, 'g')""", None, host
            )
            games[shard] = made["game_id"]
            for person in (old, new) if friend_of else (old,):
                assert self.ask("select from cards.join_game(%s)", [made["join_code"]], person) == [
                    {}
                ]
        return Two(old, new, wallets, games, f"merge {number}")

    def money(self, two: Two, home: str) -> list[int]:
        """Return the balances of the old and the new account."""
        query = "select balance::integer from slots.wallets where wallet_id = %s"
        return [self.seen(home, query, [wallet])[0][0] for wallet in two.wallets]

    def is_whole(self, two: Two, home: str) -> None:
        """Hold that the two are one on every shard, and once."""
        rows = self.closed(two.old)
        assert rows == [rows[0]] * 3
        assert (rows[0][0][1], rows[0][0][4]) == ("merged", two.new)
        assert self.money(two, home) == [0, 35]
        heroes = "select user_id from sparc.characters where user_id = any (%s)"
        assert self.seen("s1", heroes, [[two.old, two.new]]) == [(two.new,)]
        for shard, game in two.games.items():
            seats = [user for (user,) in self.seen(shard, SEATS, [game])]
            assert str(two.new) in seats
            assert str(two.old) not in seats
            (name,) = self.seen(
                shard, "select display_name from cards.players where user_id = %s", [str(two.new)]
            )
            assert name == ("Known",)
            (row,) = self.ask("select cards.player_view(%s) as view", [game], two.new)
            assert "Known" in {seat["displayName"] for seat in row["view"]["players"]}
            assert (
                self.seen(
                    shard,
                    "select from slots.accounts where owner_id = any (%s)",
                    [[two.old, two.new]],
                )
                == []
            )
        state, *_ = self.ask("select * from slots.my_limits()", None, two.old)
        assert state == "KG010"


@pytest.fixture(scope="module")
def cluster(test_databases: Any) -> Iterator[Cluster]:
    """Three shards and the router before them."""
    with (
        platform_of(test_databases, 3) as platform,
        routed(test_databases, platform) as address,
    ):
        yield Cluster(platform, address)


def test_two_accounts_become_one_on_every_shard(cluster: Cluster) -> None:
    two = cluster.two("s2")
    (row,) = cluster.ask(MERGE, [two.old, two.new, two.key])
    assert (row["person_id"], row["kind"], row["into_id"]) == (two.old, "merged", two.new)
    cluster.is_whole(two, "s2")
    assert cluster.ask(MERGE, [two.old, two.new, two.key]) == [row]
    assert cluster.ask(MERGE, [two.old, two.new, f"{two.key} again"]) == [row]
    cluster.is_whole(two, "s2")
    exported = cluster.ask("select * from core.export_person(%s, page_size => 1000)", [two.new])
    wallets = [row["row"]["wallet_id"] for row in exported if row["table_name"] == "slots.wallets"]
    assert sorted(wallets) == sorted(str(wallet) for wallet in two.wallets)


def test_nothing_is_merged_while_a_shard_is_away(cluster: Cluster) -> None:
    two = cluster.two("s2")
    with psycopg.connect(cluster.address, autocommit=True) as owner:
        for partition in ("p0", "p2"):
            with away(owner, partition):
                assert cluster.ask(MERGE, [two.old, two.new, two.key])[0] == "KG014"
            assert cluster.closed(two.old) == [[], [], []]
            assert cluster.money(two, "s2") == [30, 5]
    assert len(cluster.ask(MERGE, [two.old, two.new, two.key])) == 1
    cluster.is_whole(two, "s2")


@pytest.mark.parametrize("done", [["home"], ["home", "s1"]])
def test_a_merge_goes_on_after_a_crash_between_two_steps(cluster: Cluster, done: list[str]) -> None:
    """The router fell after the home had merged, or one more shard too: the same call does the rest, and what is done once stays so."""
    two = cluster.two("s3")
    step = "select * from core.merge_part(1, %s, %s, %s, %s, %s)"
    at = None
    for shard in done:
        where, name = ("s3", "home") if shard == "home" else (shard, "rest")
        with psycopg.connect(cluster.platform.servers[where]) as owner:
            row = owner.execute(step.encode(), [two.old, two.new, two.key, name, at]).fetchone()
            assert row
            at = row[2]
    assert cluster.closed(two.old) != [[], [], []]
    (row,) = cluster.ask(MERGE, [two.old, two.new, two.key])
    assert row["closed_at"] == at
    cluster.is_whole(two, "s3")


def test_what_one_shard_refuses_is_done_on_none(cluster: Cluster) -> None:
    """Both sit in one game of a third shard, which says so itself in the same words."""
    two = cluster.two("s2", friend_of=True)
    found = cluster.ask(MERGE, [two.old, two.new, two.key])
    assert found[0] == "KG011"
    assert json.loads(found[2])["problem"] == "both sit in one game"
    (shard,) = (shard for shard, game in two.games.items() if str(game) in found[2])
    with (
        psycopg.connect(cluster.platform.servers[shard]) as owner,
        pytest.raises(psycopg.Error) as direct,
    ):
        owner.execute("select core.merge_ids(%s, %s, 'direct')", [two.old, two.new])
    said = direct.value.diag
    assert found == (
        direct.value.sqlstate,
        said.message_primary,
        said.message_detail,
        said.message_hint,
    )
    assert cluster.closed(two.old) == [[], [], []]
    assert cluster.money(two, "s2") == [30, 5]
    for game in two.games.values():
        assert cluster.ask("select from cards.leave_game(%s)", [game], two.new) == [{}]
    assert len(cluster.ask(MERGE, [two.old, two.new, two.key])) == 1
    cluster.is_whole(two, "s2")


def test_two_who_live_on_different_shards_are_refused_with_what_to_move(cluster: Cluster) -> None:
    old, new = cluster.platform.somebody("s1"), cluster.platform.somebody("s3")
    found = cluster.ask(MERGE, [old, new, "apart"])
    detail = json.loads(found[2])
    assert (found[0], detail["problem"]) == ("KG011", "the two live on different shards")
    assert (cluster.platform.map[detail["slot"]], detail["intoShard"]) == ("s1", "s3")
    assert cluster.closed(old) == [[], [], []]


def test_a_wrong_call_is_refused_as_on_the_shard_itself(cluster: Cluster) -> None:
    one, other = (cluster.platform.somebody("s1") for _ in range(2))
    for values in (
        [None, one, "k"],
        [one, None, "k"],
        [one, one, "k"],
        [one, other, ""],
        [one, other, "x" * 201],
    ):
        assert cluster.ask(MERGE, values) == cluster.ask(MERGE, values, server="s1")
    person = cluster.platform.somebody("s1")
    assert cluster.ask(MERGE, [one, other, "k"], person) == cluster.ask(
        MERGE, [one, other, "k"], person, "s1"
    )
    assert cluster.ask(MERGE, [one, other, None])[0] == "KG015"
    assert len(cluster.ask(MERGE, [one, other, "used"])) == 1
    found = cluster.ask(MERGE, [one, person, "used"])
    assert found == cluster.ask(MERGE, [one, person, "used"], server="s1")
    assert (found[0], str(found[1]).split(":")[0]) == ("KG006", "IDEMPOTENCY_CONFLICT")


# Who leaves -------------------------------------------------------------------------------------


def test_who_leaves_has_left_at_one_instant_on_all_shards(cluster: Cluster) -> None:
    """Also where a shard was away, and the call is sent again; nobody names the instant but the router."""
    erase = "select * from core.erase_person(%s, 'asked', %s)"
    close = "select * from core.close_account()"
    closed, late, erased = (cluster.platform.somebody("s2") for _ in range(3))
    (row,) = cluster.ask(close, None, closed)
    rows = cluster.closed(closed)
    assert rows == [rows[0]] * 3
    assert rows[0][0][2:4] == (row["closed_at"], row["until"])
    (row,) = cluster.ask(erase, [erased, "erased"])
    rows = cluster.closed(erased)
    assert rows == [rows[0]] * 3
    with psycopg.connect(cluster.address, autocommit=True) as owner, away(owner, "p2"):
        assert cluster.ask(close, None, late)[0] == "KG014"
        assert cluster.ask(erase, [closed, "closed"])[0] == "KG014"
    assert [len(rows) for rows in cluster.closed(late)] == [1, 1, 0]
    assert [rows[0][1] for rows in cluster.closed(closed)] == ["erased", "erased", "closed"]
    assert len(cluster.ask(close, None, late)) == len(cluster.ask(erase, [closed, "closed"])) == 1
    for person in (late, closed):
        rows = cluster.closed(person)
        assert rows == [rows[0]] * 3
    for server in (cluster.address, cluster.platform.servers["s2"]):
        person = cluster.platform.somebody("s2")
        said = json.dumps({"sub": str(person), "role": "authenticated"})
        with psycopg.connect(server, autocommit=True) as caller:
            for name, value in (
                ("gamekeeper.leaving_instant", "2020-01-01"),
                ("request.jwt.claims", said),
            ):
                caller.execute("select set_config(%s, %s, false)", [name, value])
            caller.execute("set role authenticated")
            caller.execute("select from core.close_account()")
        (when,) = cluster.seen("s2", "select closed_at > '2021-01-01' from core.closed_persons where person_id = %s", [person])  # fmt: skip
        assert when == (True,)


# A shard without slots --------------------------------------------------------------------------


@contextmanager
def emptied(cluster: Cluster, shard: str) -> Iterator[None]:
    """Take all slots from a shard, which has the profiles that it was told, and give them back."""
    platform = cluster.platform
    addresses = json.dumps({name: name for name in (*platform.servers, HOME)})
    servers = {**platform.servers, HOME: cluster.address}

    def tell(version: int, shards: list[str]) -> None:
        for name, server in servers.items():
            with psycopg.connect(server) as owner:
                here = None if name == HOME else name
                owner.execute(TELL, [version, here, addresses, shards])

    tell(2, ["s1" if name == shard else name for name in platform.map])
    try:
        yield
    finally:
        tell(3, platform.map)
        for server in servers.values():
            with psycopg.connect(server) as owner:
                owner.execute("update core.shard_map set version = 1")


def test_a_shard_that_lost_its_last_slot_is_asked_about_people_too(cluster: Cluster) -> None:
    """It has a copy of each profile, which an erasure empties, an export shows, and a merge or a closing changes."""
    gone, other, left, old, new = (cluster.platform.somebody("s2") for _ in range(5))
    for person in (gone, other, left, old, new):
        cluster.ask("select from cards.upsert_player('Known', 'seed', 'navy')", None, person)
    profile = "select display_name, merged_into is not null from cards.players where user_id = %s"
    for person in (gone, other, old):
        assert cluster.seen("s3", profile, [str(person)]) == [("Known", False)]
    with emptied(cluster, "s3"):
        shards = cluster.platform.shards()
        assert shards.names() == ["s1", "s2"]
        for shard in ("s1", "s2"):
            with psycopg.connect(cluster.platform.servers[shard]) as owner:
                owner.execute("delete from cards.players where user_id = %s", [str(other)])
        exported = "select \"row\" ->> 'display_name' as name from core.export_person(%s, 'cards') where table_name = 'cards.players'"
        assert cluster.ask(exported, [other]) == [{"name": "Known"}]
        assert cluster.ask("select from core.erase_person(%s, 'asked', 'gone')", [gone]) == [{}]
        service = Gamekeeper(shards, Caller.service())
        kept = service.core.export_person(other, "cards")
        assert [row.table_name for row in kept] == ["cards.players"]
        service.core.erase_person(other, "asked")
        Gamekeeper(shards, Caller.user(left)).core.close_account()
        assert len(cluster.ask(MERGE, [old, new, "emptied"])) == 1
    for person in (gone, other):
        assert "Known" not in str(cluster.seen("s3", profile, [str(person)]))
    assert cluster.seen("s3", profile, [str(old)]) == [("Known", True)]
    for person, kind in ((gone, "erased"), (other, "erased"), (left, "closed"), (old, "merged")):
        assert [rows[0][1] for rows in cluster.closed(person)] == [kind] * 3
