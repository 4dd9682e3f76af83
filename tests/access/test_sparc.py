"""What an outsider of sparc can learn beside the rows: from the server's debug output, and from errors."""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection[Any]]

# A private session that ada plays in and eve was kicked out of, with everything in it that only its people may
# know; a second one of eve's own, with her hero in it. cy has as many characters as one can have.
SCENE = """
create table public.scene (name text primary key, id uuid, code text);
grant select on public.scene to public;
do $$
declare
  _theirs sparc.sessions := test.sparc_session('seer', array['ada', 'eve'], started => true, allow_late_join => true);
  _eves sparc.sessions := test.sparc_session('eve', array['bo'], started => true);
begin
  perform test.as_user(test.user('seer'));
  perform sparc.kick_player(_theirs.id, test.user('eve'));
  update sparc.sessions
  set game_state = '{"plot": "the innkeeper did it"}', current_scene_id = 'cellar-of-the-innkeeper', looking_for = 'a healer'
  where id = _theirs.id;
  perform sparc.start_encounter(_theirs.id, 'fight-with-the-innkeeper');
  perform test.as_owner();
  insert into public.scene values
    ('theirs', _theirs.id, _theirs.code),
    ('eves', _eves.id, _eves.code),
    ('character', test.sparc_seat(_theirs.id, 'ada'), null),
    ('hero', test.sparc_character('eve', 'Her hero'), null),
    ('user', test.user('ada'), null),
    ('full', test.user('cy'), null);
  insert into sparc.adventures (creator_id, name) values (test.user('ada'), 'A draft');
  insert into public.scene select 'draft', id from sparc.adventures where name = 'A draft';
  insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type,
    results, total, modified_total, success, outcome, margin, description)
  select _theirs.id, id, 'Hero', 'wit', 2, 18, 'attack', '{2,3}', 5, 5, false, 'failure', -13, 'strikes the innkeeper'
  from public.scene where name = 'character';
  insert into public.scene select 'roll', id from sparc.dice_rolls where session_id = _theirs.id;
  for _i in 1..10 loop
    perform test.sparc_character('cy', 'Hero ' || _i);
  end loop;
end
$$;
"""
SECRETS = ("innkeeper", "@example.org")

# Calls of eve, with {place} for an id, or for the code of the private session, that she came to know.
CALLS = {
    "find_session_by_code": "select * from sparc.find_session_by_code('{code}')",
    "join_session": "select * from sparc.join_session('{code}', '{hero}')",
    "get_session_details": "select * from sparc.get_session_details('{theirs}')",
    "list_session_events": "select * from sparc.list_session_events('{theirs}')",
    "leave_session": "select * from sparc.leave_session('{theirs}')",
    "kick_player": "select * from sparc.kick_player('{theirs}', '{user}')",
    "kick_player, a stranger": "select * from sparc.kick_player('{eves}', '{user}')",
    "start_session": "select * from sparc.start_session('{theirs}')",
    "end_session": "select * from sparc.end_session('{theirs}')",
    "end_encounter": "select * from sparc.end_encounter('{theirs}')",
    "roll_dice": "select * from sparc.roll_dice('{theirs}', '{hero}', 'wit', 9)",
    "roll_dice, as another": "select * from sparc.roll_dice('{eves}', '{character}', 'wit', 9)",
    "heroic_save": "select * from sparc.heroic_save('{roll}')",
    "declare_roll": "select * from sparc.declare_roll('{theirs}', '{hero}', 'wit', 9)",
    "declare_roll, as another": "select * from sparc.declare_roll('{eves}', '{character}', 'wit', 9)",
    "declare_heroic_save": "select * from sparc.declare_heroic_save('{roll}')",
    "throw_roll": "select * from sparc.throw_roll('{roll}')",
    "reveal_roll": "select * from sparc.reveal_roll('{roll}')",
    "revealed_secrets": "select * from sparc.revealed_secrets('{theirs}')",
    "verify_session": "select * from sparc.verify_session('{theirs}')",
    "verify_roll": "select * from sparc.verify_roll('{roll}')",
    "join_session, as another": "select * from sparc.join_session('{eves code}', '{character}')",
    "delete_character": "select * from sparc.delete_character('{character}')",
    "create_session": "select * from sparc.create_session('{draft}')",
    "publish_adventure": "select * from sparc.publish_adventure('{draft}')",
    "rate_adventure": "select * from sparc.rate_adventure('{draft}', 5)",
    "browse_sessions": "select * from sparc.browse_sessions(after => '{theirs}')",
    "a session": "insert into sparc.sessions (seer_id, adventure_id) values ('{eve}', '{draft}') returning *",
    "a session for another": "insert into sparc.sessions (seer_id, adventure_id) values ('{user}', '{draft}')",
    "a creature": "insert into sparc.creatures (adventure_id, name) values ('{draft}', 'Mole') returning *",
    "a character for another": "insert into sparc.characters (user_id, name, class) values ('{user}', 'Mole', 'rogue')",
    "a character for one with ten": "insert into sparc.characters (user_id, name, class) values ('{full}', 'Mole', 'rogue')",
    "a roll": "insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type)"
    " values ('{theirs}', '{hero}', 'wit', 9, 'attack') returning *",
    "a roll as another": "insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type)"
    " values ('{eves}', '{character}', 'wit', 9, 'attack') returning *",
    "a save": "insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, original_roll_id)"
    " values ('{eves}', '{hero}', 'wit', 9, 'attack', '{roll}') returning *",
}  # fmt: skip

# What eve knows of her own; everything else in the calls is another's.
HERS = {"eves", "eves code", "hero", "eve"}
# These say by their result that a code is right, or that somebody was kicked: who has the code may know.
KNOW_THE_CODE = {"find_session_by_code", "join_session"}


@pytest.fixture
def places(owner: psycopg.Connection[Any], connect: Connect, fresh_database: str) -> dict[str, str]:
    """Set the scene in a database of its own and return what stands in it."""
    connection = connect(conninfo=fresh_database)
    connection.execute(SCENE.encode())
    rows = connection.execute("select name, id, code from public.scene").fetchall()
    found = {name: str(place) for name, place, _ in rows}
    codes = {name: code for name, _, code in rows if code}
    eve = connection.execute("select test.user('eve')").fetchone()
    assert eve
    return found | {"code": codes["theirs"], "eves code": codes["eves"], "eve": str(eve[0])}


@pytest.fixture
def eve(connect: Connect, fresh_database: str, places: dict[str, str]) -> psycopg.Connection[Any]:
    """Return a connection of eve, the kicked one."""
    return connect("authenticated", user=places["eve"], conninfo=fresh_database)


def answer(connection: psycopg.Connection[Any], statement: str) -> tuple[str | None, ...]:
    """Run a statement, leave nothing of it, and return what its error says."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement.encode())
    except psycopg.Error as error:
        said = error.diag
        return said.sqlstate, said.message_primary, said.message_detail, said.message_hint
    return ("done",)


@functools.cache
def squeezed(secret: str) -> tuple[str, str]:
    """Return the ways in which the server prints a text: as it is, and as a node tree's signed decimals."""
    return "".join(secret.split()), "".join(str(byte) for byte in secret.encode())


def test_an_outsider_can_print_nothing_of_a_session(
    eve: psycopg.Connection[Any], places: dict[str, str], subtests: pytest.Subtests
) -> None:
    """With every debug output on, no call shows what only the session's people know, or an address."""
    heard: list[str] = []
    eve.add_notice_handler(
        lambda said: heard.append(
            " ".join(filter(None, (said.message_primary, said.message_detail, said.context)))
        )
    )
    for setting in ("debug_print_plan", "debug_print_parse", "debug_print_rewritten"):
        eve.execute(f"set {setting} = on".encode())
    eve.execute("set plpgsql.print_strict_params = on")
    eve.execute("set client_min_messages = 'debug5'")
    for name, call in CALLS.items():
        heard.clear()
        said = answer(eve, call.format(**places))
        told = "".join("".join(heard).split()) + "".join(str(said).split())
        with subtests.test(name):
            assert "PLANNEDSTMT" in told
            leaks = [secret for secret in SECRETS if any(form in told for form in squeezed(secret))]
            assert leaks == []
            if name == "find_session_by_code":  # what the caller brought is printed, and found
                assert squeezed(places["code"])[1] in told


def test_unknown_and_foreign_are_the_same(
    eve: psycopg.Connection[Any], places: dict[str, str], subtests: pytest.Subtests
) -> None:
    """No error tells an id that is another's from one that nobody has."""
    nobodys = {
        name: place if name in HERS else "000000" if name == "code" else str(uuid.uuid4())
        for name, place in places.items()
    }
    for name in CALLS.keys() - KNOW_THE_CODE:
        with subtests.test(name):
            foreign, unknown = (answer(eve, CALLS[name].format(**p)) for p in (places, nobodys))
            assert foreign != ("done",)
            assert json.dumps(foreign) == json.dumps(unknown)


def test_the_code_shows_the_listing_and_no_more(
    eve: psycopg.Connection[Any], places: dict[str, str]
) -> None:
    """Who has the code, even one who was kicked, sees what a listing says; joining is refused."""
    row = eve.execute(CALLS["find_session_by_code"].format(**places).encode()).fetchone()
    assert row is not None
    assert not any(secret in str(row) for secret in SECRETS)
    assert answer(eve, CALLS["join_session"].format(**places))[0] == "KG407"


def test_views_ask_for_the_caller(owner: psycopg.Connection[Any]) -> None:
    """A view that a client may read reads with the client's eyes."""
    views = owner.execute(
        "select c.relname, coalesce('security_invoker=true' = any (c.reloptions), false),"
        " bool_or(has_table_privilege(role, c.oid, 'select'))"
        " from pg_class c, unnest(array['anon', 'authenticated']) as role"
        " where c.relnamespace = 'sparc'::regnamespace and c.relkind in ('v', 'm') group by c.oid"
    ).fetchall()
    assert views
    assert [name for name, invoker, open_ in views if open_ and not invoker] == []
