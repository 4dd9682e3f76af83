"""The Python client where people live on two servers: each call goes to its shard, and an old map costs one refusal."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID, uuid4

import psycopg
import pytest
from gamekeeper import (
    AsyncGamekeeper,
    AsyncKept,
    AsyncShards,
    Caller,
    Gamekeeper,
    NoWay,
)
from gamekeeper.runtime import merged
from gamekeeper.shards import (
    ALL,
    DEFINITIONS,
    EXPORT_PAGE_SIZE,
    EXPORTS,
    LOBBY,
    LOBBY_SLOT,
    ONE_SERVER,
    PAGE_SIZE,
    PAGES,
    ROOMS,
    slot_in,
    slot_of,
    slot_of_code,
    way_of,
)
from tests.calls import CALLS
from tests.clients.platforms import Platform, platform_of
from tests.law import test_fence as fence

from runner import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "slots.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def platform(test_databases: object) -> Iterator[Platform]:
    """Two shards."""
    with platform_of(test_databases, 2) as made:
        yield made


def test_the_client_finds_the_slots_of_the_vectors() -> None:
    assert [slot_of(line["id"]) for line in VECTORS["ids"]] == [
        line["slot"] for line in VECTORS["ids"]
    ]
    assert [slot_in(line["uuid"]) for line in VECTORS["uuids"]] == [
        line["slot"] for line in VECTORS["uuids"]
    ]
    assert [slot_of_code(line["code"]) for line in VECTORS["codes"]] == [
        line["slot"] for line in VECTORS["codes"]
    ]
    assert VECTORS["lobby"] == LOBBY_SLOT


def test_the_lobby_is_where_the_database_has_it(owner: psycopg.Connection) -> None:
    assert owner.execute("select cards.lobby_slot()").fetchone() == (LOBBY_SLOT,)
    assert VECTORS["lobby"] == LOBBY_SLOT


def test_every_call_of_clients_has_a_way_or_says_that_it_has_none() -> None:
    person = str(uuid4())
    ids = {"session_id", "wallet_id", "game_id"}
    for line in CALLS:
        given = {
            name: "019b0000-0000-7000-8010-000000000000" if name in ids else None
            for name in line.arguments
        }
        try:
            way = way_of(line.function, given, person)
        except NoWay:
            continue
        assert way.kind in ("slot", "all", "pages", "export", "home")


def test_a_wallet_is_made_and_found_where_its_owner_lives(platform: Platform) -> None:
    for shard, other in (("s1", "s2"), ("s2", "s1")):
        shards = platform.shards()
        db = Gamekeeper(shards, Caller.user(platform.somebody(shard)))
        service = Gamekeeper(shards, Caller.service())
        wallet = db.slots.create_wallet("AUD", Decimal(100))
        service.slots.wallet_operation(wallet.wallet_id, "credit", Decimal(10), "first")
        entry = db.slots.wallet_operation(wallet.wallet_id, "debit", Decimal(3), "second")
        assert entry.balance_after == Decimal(7)
        own = f"select count(*) from slots.wallets where wallet_id = '{wallet.wallet_id}'"
        assert (platform.count(shard, own), platform.count(other, own)) == (1, 0)
        with shards.of_id(wallet.wallet_id)() as connection, connection.transaction():
            found = connection.execute(own.encode()).fetchone()
        assert found == (1,)


def test_people_of_two_shards_play_cards_and_are_shown_as_they_are_at_home(
    platform: Platform,
) -> None:
    people = [platform.somebody(shard) for shard in ("s1", "s2", "s2")]
    host, guest, plain = (Gamekeeper(platform.shards(), Caller.user(person)) for person in people)
    host.cards.upsert_player("Hanna", "h", "teal")
    known = guest.cards.upsert_player("Gus", "g", "navy")
    ticket = host.cards.create_game({"maxPlayers": 4})
    for player in (guest, plain):
        assert player.cards.join_game(ticket.join_code).game_id == ticket.game_id
    host.cards.start_game(ticket.game_id)
    view = guest.cards.player_view(ticket.game_id)
    assert str(view["playerId"]) == str(known.id)
    shown = {seat["displayName"] for seat in view["players"]}
    assert shown == {"Hanna", "Gus", "Player"}
    told = str(host.cards.list_events(ticket.game_id))
    assert str(known.id) in told
    assert not [account for account in people if str(account) in told]
    assert [game.game_id for game in guest.cards.my_games(page_size=5)] == [ticket.game_id]


def test_a_changed_profile_comes_along_with_the_next_call(platform: Platform) -> None:
    host, guest = (
        Gamekeeper(platform.shards(), Caller.user(platform.somebody(shard)))
        for shard in ("s1", "s2")
    )
    ticket = host.cards.create_game({"maxPlayers": 4})
    guest.cards.join_game(ticket.join_code)
    guest.cards.upsert_player("Gus", "g", "navy")
    guest.cards.set_ready(ticket.game_id, True)
    view = host.cards.player_view(ticket.game_id)
    assert [seat["displayName"] for seat in view["players"]] == ["Player", "Gus"]


def test_a_profile_that_a_shard_does_not_know_is_brought_anew(platform: Platform) -> None:
    host = Gamekeeper(platform.shards(), Caller.user(platform.somebody("s1")))
    person, shards = platform.somebody("s2"), platform.shards()
    ticket = host.cards.create_game({"maxPlayers": 4})
    shards.brought.add((str(person), "s1"))
    joined = Gamekeeper(shards, Caller.user(person)).cards.join_game(ticket.join_code)
    assert joined.game_id == ticket.game_id


def test_a_page_has_as_many_rows_as_on_one_machine_and_leaves_none_out() -> None:
    """What one shard has beyond the page of another comes with the next page."""

    @dataclass
    class Row:
        game_id: UUID

    def page(shard: int, after: int) -> list[Row]:
        rows = [Row(UUID(int=n)) for n in range(after - 1, 0, -1) if (n > 60) == (shard == 1)]
        return rows[:PAGE_SIZE]

    seen: list[Row] = []
    while found := merged(
        "cards.my_games",
        [page(shard, seen[-1].game_id.int if seen else 121) for shard in (1, 2)],
        {"page_size": PAGE_SIZE},
    ):
        assert len(found) <= PAGE_SIZE
        seen += found
    assert [row.game_id.int for row in seen] == list(range(120, 0, -1))


def test_pages_of_several_shards_are_as_long_as_those_of_one(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "select format('%%s.%%s', pronamespace::regnamespace, proname), pg_get_function_arguments(oid)"
        " from pg_proc where format('%%s.%%s', pronamespace::regnamespace, proname) = any (%s)",
        [[*PAGES, *EXPORTS]],
    ).fetchall()
    sizes = {**dict.fromkeys(PAGES, PAGE_SIZE), **dict.fromkeys(EXPORTS, EXPORT_PAGE_SIZE)}
    assert {
        name for name, arguments in rows if f"page_size integer DEFAULT {sizes[name]}" in arguments
    } == sizes.keys()


def test_an_old_map_costs_one_refusal(platform: Platform) -> None:
    """A slot in which nobody lives yet goes to the other shard while a client has the map before."""
    person = platform.somebody("s1")
    shards = platform.shards()
    db = Gamekeeper(shards, Caller.user(person))
    assert shards.known_map().version == 1
    moved = [*platform.map]
    moved[slot_of(person)] = "s2"
    platform.tell(2, moved)
    fetched = []
    ask = shards.fetch_map
    shards.fetch_map = lambda way: fetched.append(way) or ask(way)  # type: ignore[method-assign, func-returns-value]
    wallet = db.slots.create_wallet("AUD", Decimal(100))
    assert len(fetched) == 1
    assert shards.known_map().version == 2
    own = f"select count(*) from slots.wallets where wallet_id = '{wallet.wallet_id}'"
    assert (platform.count("s1", own), platform.count("s2", own)) == (0, 1)
    platform.tell(3, platform.map)


def test_a_closed_account_is_closed_everywhere(platform: Platform) -> None:
    person = platform.somebody("s2")
    db = Gamekeeper(platform.shards(), Caller.user(person))
    db.core.close_account()
    closed = f"select count(*) from core.closed_persons where person_id = '{person}'"
    assert [platform.count(shard, closed) for shard in ("s1", "s2")] == [1, 1]


def test_a_call_about_all_of_one_server_names_the_server(platform: Platform) -> None:
    shards = platform.shards()
    with pytest.raises(NoWay, match=r"core\.maintain_once"):
        Gamekeeper(shards, Caller.service()).core.maintain_once()
    assert Gamekeeper(shards.only("s2"), Caller.service()).cards.leaderboard() is not None


def test_the_awaited_client_goes_the_same_ways(platform: Platform) -> None:
    async def play() -> tuple[Decimal, str]:
        connections: list[AsyncKept] = []

        def opened(address: str) -> AsyncKept:
            connections.append(AsyncKept(platform.servers[address]))
            return connections[-1]

        shards = AsyncShards(opened("s1"), opened)
        db = AsyncGamekeeper(shards, Caller.user(platform.somebody("s2")))
        host = AsyncGamekeeper(shards, Caller.user(platform.somebody("s1")))
        wallet = await db.slots.create_wallet("AUD", Decimal(100))
        ticket = await host.cards.create_game({"maxPlayers": 4})
        joined = await db.cards.join_game(ticket.join_code)
        assert joined.game_id == ticket.game_id
        for connection in connections:
            await connection.close()
        return wallet.balance, platform.map[slot_in(wallet.wallet_id)]

    assert asyncio.run(play()) == (Decimal(0), "s2")


def test_the_ways_name_functions_that_there_are(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname) from pg_proc where proowner = 'gamekeeper'::regrole"
    ).fetchall()
    named = {*ONE_SERVER, *PAGES, *LOBBY, *ROOMS, *EXPORTS, *ALL, *DEFINITIONS}
    assert named - {name for (name,) in rows} == set()


def test_what_is_about_one_server_is_no_matter_of_a_slot() -> None:
    """What the fence lets pass because it is about all that is here goes to no slot's shard by itself."""
    here = {
        name
        for names, reason in fence.ANYWHERE.items()
        if reason == fence.HERE
        for name in names.split()
    }
    by_their_own = {"sparc.browse_sessions", "xp.preview"}
    assert here - by_their_own <= {*ONE_SERVER, *PAGES, *EXPORTS}
    assert fence.DEFINITIONS == DEFINITIONS
