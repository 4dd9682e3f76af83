"""Who has left can do nothing: an erased person, one who closed the account, one whose account became part of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from tests.calls import CALLS, statement
from tests.law.test_repeats import ANSWERED_TO_ALL, clients
from tests.people.states import BEGIN, BYSTANDERS, COMMON, told
from tests.world import World, cloned_world, user_id

LEAVING = {
    "erased": "service: select core.erase_person(:erased, 'ticket 7')\n",
    "closed": "closed: select core.close_account()\n",
    "merged": told("merger", COMMON) + "service: select core.merge_accounts(:merged, :merger)\n",
}

# What a closed account may still do.
COME_BACK = {"core.close_account", "core.reopen_account", "core.export_my_data"}

# What clients write without a function.
DIRECT = {
    "makes a character": "insert into sparc.characters (user_id, name, class) values (auth.uid(), 'Back', 'rogue')",
    "renames a character": "update sparc.characters set name = 'Back' where user_id = auth.uid()",
    "writes an adventure": "insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Back')",
    "opens a session": "insert into sparc.sessions (seer_id, adventure_id) values (auth.uid(), %(adventure)s)",
    "changes the profile": "update sparc.users set bio = 'Back' where id = auth.uid()",
}


@pytest.fixture(scope="module")
def world(test_databases: Any) -> Iterator[World]:
    """Three people who have left, each in another way."""
    people = (*BYSTANDERS, *LEAVING, "merger")
    story = BEGIN + "".join(told(who, COMMON) + how for who, how in LEAVING.items())
    with cloned_world(test_databases, story, people) as made:
        yield made


def people(connection: psycopg.Connection, who: str) -> list[Any]:
    """Return how many rows of any system say who somebody is."""
    query = """
        select (select count(*) from sparc.users), (select count(*) from cards.players), (select count(*) from xp.xp_users),
          (select count(*) from slots.wallets), (select count(*) from sparc.characters), (select count(*) from sparc.adventures),
          (select count(*) from sparc.sessions), (select jsonb_agg(u order by u.id) from sparc.users as u where u.id = %s)
    """
    return list(connection.execute(query.encode(), [user_id(who)]).fetchone() or ())


@pytest.mark.parametrize("who", LEAVING)
def test_every_function_for_users_refuses_who_has_left(world: World, who: str) -> None:
    owner = world.connect("owner")
    names = set(clients(owner)) - COME_BACK
    few = 50
    assert len(names) > few
    before = people(owner, who)
    client = world.connect(who)
    answered = {}
    for line in CALLS:
        if line.function not in names or (line.function, line.overload) in ANSWERED_TO_ALL:
            continue
        code = None
        try:
            client.execute(statement(line.function, line.arguments), dict.fromkeys(line.arguments))
        except psycopg.Error as error:
            code = error.sqlstate
        if code != "KG010":
            answered[line.function] = code
    assert answered == {}
    assert people(owner, who) == before


@pytest.mark.parametrize("write", DIRECT)
@pytest.mark.parametrize("who", LEAVING)
def test_no_direct_write_is_taken_from_who_has_left(world: World, who: str, write: str) -> None:
    owner = world.connect("owner")
    before = people(owner, who)
    client = world.connect(who)
    code = None
    try:
        client.execute(DIRECT[write].encode(), {"adventure": world.names["adventure"]})
    except psycopg.Error as error:
        code = error.sqlstate
    assert code in {"KG010", "42501", None}  # or it finds no row of theirs
    assert people(owner, who) == before


@pytest.mark.parametrize("who", ["erased", "merged"])
def test_the_token_of_who_is_gone_makes_no_new_profile(world: World, who: str) -> None:
    """Not by signing up under the same id either, where the sign-up was deleted before."""
    owner = world.connect("owner")
    owner.execute("delete from auth.users where id = %s", [user_id(who)])
    before = people(owner, who)
    owner.execute(
        "insert into auth.users (id, email) values (%s, 'back@example.org')", [user_id(who)]
    )
    assert people(owner, who) == before
    owner.execute("delete from auth.users where id = %s", [user_id(who)])
