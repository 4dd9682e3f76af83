"""The router in front of two shards: what it hands on, as whom, what it answers, and what nobody gains by it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from gamekeeper.shards import slot_of
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row
from tests.calls import CALLS, Call, statement
from tests.clients.platforms import PASSWORD, Platform, platform_of, routed, ways_to
from tests.law import test_fence as fence
from tests.world import World, become

from benchmarks import router as bench
from sharding import router, ways

Said = tuple[str | None, str | None, str | None, str | None]


@dataclass
class Routed:
    """A router and the two shards behind it."""

    platform: Platform
    address: str
    fronts: list[router.Function]

    @contextmanager
    def owner(self, server: str = "router") -> Iterator[psycopg.Connection[Any]]:
        """Lend a connection of whoever runs the servers."""
        address = self.address if server == "router" else self.platform.servers[server]
        with psycopg.connect(address, autocommit=True, row_factory=dict_row) as connection:
            yield connection

    @contextmanager
    def caller(
        self, role: str | None, claims: str | None, server: str = "router"
    ) -> Iterator[psycopg.Connection[Any]]:
        """Lend a connection of a caller."""
        with self.owner(server) as connection:
            connection.execute("select set_config('request.jwt.claims', %s, false)", [claims])
            if role:
                connection.execute(f"set role {role}".encode())
            yield connection

    def user(self, person: UUID, server: str = "router") -> Any:
        """Lend a connection of a user."""
        return self.caller("authenticated", claims_of(person), server)


def claims_of(person: UUID | str, **more: object) -> str:
    """Return the claims of a user."""
    return json.dumps({"sub": str(person), "role": "authenticated", **more})


@pytest.fixture(scope="module")
def cluster(test_databases: Any) -> Iterator[Routed]:
    """Two shards and the router before them."""
    with (
        platform_of(test_databases, 2) as platform,
        routed(test_databases, platform) as address,
    ):
        with psycopg.connect(address) as owner:
            fronts = router.handed_on(owner)
        yield Routed(platform, address, fronts)


def said(error: psycopg.Error) -> Said:
    """Return what a refusal says."""
    found = error.diag
    return (error.sqlstate, found.message_primary, found.message_detail, found.message_hint)


def refusal(connection: psycopg.Connection[Any], query: str, values: Any = None) -> Said:
    """Make a call that is refused, and return what was said."""
    with pytest.raises(psycopg.Error) as caught:
        connection.execute(query.encode(), values)
    return said(caught.value)


def answer(connection: psycopg.Connection[Any], query: str, values: Any = None) -> Any:
    """Make a call and return its rows, or what it was refused with."""
    try:
        return connection.execute(query.encode(), values).fetchall()
    except psycopg.Error as error:
        return said(error)


def wallet_of(cluster: Routed, shard: str, credit: int = 100) -> tuple[UUID, UUID]:
    """Make somebody on a shard with money; return the person and the wallet."""
    person = cluster.platform.somebody(shard)
    with cluster.user(person) as user:
        row = user.execute(
            "select wallet_id from slots.create_wallet('AUD', 1000, idempotency_key => 'w')"
        ).fetchone()
    with cluster.caller("service_role", '{"role": "service_role"}') as service:
        service.execute(
            "select from slots.wallet_operation(%s, 'credit', %s, 'c')", [row["wallet_id"], credit]
        )
    return person, row["wallet_id"]


# Where a call goes ------------------------------------------------------------------------------


def test_a_call_goes_to_the_shard_of_its_slot(cluster: Routed) -> None:
    for shard, other in (("s1", "s2"), ("s2", "s1")):
        _, wallet_id = wallet_of(cluster, shard)
        own = f"select count(*) from slots.wallets where wallet_id = '{wallet_id}'"
        assert [cluster.platform.count(name, own) for name in (shard, other)] == [1, 0]


def test_the_next_call_goes_by_a_map_that_was_told(cluster: Routed) -> None:
    """By a session that made calls before, too: the front has the map in its plan."""
    person = cluster.platform.somebody("s2")
    moved = ["s1"] * len(cluster.platform.map)
    tell = "select core.set_shard_map(%s, null, %s, %s::text[])"
    with cluster.user(person) as user, cluster.owner() as owner:
        known = owner.execute("select jsonb_object_agg(shard, address)::text as known from core.shards").fetchone()["known"]  # fmt: skip
        for _ in range(7):
            assert user.execute("select * from slots.my_limits()").fetchall() == []
        try:
            owner.execute(tell, [2, known, moved])
            found = refusal(user, "select * from slots.my_limits()")
        finally:
            owner.execute(tell, [3, known, cluster.platform.map])
        assert user.execute("select * from slots.my_limits()").fetchall() == []
        owner.execute("update core.shard_map set version = 1")
    assert found[0] == "KG014"


def test_a_call_that_makes_something_needs_a_key(cluster: Routed) -> None:
    person, wallet_id = wallet_of(cluster, "s2")
    with cluster.user(person) as user:
        for query in (
            "select slots.create_wallet('AUD', 10)",
            f"select slots.wallet_operation('{wallet_id}', 'debit', 1)",
            "select xp.claim('daily', null)",
        ):
            state, message, detail, _ = refusal(user, query)
            assert state == "KG015"
            assert str(message).startswith("KEY_REQUIRED: ")
            assert json.loads(detail or "")["field"] in ("idempotency_key", "correlation_id")
        again = "select entry_no from slots.wallet_operation(%s, 'debit', 1, 'd')"
        assert (
            user.execute(again, [wallet_id]).fetchone()
            == user.execute(again, [wallet_id]).fetchone()
        )


def test_a_page_has_what_all_shards_have_newest_first(cluster: Routed) -> None:
    made = []
    for shard in ("s1", "s2", "s1", "s2"):
        with cluster.user(cluster.platform.somebody(shard)) as user:
            made.append(
                user.execute(
                    "select game_id, join_code from cards.create_game('{\"maxPlayers\": 4}', false, 'g')"
                ).fetchone()
            )
    with cluster.user(cluster.platform.somebody("s1")) as user:
        for ticket in made:
            user.execute("select from cards.join_game(%s)", [ticket["join_code"]])
        newest = sorted((ticket["game_id"] for ticket in made), reverse=True)
        rows = user.execute("select game_id from cards.my_games()").fetchall()
        assert [row["game_id"] for row in rows] == newest
        first = user.execute("select game_id from cards.my_games(page_size => 3)").fetchall()
        assert [row["game_id"] for row in first] == newest[:3]
        rest = user.execute(
            "select game_id from cards.my_games(%s, 50)", [first[-1]["game_id"]]
        ).fetchall()
        assert [row["game_id"] for row in rest] == newest[3:]


def test_people_of_all_shards_meet_in_the_lobby(cluster: Routed) -> None:
    """Open rooms are where the lobby is, whoever made them; a private one is where its host is."""
    ann, bob = (cluster.platform.somebody(shard) for shard in ("s1", "s2"))
    made = {}
    for person in (ann, bob):
        with cluster.user(person) as user:
            for key, is_public in (("open", True), ("own", False)):
                made[person, key] = user.execute(
                    "select game_id from cards.create_game('{\"maxPlayers\": 4}', %s, %s)",
                    [is_public, key],
                ).fetchone()["game_id"]
    lobby = cluster.platform.map[ways.LOBBY_SLOT]
    for (person, key), game_id in made.items():
        home = lobby if key == "open" else cluster.platform.map[slot_of(person)]
        found = f"select count(*) from cards.games where id = '{game_id}'"
        for shard in cluster.platform.servers:
            assert cluster.platform.count(shard, found) == (shard == home), (person, key)
    open_rooms = sorted((made[ann, "open"], made[bob, "open"]), reverse=True)
    for person in (ann, bob):
        with cluster.user(person) as user:
            rows = user.execute("select game_id from cards.list_rooms()").fetchall()
            assert [row["game_id"] for row in rows if row["game_id"] in made.values()] == open_rooms


def test_a_profile_is_known_wherever_its_player_plays(cluster: Routed) -> None:
    host, guest = (cluster.platform.somebody(shard) for shard in ("s1", "s2"))
    with cluster.user(host) as user:
        ticket = user.execute(
            "select * from cards.create_game('{\"maxPlayers\": 4}', false, 'g')"
        ).fetchone()
    with cluster.user(guest) as user:
        user.execute("select from cards.upsert_player('Gus', 'g', 'navy')")
        user.execute("select from cards.join_game(%s)", [ticket["join_code"]])
        user.execute("select from cards.upsert_player('Gustav', 'g', 'navy')")
        view = user.execute("select cards.player_view(%s) as view", [ticket["game_id"]]).fetchone()[
            "view"
        ]
    assert {seat["displayName"] for seat in view["players"]} == {"Player", "Gustav"}


def test_an_account_is_closed_on_every_shard(cluster: Routed) -> None:
    person, _ = wallet_of(cluster, "s2", 1)
    with cluster.user(person) as user:
        user.execute("select from core.close_account()")
        assert refusal(user, "select cards.matchmake()")[0] == "KG010"
    closed = f"select count(*) from core.closed_persons where person_id = '{person}'"
    assert [cluster.platform.count(shard, closed) for shard in ("s1", "s2")] == [1, 1]


# What stays the same ----------------------------------------------------------------------------


def test_a_front_is_called_as_the_function_is(
    cluster: Routed, owner: psycopg.Connection[Any]
) -> None:
    plan = {function.full: function for function in (*router.chosen(owner), *router.parts(owner))}
    with psycopg.connect(cluster.address) as on_router:
        merged = [one for one in router.chosen(on_router) if one.full in ways.MERGED]
    for front in (*cluster.fronts, *merged):
        of_plan = plan[front.full]
        assert (front.declared, front.result, front.nature, front.arguments) == (
            of_plan.declared,
            of_plan.result,
            of_plan.nature,
            of_plan.arguments,
        )
    signatures = [front.signature for front in (*cluster.fronts, *merged)]
    rights = (
        "select p.oid::regprocedure::text, obj_description(p.oid), array(select a::text from unnest(p.proacl) as a order by 1)"
        " from pg_proc as p where p.oid = any (%s::regprocedure[]) order by 1"
    )
    with psycopg.connect(cluster.address) as on_router:
        assert (
            on_router.execute(rights.encode(), [signatures]).fetchall()
            == owner.execute(rights.encode(), [signatures]).fetchall()
        )


def alike(world: World, line: Call, direct: Any, through: Any) -> bool:
    """Tell whether two answers of a function are the same, but for what each call makes anew."""
    if isinstance(direct, tuple) or isinstance(through, tuple):
        return bool(direct == through)
    return [{k: type(v) for k, v in row.items()} for row in direct] == [
        {k: type(v) for k, v in row.items()} for row in through
    ]


@pytest.fixture(scope="module")
def one_shard(world: World, test_databases: Any) -> Iterator[tuple[World, Routed]]:
    """The world as the only shard of a router."""
    platform = Platform({"s1": world.conninfo}, ["s1"] * 1024)
    with routed(test_databases, platform) as address:
        platform.tell(1, platform.map)
        with psycopg.connect(address) as owner:
            fronts = router.handed_on(owner)
        yield world, Routed(platform, address, fronts)


def test_every_function_answers_through_its_front_as_it_does_itself(
    one_shard: tuple[World, Routed],
) -> None:
    """Each sample is called directly and undone, then through the router: every argument and result crosses over."""
    world, behind = one_shard
    fronts = {front.full: front for front in behind.fronts}
    lines = [line for line in (*CALLS, *fence.SERVICE) if line.function in fronts]
    lines = [line for line in lines if fence.name_of(line) not in ways.named(ways.LOCAL)]
    different = {}
    called = set()
    with behind.owner() as through, behind.owner("s1") as direct:
        direct.execute(
            "update core.settings set value = 'false' where name = 'core.clients_can_abort'"
        )
        for line in lines:
            values = line.values(world)
            key = fronts[line.function].key
            if key and not values.get(key):
                continue
            query = statement(line.function, {**line.arguments}).as_string()
            become(direct, line.caller)
            become(through, line.caller)
            direct.execute("begin")
            expected = answer(direct, query, values)
            direct.execute("rollback")
            got = answer(through, query, values)
            called.add(line.function)
            if not alike(world, line, expected, got):
                different[f"{line.function} {line.caller}"] = (expected, got)
    assert different == {}
    assert len(called) > 80


def test_rows_that_only_read_are_the_same_to_the_last_sign(
    one_shard: tuple[World, Routed],
) -> None:
    world, behind = one_shard
    queries = (
        ("ana", "select * from slots.list_events(:spun)"),
        ("ana", "select * from slots.session_status(:spun)"),
        ("ana", "select * from cards.list_events(:tricks)"),
        ("ana", "select * from cards.replay(:over)"),
        ("sam", "select * from sparc.list_session_events(:night)"),
        ("sam", "select * from sparc.get_session_details(:night)"),
        ("ana", "select * from slots.rl_export(:spun)"),
        ("ana", "select * from slots.verify_wallet(:wallet)"),
        ("ana", "select * from slots.activity_statement('2026-06-01', '2027-05-31')"),
    )
    with behind.owner() as through, behind.owner("s1") as direct:
        for who, query in queries:
            become(direct, who)
            become(through, who)
            filled = world.filled(query)
            found = answer(direct, filled)
            assert answer(through, filled) == found
            assert isinstance(found, list)


# Who calls --------------------------------------------------------------------------------------

ANA = "3fac4237-7f1f-6020-e34a-f1f3ec270001"
CLAIMS = (
    None,
    "",
    "{}",
    "5",
    "no json",
    '{"sub": "x", "role": "authenticated"}',
    '{"sub": {"sub": 1}, "role": ["service_role"]}',
    '{"role": "service_role"}',
    '{"role": "anon"}',
    json.dumps({"sub": ANA.upper(), "role": "authenticated"}),
    json.dumps({"sub": ANA, "role": "service_role"}),
    json.dumps({"sub": ANA, "role": "anon"}),
    json.dumps({"sub": ANA, "role": "service_role", "app_metadata": {"gamekeeper": "operator"}}),
    json.dumps({"sub": ANA, "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}),
    json.dumps({"sub": f"{ANA}' or true --", "role": "authenticated"}),
)
ASKED = (
    "select currency from slots.create_wallet('AUD', 10, '{}', '7fac4237-7f1f-6020-e34a-f1f3ec270002', 'h')",
    "select kind from slots.my_limits()",
    "select operation from slots.wallet_operation('01a21882-5f83-704d-b527-57b53979b750', 'credit', 5, 'h')",
    "select * from xp.grant_xp(5, 5, 'QUEST', '3fac4237-7f1f-6020-e34a-f1f3ec270001')",
    "select name from sparc.create_character('Rook', 'rogue', 'h')",
    "select * from sparc.browse_sessions()",
    "select * from core.erase_person('7fac4237-7f1f-6020-e34a-f1f3ec270002', 'x', 'h')",
)


@pytest.fixture(scope="module")
def direct(test_databases: Any) -> Iterator[Routed]:
    """One machine, asked directly, with nobody there."""
    name = test_databases.clone()
    address = test_databases.server.conninfo(name)
    with psycopg.connect(address) as owner:
        owner.execute("select core.set_setting('core.clients_can_abort', 'false')")
    yield Routed(Platform({}, []), address, [])
    test_databases.drop(name)


def shape(found: Any) -> Any:
    """Return an answer without the ids and instants in it."""
    if isinstance(found, tuple):
        return found
    return [
        {k: v if isinstance(v, str | int) else type(v) for k, v in row.items()} for row in found
    ]


@pytest.mark.parametrize("role", ["anon", "authenticated", "service_role", None])
def test_hostile_claims_and_roles_gain_nothing(
    cluster: Routed, direct: Routed, role: str | None
) -> None:
    """Whatever a caller is and says, the router answers what one machine does: with None it is who runs the server."""
    different = {}
    with cluster.caller(role, None) as there, direct.caller(role, None) as here:
        for claims in CLAIMS:
            for connection in (here, there):
                connection.execute("select set_config('request.jwt.claims', %s, false)", [claims])
            for query in ASKED:
                expected, found = shape(answer(here, query)), shape(answer(there, query))
                if expected != found:
                    different[claims, query] = (expected, found)
    assert different == {}


def test_no_client_reaches_what_stands_behind_the_fronts(cluster: Routed) -> None:
    for role in ("anon", "authenticated", "service_role"):
        with cluster.caller(role, claims_of(ANA)) as caller:
            for query in (
                "select gateway.context()",
                "select gateway.slots_my_limits(0, array['{}', 'service_role', 'off', '0', 'UTC'])",
                "select umoptions from pg_user_mapping",
            ):
                assert refusal(caller, query)[0] in ("42501", "42883"), query
            seen = caller.execute("select umoptions from pg_user_mappings").fetchall()
            assert [row["umoptions"] for row in seen] == [None]


def test_no_client_has_a_right_on_a_table_of_the_router(cluster: Routed) -> None:
    with cluster.owner() as owner:
        rows = owner.execute(
            """
            select c.oid::regclass::text as relation, r.role from pg_class as c
            cross join unnest(array['anon', 'authenticated', 'service_role']) as r (role)
            where c.relnamespace::regnamespace::text in ('auth', 'core', 'slots', 'cards', 'xp', 'sparc')
              and c.relkind in ('r', 'p', 'v', 'm')
              and (has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate, references, trigger')
                or has_any_column_privilege(r.role, c.oid, 'select, insert, update, references'))
            """
        ).fetchall()
        assert rows == []
    with cluster.caller("service_role", '{"role": "service_role"}') as service:
        for table in (
            "slots.wallets",
            "cards.games",
            "core.errors",
            "sparc.sessions",
            "auth.users",
        ):
            assert refusal(service, f"select from {table}")[0] == "42501"


def test_what_the_router_does_not_have_is_refused_to_everybody(cluster: Routed) -> None:
    with cluster.owner() as owner:
        for name in ways.named(ways.CLOSED):
            rows = owner.execute(
                """
                select r.role from pg_proc as p, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
                where p.oid = any (array(select q.oid from pg_proc as q where format('%%s.%%s', q.pronamespace::regnamespace, q.proname) = %s))
                  and has_function_privilege(r.role, p.oid, 'execute')
                """,
                [name],
            ).fetchall()
            assert rows == [], name
    with cluster.user(uuid4()) as user:
        found = refusal(user, "select * from slots.house_balances()")
    assert found == ("42501", "permission denied for function house_balances", None, None)


def test_tables_of_the_router_take_no_rows_that_live_on_shards(cluster: Routed) -> None:
    with cluster.owner() as owner:
        for query in (
            "insert into slots.limits (owner_id, currency, kind, period) select gen_random_uuid(), 'AUD', 'loss', 'month'",
            "insert into xp.xp_users default values",
            "insert into cards.games default values",
            "insert into sparc.users default values",
        ):
            assert refusal(owner, query)[0] == "KG013", query


def test_definitions_are_written_on_the_router_itself(cluster: Routed) -> None:
    with cluster.caller("service_role", '{"role": "service_role"}') as service:
        service.execute("select from xp.set_levels('{0,5,1000}')")
        service.execute("select from core.set_setting('cards.room_size', '4')")
        rows = service.execute("select * from core.health()").fetchall()
        assert len(rows) > 10


# The gateway ------------------------------------------------------------------------------------


@contextmanager
def gateway(cluster: Routed, shard: str) -> Iterator[psycopg.Connection[Any]]:
    """Lend a connection of the router's login to a shard."""
    way = make_conninfo(cluster.platform.servers[shard], user=router.LOGIN, password=PASSWORD)
    with psycopg.connect(way, autocommit=True, row_factory=dict_row) as connection:
        yield connection


def test_the_login_of_the_router_has_gateways_and_nothing_else(cluster: Routed) -> None:
    with gateway(cluster, "s1") as connection:
        rows = connection.execute(
            """
            select p.oid::regprocedure::text as function from pg_proc as p
            where p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'test')
              and has_schema_privilege(p.pronamespace, 'usage') and has_function_privilege(p.oid, 'execute')
              and not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')
            """
        ).fetchall()
        may = {row["function"].split("(")[0] for row in rows}
        assert may == {front.gateway for front in cluster.fronts} | {
            "gateway.assume",
            "gateway.enter",
        }
        for query in (
            "select from slots.wallets",
            "select core.version()",
            "select core.slot_of('x')",
            "create table gateway.mine ()",
            "create table public.mine ()",
            "set role gamekeeper",
        ):
            assert refusal(connection, query)[0] == "42501", query


def call_gateway(
    connection: psycopg.Connection[Any],
    context: list[str | None],
    function: str = "slots_my_limits",
) -> Any:
    """Call a gateway of no arguments as the router does."""
    return connection.execute(
        f"select * from gateway.{function}(%s)".encode(), [context]
    ).fetchall()


@pytest.mark.parametrize(
    "role",
    [None, "", "none", "postgres", "gamekeeper", "gamekeeper_gateway", "gamekeeper_monitor", "Anon", " anon", "anon; reset role", '"anon"'],
)  # fmt: skip
def test_a_gateway_calls_as_one_of_three_roles(cluster: Routed, role: str | None) -> None:
    with gateway(cluster, "s1") as connection:
        (row,) = call_gateway(connection, [claims_of(ANA), role, "off", "0", "UTC"])
        assert (row["sqlstate"], row["answers"]) == ("42501", None)
        now = connection.execute(
            "select current_user as who, current_setting('role') as role, nullif(current_setting('request.jwt.claims', true), '') as claims"
        ).fetchone()
        assert now == {"who": router.LOGIN, "role": "none", "claims": None}


def test_a_gateway_computes_the_slot_again(cluster: Routed) -> None:
    person = cluster.platform.somebody("s1")
    context: list[str | None] = [claims_of(person), "authenticated", "off", "0", "UTC"]
    with gateway(cluster, "s2") as connection:
        (row,) = call_gateway(connection, context)
        assert row["sqlstate"] == "KG013"
    with gateway(cluster, "s1") as connection:
        (row,) = call_gateway(connection, context)
        assert (row["sqlstate"], row["answers"]) == (None, [])
        left = connection.execute("select current_setting('role') as role").fetchone()
        assert left == {"role": "none"}


def test_the_session_of_the_caller_goes_along(cluster: Routed) -> None:
    person, wallet_id = wallet_of(cluster, "s2")
    debit = "select from slots.wallet_operation(%s, 'debit', 1, 'x')"
    with cluster.user(person) as user, cluster.user(person, "s2") as direct:
        for connection in (user, direct):
            connection.execute("set default_transaction_read_only = on")
        assert refusal(user, debit, [wallet_id]) == refusal(direct, debit, [wallet_id])
        assert refusal(user, debit, [wallet_id])[0] == "25006"
        for connection in (user, direct):
            connection.execute("reset default_transaction_read_only")
            connection.execute("set lock_timeout = '20ms'")
        with cluster.owner("s2") as holder, holder.transaction():
            holder.execute("select from slots.wallets where wallet_id = %s for update", [wallet_id])
            assert refusal(user, debit, [wallet_id]) == refusal(direct, debit, [wallet_id])
            assert refusal(user, debit, [wallet_id])[0] == "55P03"
        user.execute("set timezone = 'Asia/Tokyo'")
        user.execute("select from core.close_account()")
        direct.execute("set timezone = 'Asia/Tokyo'")
        closed = refusal(user, debit, [wallet_id])
        assert "+09:00" in str(closed[2])
        assert closed == refusal(direct, debit, [wallet_id])


def test_a_caller_who_says_nothing_waits_for_a_lock_as_long_as_the_login_does(
    cluster: Routed,
) -> None:
    """Who says more or less waits as long as they say, and the next caller of the same connection does not."""
    person, wallet_id = wallet_of(cluster, "s2")
    debit = "select from slots.wallet_operation(%s, 'debit', 1, %s)"
    with cluster.owner("s2") as owner:
        said = owner.execute(
            "select setconfig from pg_db_role_setting where setrole = %s::regrole and setdatabase = 0",
            [router.LOGIN],
        ).fetchone()["setconfig"]
        assert "lock_timeout=10s" in said
        of_login = psycopg.sql.SQL("alter role {} in database {} ").format(
            psycopg.sql.Identifier(router.LOGIN), psycopg.sql.Identifier(owner.info.dbname)
        )
        owner.execute(of_login + psycopg.sql.SQL("set lock_timeout = '50ms'"))
        try:
            with cluster.user(person) as user, owner.transaction():
                owner.execute(
                    "select from slots.wallets where wallet_id = %s for update", [wallet_id]
                )
                user.execute("set statement_timeout = '30s'")
                assert refusal(user, debit, [wallet_id, "1"])[0] == "55P03"
                user.execute("set lock_timeout = '29s'")
                user.execute("set statement_timeout = '1s'")
                assert refusal(user, debit, [wallet_id, "2"])[0] == "57014"
                user.execute("reset lock_timeout")
                user.execute("set statement_timeout = '30s'")
                assert refusal(user, debit, [wallet_id, "3"])[0] == "55P03"
        finally:
            owner.execute(of_login + psycopg.sql.SQL("reset lock_timeout"))


def test_an_error_has_the_form_that_postgrest_reads(cluster: Routed) -> None:
    person, _ = wallet_of(cluster, "s2")
    with cluster.user(person) as user, cluster.user(person, "s2") as direct:
        for connection in (user, direct):
            connection.execute("select set_config('request.method', 'POST', false)")
        query = "select slots.create_wallet('AU', 10, idempotency_key => 'p')"
        found = refusal(user, query)
        assert found[0] == "PGRST"
        assert found == refusal(direct, query)


# What has been answered has happened ------------------------------------------------------------


def session_of(cluster: Routed, shard: str) -> tuple[UUID, UUID]:
    """Make a person a session of slots with a bet on it."""
    person, wallet_id = wallet_of(cluster, shard)
    with cluster.caller("service_role", '{"role": "service_role"}', shard) as owner:
        owner.execute("reset role")
        # Definitions come by replication, which databases of one test have not.
        owner.execute("set session_replication_role = replica")
        owner.execute("delete from core.slots")
        game = owner.execute(
            "select game_id from slots.create_game('Letters of ' || gen_random_uuid(),"
            """ '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.9}}}')"""
        ).fetchone()["game_id"]
    cluster.platform.tell(1, cluster.platform.map)
    with cluster.user(person) as user:
        made = user.execute(
            "select session_id from slots.create_session(%s, '{}', %s, 'luck', 's')",
            [game, wallet_id],
        ).fetchone()["session_id"]
        user.execute(
            """select from slots.act(%s, '{"type": "PlaceBet", "amount": 5}', 'b')""", [made]
        )
    return person, made


SPIN = """select (slots.act(%s, '{"type": "Spin"}', 'spin'))::text as shown"""


def spins(cluster: Routed, shard: str, session_id: UUID) -> int:
    """Return how many spins a shard has of a session."""
    return cluster.platform.count(
        shard,
        f"select count(*) from slots.gameplay_events where session_id = '{session_id}' and action ->> 'type' = 'Spin'",
    )


def test_a_draw_that_was_shown_cannot_be_taken_back(cluster: Routed) -> None:
    """By a rollback, by an error of the statement around it, and in one transaction with its bet."""
    person, session_id = session_of(cluster, "s2")
    with cluster.user(person) as user:
        user.execute("begin")
        assert user.execute(SPIN, [session_id]).fetchone()
        user.execute("rollback")
        assert spins(cluster, "s2", session_id) == 1
        user.execute("begin")
        user.execute(
            """select from slots.act(%s, '{"type": "PlaceBet", "amount": 5}', 'b2')""", [session_id]
        )
        cast = SPIN.replace("'spin'", "'spin2'").replace("::text", "::text::integer")
        state, message, *_ = refusal(user, cast, [session_id])
        assert (state, '"(' in str(message)) == ("22P02", True)
        user.execute("rollback")
        assert spins(cluster, "s2", session_id) == 2


WAITING = "select count(*) from pg_stat_activity where datname = current_database() and usename = %s and wait_event_type = 'Lock'"


def until_waiting(owner: psycopg.Connection[Any], number: int) -> None:
    """Wait until so many calls of the router wait for a lock on a shard; less long than the login lets them wait."""
    for _ in range(400):
        if owner.execute(WAITING, [router.LOGIN]).fetchone() == {"count": number}:
            return
        time.sleep(0.05)
    raise AssertionError(f"there are never {number} calls that wait")


def test_a_draw_that_was_cancelled_was_not_shown(cluster: Routed) -> None:
    """The shard gives it up too, and makes it when the call is sent again."""
    person, session_id = session_of(cluster, "s2")
    with (
        cluster.user(person) as user,
        cluster.owner("s2") as holder,
        cluster.owner("s2") as seen,
        ThreadPoolExecutor(1) as beside,
    ):
        user.execute("set lock_timeout = '50s'")
        with holder.transaction():
            holder.execute(
                "select from slots.sessions where session_id = %s for update", [session_id]
            )
            refused = beside.submit(refusal, user, SPIN, [session_id])
            until_waiting(seen, 1)
            user.cancel()
            assert refused.result()[0] == "57014"
            until_waiting(seen, 0)
        assert spins(cluster, "s2", session_id) == 0
        assert user.execute(SPIN, [session_id]).fetchone()
    assert spins(cluster, "s2", session_id) == 1


def test_only_the_login_of_gateways_draws_at_once(cluster: Routed) -> None:
    with cluster.user(uuid4(), "s2") as direct:
        direct.execute("set application_name = 'gamekeeper_gateway'")
        claims = claims_of(ANA, session_user="gamekeeper_gateway", role="gamekeeper_gateway")
        direct.execute("select set_config('request.jwt.claims', %s, false)", [claims])
        assert refusal(direct, "select core.may_draw_at_once()")[0] == "42501"
    with cluster.owner("s2") as owner:
        owner.execute("grant execute on function core.may_draw_at_once() to authenticated")
        try:
            owner.execute("select set_config('request.jwt.claims', %s, false)", [claims])
            owner.execute("set role authenticated")
            seen = owner.execute("select core.may_draw_at_once() as may").fetchone()
        finally:
            owner.execute("reset role")
            owner.execute("revoke execute on function core.may_draw_at_once() from authenticated")
    assert seen == {"may": False}


# When a shard is away ---------------------------------------------------------------------------


def test_a_shard_that_is_away_is_said_without_its_address(cluster: Routed) -> None:
    person = cluster.platform.somebody("s2")
    with cluster.owner() as owner:
        before = owner.execute("select srvoptions from pg_foreign_server").fetchone()["srvoptions"]
        way = next(option for option in before if option.startswith("p1=")).removeprefix("p1=")
        aim = f"alter server {router.CLUSTER} options (set p1 %s)".encode()
        away = "host=127.0.0.1 port=1 dbname=secret_name"
        owner.execute(psycopg.sql.SQL(aim.decode().replace("%s", "{}")).format(away))
        try:
            with cluster.user(person) as user:
                found = refusal(user, "select * from slots.my_limits()")
                page = refusal(user, "select * from cards.my_games()")
                everywhere = refusal(user, "select * from core.close_account()")
        finally:
            owner.execute(psycopg.sql.SQL(aim.decode().replace("%s", "{}")).format(way))
    for state, *words in (found, page, everywhere):
        assert state == "KG014"
        text = " ".join(str(word) for word in words)
        assert not [word for word in ("127.0.0.1", "port", "secret_name", "onnect") if word in text]
    assert json.loads(found[2] or "")["mapVersion"] == 1
    with cluster.user(person) as user:
        assert user.execute("select * from slots.my_limits()").fetchall() == []


def test_a_connection_that_was_lost_is_opened_again(cluster: Routed) -> None:
    person = cluster.platform.somebody("s2")
    with cluster.user(person) as user, cluster.owner("s2") as owner:
        user.execute("select * from slots.my_limits()")
        owner.execute(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = %s and datname = current_database()",
            [router.LOGIN],
        )
        first = answer(user, "select * from slots.my_limits()")
        assert first == [] or first[0] == "KG014"
        assert user.execute("select * from slots.my_limits()").fetchall() == []


# Measured ---------------------------------------------------------------------------------------


def test_a_call_is_measured_on_both_servers(cluster: Routed) -> None:
    took = bench.measure(cluster.address, cluster.platform.servers["s2"], calls=2, warm=1)
    assert took.keys() == bench.CALLS.keys()
    for found in took.values():
        assert len(found.direct) == len(found.router) == len(found.shard) == 2
        assert min(*found.direct, *found.router, *found.shard) > 0


# Verified ---------------------------------------------------------------------------------------


def changed(cluster: Routed, server: str, fault: str = "") -> list[str]:
    """Return what laying it again would change on one server, after something was done there that is undone."""

    def lay(connection: psycopg.Connection[Any]) -> None:
        if server == "router":
            router.lay_router(connection, ways_to(cluster.platform), PASSWORD)
        else:
            router.lay_shard(connection, cluster.fronts, PASSWORD)

    address = cluster.address if server == "router" else cluster.platform.servers[server]
    with psycopg.connect(address) as owner:
        owner.execute(fault.encode())
        found = router.changed(owner, lay)
        owner.rollback()
    return found


@pytest.mark.parametrize("server", ["router", "s1", "s2"])
def test_what_was_laid_is_as_it_would_be_laid(cluster: Routed, server: str) -> None:
    assert changed(cluster, server) == []


def test_a_front_that_a_rework_overwrote_is_found(
    cluster: Routed, owner: psycopg.Connection[Any]
) -> None:
    """So are a right that came back, a gateway that is gone and one that was changed."""
    act = "slots.act(uuid,jsonb,text)"
    of_plan = owner.execute("select pg_get_functiondef(%s::regprocedure)", [act]).fetchone()
    assert of_plan
    faults = {
        "router": {
            of_plan[0]: "function slots.act(uuid,jsonb,text) is not as the router makes it",
            "grant execute on function slots.house_balances() to anon": (
                "function slots.house_balances() is not as the router makes it"
            ),
            "grant select (balance) on slots.wallets to authenticated": (
                "table slots.wallets is not as the router makes it"
            ),
            "drop trigger router_keeps_none on cards.games": (
                "trigger router_keeps_none of cards.games is not there"
            ),
            "grant usage on schema gateway to anon": "schema gateway is not as the router makes it",
        },
        "s2": {
            "drop function gateway.slots_act": (
                "function gateway.slots_act(text[],uuid,jsonb,text) is not there"
            ),
            "grant execute on function gateway.slots_act to public": (
                "function gateway.slots_act(text[],uuid,jsonb,text) is not as the router makes it"
            ),
            "create function gateway.mine() returns integer return 1": (
                "function gateway.mine() should not be there"
            ),
        },
    }
    for server, planted in faults.items():
        for planted_fault, found in planted.items():
            assert changed(cluster, server, planted_fault) == [found]
