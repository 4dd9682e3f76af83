"""Every function that clients may call has its place on the router, and goes to the slot that its fence enters."""

from __future__ import annotations

import psycopg
import pytest
from gamekeeper.shards import way_of
from tests.calls import Call
from tests.law import test_fence as fence
from tests.world import ROLES, World, become, user_id

from sharding import router, ways

LOCAL, CLOSED = ways.named(ways.LOCAL), ways.named(ways.CLOSED)


def chosen(owner: psycopg.Connection) -> list[router.Function]:
    """Return what clients may call."""
    return router.chosen(owner)


def test_every_function_of_clients_has_one_place(owner: psycopg.Connection) -> None:
    """What is neither done by the router itself nor refused there is handed on: it has to say where to."""
    functions = chosen(owner)
    assert len(functions) > 150
    assert not LOCAL.keys() & CLOSED.keys()
    assert not ways.MERGED.keys() & (LOCAL | CLOSED).keys()
    fronts = router.fronts(functions)
    assert len(fronts) > 100
    rows = owner.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname) from pg_proc"
        " where obj_description(oid, 'pg_proc') ~ '\\[service\\]'"
    ).fetchall()
    of_service = {name for (name,) in rows}
    homeless = {
        function.full
        for function in fronts
        if not function.keys
        and not function.owners
        and function.schema != "sparc"
        and function.full in of_service
        and function.full not in router.EVERYWHERE | router.PAGES.keys()
    }
    assert homeless == ways.NOBODYS.keys()


def test_every_name_of_the_tables_is_of_a_function_that_clients_may_call(
    owner: psycopg.Connection,
) -> None:
    functions = chosen(owner)
    called = {f.full for f in functions} | {f.signature.replace(" ", "") for f in functions}
    others = {*router.EVERYWHERE, *router.PAGES, *ways.LOBBY, *ways.ROOMS}
    named = {*LOCAL, *CLOSED, *ways.MERGED, *ways.NOBODYS, *others}
    assert named - called == set()


def test_an_answer_of_all_shards_is_put_together_of_parts(owner: psycopg.Connection) -> None:
    """Whichever body puts it together asks each of its parts, directly or by a function beside it; no client may ask one."""
    parts = {part.full: part for part in router.parts(owner)}
    assert parts.keys() == ways.PARTS
    assert not parts.keys() & {function.full for function in chosen(owner)}
    rows = owner.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname), prosrc from pg_proc where proowner = 'gamekeeper'::regrole"
    ).fetchall()
    bodies = dict(rows)
    merged = router.static("merged")
    for name, asked in ways.MERGED.items():
        for part in asked:
            assert part in (merged if f"function {name}(" in merged else bodies[name]), name


def test_a_part_of_all_shards_is_by_the_map_of_the_router(owner: psycopg.Connection) -> None:
    """It takes the version of the map and compares it before it reads; every other part is about the slot of an account."""
    for part in router.parts(owner):
        (body,) = owner.execute(
            "select prosrc from pg_proc where oid = %s::regprocedure", [part.signature]
        ).fetchone() or ("",)
        assert part.is_gathered == ("core.require_map(" in body), part.full
        assert part.is_gathered or part.keys, part.full


def test_a_helper_has_no_front(owner: psycopg.Connection) -> None:
    """What only policies and other functions call would answer for the router as if it were a shard."""
    rows = owner.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname) from pg_proc"
        " where obj_description(oid, 'pg_proc') ~ '\\[helper\\]'"
    ).fetchall()
    helpers = {name for (name,) in rows}
    assert {front.full for front in router.fronts(chosen(owner))} & helpers == set()


FENCED = [
    line
    for line in fence.FENCED
    if fence.name_of(line) not in LOCAL | CLOSED and line.function not in ways.MERGED
]


@pytest.fixture(scope="module")
def slots(world: World) -> dict[str, tuple[int, ...]]:
    """Of each call of the fence's law the slot that its fence enters, the router's, its gateway's, and the clients'."""
    with psycopg.connect(world.conninfo) as owner:
        fronts = {function.full: function for function in router.fronts(chosen(owner))}
        owner.execute(router.static("both").encode())
        found = {}
        for line in FENCED:
            function = fronts[line.function]
            if function.full in router.EVERYWHERE | router.PAGES.keys():
                continue
            values = line.values(world)
            become(owner, line.caller)
            owner.execute("set role none")
            entered = owner.execute(
                f"select {fence.expected_slot(world, line)}".encode()
            ).fetchone()
            assert entered
            person = None if line.caller in ROLES else str(user_id(line.caller))
            found[case(line)] = (
                entered[0],
                *routed_slots(owner, function, values),
                way_of(
                    line.function,
                    {**values, "is_public": values.get("is_public") == "true"},
                    person,
                ).slot,
            )
        owner.rollback()
    return found


def routed_slots(
    owner: psycopg.Connection, function: router.Function, values: dict[str, str | None]
) -> tuple[int, int]:
    """Return the slot that a front finds for these arguments, and the one that its gateway finds."""
    given = ", ".join(
        f"%({argument.name})s::{argument.type} as {argument.name}"
        for argument in function.arguments
    )
    gateway = "gateway.slot_of_call({}, current_setting('request.jwt.claims', true))".format(
        router.keys_of(function, function.name)
        if function.schema != "sparc"
        else "null, 0, null, null"
    )
    row = owner.execute(
        f"select {router.slot_of(function).replace('%', '%%')}, {gateway} from (select {given or 'null'}) as {function.name}".encode(),
        {argument.name: values.get(argument.name) for argument in function.arguments},
    ).fetchone()
    assert row
    return row


def case(line: Call) -> str:
    """Return the name of a call."""
    return f"{line.function} of {line.caller}"


def test_the_router_the_clients_and_the_fence_mean_one_slot(
    slots: dict[str, tuple[int, ...]],
) -> None:
    assert len(slots) > 80
    different = {name: found for name, found in slots.items() if len(set(found)) > 1}
    assert different == {}


def test_what_repeats_by_a_key_needs_it_and_what_repeats_by_an_index_is_known(
    owner: psycopg.Connection,
) -> None:
    """As docs/scale.md says which commands of the router pass without a key."""
    rows = owner.execute(
        "select format('%s.%s', pronamespace::regnamespace, proname), substring(obj_description(oid, 'pg_proc') from '\\[repeat: ([a-z]+)\\]')"
        " from pg_proc where proowner = 'gamekeeper'::regrole"
    ).fetchall()
    kinds = {name: kind for name, kind in rows if kind}
    fronts = {front.full: front for front in router.fronts(chosen(owner))}
    by_key = {name for name in fronts if kinds.get(name) == "key"}
    assert len(by_key) > 20
    assert by_key == {name for name, front in fronts.items() if front.key}
    assert {name for name in fronts if kinds.get(name) == "index"} == {
        "cards.append_events",
        "cards.forfeit_turn",
        "cards.place_bid",
        "cards.play_card",
    }
    local = {name for name, kind in kinds.items() if kind == "key"} & LOCAL.keys()
    assert local == {"slots.create_game", "xp.create_rule"}
