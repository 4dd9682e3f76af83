"""Every function that writes can be sent again: the second call has no effect and gets the first one's answer."""

from __future__ import annotations

import re

import psycopg
import pytest
from tests.calls import CALLS, Call, call, statement
from tests.repeats import (
    BEFORE,
    MARKS,
    MOVED_ON,
    Before,
    MovedOn,
    Writer,
    answer,
    in_order,
    repeat_of,
    rows,
    writers,
)
from tests.world import World, become


def twice(
    connection: psycopg.Connection, writer: Writer, line: Call, world: World, moved: MovedOn
) -> list[str]:
    """Send a call twice; return what the second one did or said that it must not."""
    try:
        first = answer(connection, writer, line, world)
        become(connection, "owner")
        once = rows(connection)
        second = answer(connection, writer, line, world)
        become(connection, "owner")
        then = rows(connection)
    except psycopg.Error as error:
        become(connection, "owner")
        return [
            f"{writer.name}: {error.diag.message_primary} {error.diag.message_detail or ''}",
        ]
    found = [
        f"{writer.name}: {table} had {once[table][0]} rows and has {then[table][0]}, or others"
        for table in sorted(once)
        if table not in MARKS and not {table, "*"} & moved.tables and once[table] != then[table]
    ]
    said = [
        [{name: value for name, value in row.items() if name not in moved.answer} for row in rows]
        for rows in (first, second)
    ]
    if said[0] != said[1]:
        found.append(f"{writer.name}: answered {said[0]} and then {said[1]}")
    if moved.comment not in re.sub(r"\s+", " ", writer.comment):
        found.append(f"{writer.name}: its comment does not say {moved.comment!r}")
    return found


def broken(connection: psycopg.Connection, world: World, found: list[Writer]) -> list[str]:
    """Return what is wrong with the repetition of each of the functions."""
    wrong: list[str] = []
    for writer in in_order(found):
        line = repeat_of(writer.name)
        if line is None:
            wrong.append(f"{writer.name}: add a call to tests/repeats.py")
            continue
        if story := BEFORE.get(writer.name, Before()).story:
            world.tell(story)
        wrong += twice(connection, writer, line, world, MOVED_ON.get(writer.name, MovedOn("")))
    return wrong


def test_every_function_that_writes_can_be_sent_again(world: World) -> None:
    connection = world.connect("owner")
    found = writers(connection)
    few = 70
    assert len(found) > few
    wrong = broken(connection, world, found)
    assert not wrong, "\n".join(wrong)


def test_a_key_has_one_to_two_hundred_characters(world: World) -> None:
    """The calls are those that were just sent: nothing else is wrong with them."""
    connection = world.connect("owner")
    keyed = [
        line
        for writer in writers(connection)
        if (line := repeat_of(writer.name)) and "idempotency_key" in line.arguments
    ]
    few = 15
    assert len(keyed) > few
    said = {}
    for line in keyed:
        become(connection, line.caller)
        for key in ("", "k" * 201):
            values = {**line.values(world), "idempotency_key": key}
            with pytest.raises(psycopg.Error) as refused, connection.transaction():
                connection.execute(statement(line.function, line.arguments), values)
            said[line.function, len(key)] = refused.value.sqlstate
    # Ana was kicked from the session that these are about; tests/sparc/repeats.sql sends them such keys.
    gone = {
        "sparc.declare_roll",
        "sparc.roll_dice",
        "sparc.declare_heroic_save",
        "sparc.heroic_save",
    }
    assert {
        name: code for name, code in said.items() if code != "KG001" and name[0] not in gone
    } == {}


def planted(connection: psycopg.Connection, body: str, comment: str = "") -> Writer:
    """Plant a function of the service, which is taken away with the transaction."""
    connection.execute("create table core.bad_notes (id integer generated always as identity)")
    connection.execute(
        "create function core.bad() returns text language plpgsql security definer"
        f" as $$ begin {body} end $$".encode()
    )
    connection.execute("grant execute on function core.bad() to service_role")
    connection.execute(
        "comment on function core.bad() is {}".format(
            psycopg.sql.quote(comment + "Bad. [service] [repeat: natural]")
        ).encode()
    )
    (writer,) = [writer for writer in writers(connection) if writer.name == "core.bad"]
    return writer


BREACHES = {
    "writes twice": (
        "insert into core.bad_notes default values; return 'x';",
        "core.bad_notes had 1",
    ),
    "changes what it answers": ("return clock_timestamp();", "answered"),
    "refuses the second call": (
        "if exists (select from core.bad_notes) then perform core.raise('STATE_ERROR'); end if;"
        " insert into core.bad_notes default values; return 'x';",
        "STATE_ERROR",
    ),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_function_that_breaks_the_law_is_seen(world: World, breach: str) -> None:
    body, words = BREACHES[breach]
    connection = world.connect("owner")
    with connection.transaction(force_rollback=True):
        writer = planted(connection, body)
        (wrong,) = twice(connection, writer, call("core.bad", "service"), world, MovedOn(""))
        assert words in wrong
        connection.execute("reset role")


def test_a_difference_that_the_comment_does_not_name_is_seen(world: World) -> None:
    connection = world.connect("owner")
    with connection.transaction(force_rollback=True):
        writer = planted(connection, "return clock_timestamp();")
        moved = MovedOn("The time goes on.", frozenset({"bad"}))
        (wrong,) = twice(connection, writer, call("core.bad", "service"), world, moved)
        assert "does not say" in wrong
        connection.execute("reset role")


def test_a_new_function_without_a_call_is_seen(world: World) -> None:
    connection = world.connect("owner")
    with connection.transaction(force_rollback=True):
        writer = planted(connection, "return 'x';")
        assert broken(connection, world, [writer]) == ["core.bad: add a call to tests/repeats.py"]


# What follows from the arguments and from what everybody may know.
ANSWERED_TO_ALL = {
    ("cards.legal_moves", ("cards.table_state", "uuid")),
    ("cards.state_document", None),
    ("xp.validate_definition", None),
}


def clients(connection: psycopg.Connection) -> list[str]:
    """Return the names of what users may call and strangers may not."""
    return [
        name
        for (name,) in connection.execute(
            """
            select distinct format('%s.%s', n.nspname, p.proname)
            from pg_proc as p
            join pg_namespace as n on n.oid = p.pronamespace
            where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')
              and p.provolatile <> 'i'
              and has_function_privilege('authenticated', p.oid, 'execute')
              and not has_function_privilege('anon', p.oid, 'execute')
              and obj_description(p.oid, 'pg_proc') ~ '\\[client\\]'
            order by 1
            """
        )
    ]


def unasked(connection: psycopg.Connection, world: World, names: list[str]) -> list[str]:
    """Return which functions say anything else than UNAUTHENTICATED to a caller without claims."""
    found = []
    connection.execute("select set_config('request.jwt.claims', '', false)")
    connection.execute("set role authenticated")
    for line in CALLS:
        if line.function not in names or (line.function, line.overload) in ANSWERED_TO_ALL:
            continue
        for values in (line.values(world), dict.fromkeys(line.arguments)):
            code = None
            try:
                with connection.transaction(force_rollback=True):
                    connection.execute(statement(line.function, line.arguments), values)
            except psycopg.Error as error:
                code = error.sqlstate
            if code != "KG002":
                found.append(f"{line.function}: {code}")
    connection.execute("reset role")
    return found


def test_who_is_calling_is_asked_before_anything_else(world: World) -> None:
    connection = world.connect("owner")
    names = clients(connection)
    few = 50
    assert len(names) > few
    wrong = unasked(connection, world, names)
    assert not wrong, "\n".join(wrong)
