"""What is kept of a person on three shards is exported as one machine with the same data does: in its order, page by page, each row once.

Each shard has the rows of its slots, the first one sparc too. Profiles and request keys stand on all of them, as moves leave them.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import psycopg
import pytest
from gamekeeper import (
    AsyncGamekeeper,
    AsyncKept,
    AsyncShards,
    Caller,
    Gamekeeper,
    GamekeeperError,
)
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from tests.clients.platforms import away, platform_of, routed
from tests.people.states import BEGIN, BYSTANDERS, COMMON, STATES, told
from tests.sharding.twice import Twice, answer
from tests.world import World, user_id

from sharding import tables

PEOPLE = ("winner", "ranked", "merged", "merger", "playercompleted")
ASKED = ("winner", "ranked", "merger", "playercompleted", "pal")
# Keys whose order is another one where a language orders texts.
KEYS = "".join(
    f"pal: select from slots.create_wallet('XXX', 1, idempotency_key => '{key}')\n"
    for key in ("a", "B", "b-a", "ba", "Ä", "\uffe5", "\U0001f0a1", " ")
)
ELSEWHERE = "= any (array(select s.slot from core.slots as s where s.state = 'elsewhere'))"
SPARC = """
select format('delete from %s', c.oid::regclass) from pg_class as c
where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'sparc'::regnamespace
  and c.relname not in ('class_templates', 'tutorial_steps')
union all select 'delete from auth.users' order by 1
"""


class Spread(Twice):
    """Both, read page by page."""

    def pages(self, query: str, size: int) -> list[dict[str, Any]]:
        """Return the rows of all pages, on which both agree; the query takes what is after, and the size."""
        rows: list[dict[str, Any]] = []
        while True:
            page = self.same(query, [Jsonb(after(rows)) if rows else None, size])
            rows += page
            if len(page) < size:
                return rows


def after(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a page begins behind."""
    return {name: rows[-1][name] for name in ("system", "table_name", "key")}


def keep_own(server: str, shard: str) -> None:
    """Leave a shard, which was a copy of all, nothing but what lives there, and copies of profiles that are older."""
    with psycopg.connect(server) as owner:
        owner.execute("set session_replication_role = replica")
        conditions = {**tables.OWNED, "xp.xp_board_scores": tables.OF_USERS}
        for name, condition in reversed(conditions.items()):
            here = condition.replace("= %(slot)s", ELSEWHERE).replace("%%", "%")
            owner.execute(f"delete from {name} as t where {here}".encode())
        owner.execute(
            f"update cards.players set display_name = 'Older' where core.slot_in(id) {ELSEWHERE}".encode()
        )
        if shard != "s1":
            for (statement,) in owner.execute(SPARC.encode()).fetchall():
                owner.execute(statement.encode())


@pytest.fixture(scope="module")
def spread(test_databases: Any) -> Iterator[Spread]:
    """One machine that was played on, and three shards and a router with what lives on each."""
    name = test_databases.clone()
    address = test_databases.server.conninfo(name)
    lines = BEGIN + KEYS + "".join(told(who, COMMON) + told(who, STATES[who]) for who in PEOPLE)
    World(address, lines, (*BYSTANDERS, *PEOPLE)).close()
    with (
        platform_of(test_databases, 3, name) as platform,
        routed(test_databases, platform, name) as front,
        psycopg.connect(front, autocommit=True, row_factory=dict_row) as through,
        psycopg.connect(address, autocommit=True, row_factory=dict_row) as one,
    ):
        for shard, server in platform.servers.items():
            keep_own(server, shard)
        platform.clones.append(name)
        yield Spread(platform, one, through)


@pytest.mark.parametrize("name", ASKED)
def test_the_service_exports_what_all_shards_keep_of_a_person(spread: Spread, name: str) -> None:
    spread.become("service_role")
    query = f"select * from core.export_person('{user_id(name)}', null, %s::jsonb, %s)"
    rows = spread.pages(query, 7)
    assert spread.pages(query, 1000) == rows
    keys = [(row["system"], row["table_name"], json.dumps(row["key"])) for row in rows]
    assert len(keys) == len(set(keys))
    assert {row["system"] for row in rows} >= {"cards", "core", "slots"}
    parts = [
        spread.platform.count(
            shard, f"select count(*) from core.export_rows('{user_id(name)}', null, null, 1000)"
        )
        for shard in spread.platform.servers
    ]
    assert max(parts) < len(rows) < sum(parts)


def test_a_person_exports_what_all_shards_keep_of_them(spread: Spread) -> None:
    for name in ASKED:
        spread.become("authenticated", str(user_id(name)))
        rows = spread.pages("select * from core.export_my_data('slots', %s::jsonb, %s)", 2)
        assert spread.same("select * from core.export_my_data('slots')") == rows
        assert spread.same("select * from core.export_my_data('xp')") or name == "pal"


def test_a_row_of_several_shards_is_the_one_of_the_home(spread: Spread) -> None:
    """The shards where a player does not live have an older name here."""
    spread.become("authenticated", str(user_id("winner")))
    rows = spread.same("select * from core.export_my_data('cards')")
    (name,) = [row["row"]["display_name"] for row in rows if row["table_name"] == "cards.players"]
    assert name != "Older"


def test_what_is_refused_is_refused_alike(spread: Spread) -> None:
    last = '{"system": "slots", "table_name": "slots.wallets", "key": ["x"]}'
    queries = (
        "select * from core.export_my_data()",
        "select * from core.export_my_data(page_size => 0)",
        "select * from core.export_my_data(page_size => null)",
        "select * from core.export_my_data(page_size => 1001)",
        "select * from core.export_my_data('nothing')",
        "select * from core.export_my_data(after => '{}')",
        f"select * from core.export_my_data(after => '{last}')",
        f"select * from core.export_my_data('cards', '{last}')",
        f"select * from core.export_person('{user_id('pal')}')",
        "select * from core.export_person(null)",
        f"select * from core.export_person('{user_id('pal')}', 'xp', page_size => -1)",
    )
    callers = (
        *(("authenticated", name) for name in ("pal", "merged", "nobody", None)),
        ("service_role", None),
        ("anon", None),
    )
    for role, name in callers:
        spread.become(role, str(user_id(name)) if name else None)
        for query in queries:
            spread.same(query)


def test_an_export_is_refused_where_a_shard_is_away_or_has_another_map(spread: Spread) -> None:
    spread.become("service_role")
    query = f"select * from core.export_person('{user_id('pal')}')"
    known = spread.same(query)
    for partition in ("p0", "p2"):
        spread.router.execute("reset role")
        with away(spread.router, partition):
            spread.become("service_role")
            assert answer(spread.router, query)[0] == "KG014"
            spread.router.execute("reset role")
    with psycopg.connect(spread.platform.servers["s2"], autocommit=True) as owner:
        owner.execute("update core.shard_map set version = 2")
        try:
            spread.become("service_role")
            found = answer(spread.router, query)
            with pytest.raises(GamekeeperError, match="RETRY_LATER") as refused:
                client(spread, Caller.service(), tries=2).core.export_person(user_id("pal"))
        finally:
            owner.execute("update core.shard_map set version = 1")
    assert found[0] == "KG014"
    assert json.loads(found[2]) == {"slot": None, "mapVersion": 2}
    assert refused.value.detail == {"slot": None, "mapVersion": 2}
    assert spread.same(query) == known


def client(spread: Spread, caller: Caller, tries: int = 5) -> Gamekeeper:
    """Return a client that knows the map."""
    return Gamekeeper(spread.platform.shards(), caller, tries=tries)


def rows_of(found: list[Any]) -> list[dict[str, Any]]:
    """Return rows of a client as those of a query."""
    return [asdict(row) for row in found]


@pytest.mark.parametrize("name", ["winner", "pal"])
def test_the_client_joins_what_all_shards_keep(spread: Spread, name: str) -> None:
    spread.become("service_role")
    every = spread.same(f"select * from core.export_person('{user_id(name)}', page_size => 1000)")
    db = client(spread, Caller.service())
    rows: list[dict[str, Any]] = []
    while page := rows_of(
        db.core.export_person(user_id(name), after=after(rows) if rows else None, page_size=9)
    ):
        assert len(page) <= 9
        rows += page
    assert rows == every
    assert rows_of(client(spread, Caller.user(user_id(name))).core.export_my_data()) == every[:100]


def test_the_awaited_client_joins_them_too(spread: Spread) -> None:
    async def ask() -> list[Any]:
        opened: dict[str, AsyncKept] = {}

        def way(shard: str) -> AsyncKept:
            return opened.setdefault(shard, AsyncKept(spread.platform.servers[shard]))

        db = AsyncGamekeeper(AsyncShards(way("s1"), way), Caller.user(user_id("ranked")))
        found = await db.core.export_my_data(page_size=1000)
        for connection in opened.values():
            await connection.close()
        return found

    spread.become("authenticated", str(user_id("ranked")))
    every = spread.same("select * from core.export_my_data(page_size => 1000)")
    assert rows_of(asyncio.run(ask())) == every
