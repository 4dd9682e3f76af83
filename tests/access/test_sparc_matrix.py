"""Who may do what in sparc: every table and function x every kind of caller x every command.

The expectations below are compared with the catalog first, so that a new table, function or writable
column without one fails. A cell is one letter per caller, in the order of CALLERS:

    y  it works (rows are seen or changed)     .  nothing is seen or changed
    x  refused: privilege or policy (42501)    digits: refused with SQLSTATE KG<digits>
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psycopg
import pytest
from tests.access.matrix import outcomes

CALLERS = ("anon", "owner", "participant", "seer", "stranger", "service")
PEOPLE = {"owner": "ada", "participant": "bo", "seer": "seer", "stranger": "eve"}


@dataclass(frozen=True)
class Probe:
    """What is tried on a table, about rows that belong to `owner`, and what each caller gets."""

    select: tuple[str, str]
    insert: tuple[str, str]
    update: tuple[str, str]
    delete: tuple[str, str]


def row(where: str, table: str) -> tuple[str, str]:
    """Return the statements that look at and remove a row."""
    return f"select 1 from sparc.{table} where {where}", f"delete from sparc.{table} where {where}"


def probe(
    table: str,
    where: str,
    select: str,
    insert: tuple[str, str],
    update: tuple[str, str],
    delete: str,
) -> Probe:
    """Shorten the usual case: one row is looked at, changed and removed."""
    look, remove = row(where, table)
    change = f"update sparc.{table} set {update[0]} where {where}"
    return Probe(
        (look, select),
        (f"insert into sparc.{table} {insert[0]}", insert[1]),
        (change, update[1]),
        (remove, delete),
    )


def closed(table: str) -> Probe:
    """Shorten the case of a table that no client role has any privilege on."""
    everything = f"select * from sparc.{table}"
    change = f"update sparc.{table} set {FIRST[table]} = null"
    return Probe(
        (everything, CLOSED),
        (f"insert into sparc.{table} ({FIRST[table]}) values (null)", CLOSED),
        (change, CLOSED),
        (f"delete from sparc.{table}", CLOSED),
    )


ADA, BO, SEER = ("test.user('ada')", "test.user('bo')", "test.user('seer')")
SESSION = "(select id from scene where name = 'session')"
WAITING = "(select id from scene where name = 'waiting')"
PUBLIC = "(select id from scene where name = 'public')"
ARCHIVED = "(select id from scene where name = 'archived')"
HERO = "(select id from scene where name = 'hero')"
SPARE = "(select id from scene where name = 'spare')"
DRAFT = "(select id from scene where name = 'draft')"
PUBLISHED = "(select id from scene where name = 'published')"
FAILED = "(select id from scene where name = 'failed')"
CODE = "(select code from scene where name = 'waiting')"
CLOSED = "xxxxxx"
DECLARED = "(select id from scene where name = 'declared')"
OFFERED = "(select id from scene where name = 'offered')"
OLD_ROLL = "(select id from scene where name = 'old roll')"
# The tables that no client reads a column of, and a column of theirs.
FIRST = {"dice_secrets": "secret", "archived_dice_secrets": "secret", "tallies": "user_id"}

TABLES = {
    # the profile of owner
    "users": probe(
        "users",
        f"id = {ADA}",
        "yyyyyy",
        (
            f"(id, display_name) select id, 'new' from auth.users where id = {ADA}",
            "x x x x x 23505",
        ),
        ("bio = 'changed'", "xy...y"),
        CLOSED,
    ),
    "class_templates": probe(
        "class_templates",
        "class = 'rogue'",
        "yyyyyy",
        ("select * from sparc.class_templates", CLOSED),
        ("might = 6", CLOSED),
        CLOSED,
    ),
    # a character of owner that sits nowhere
    "characters": probe(
        "characters",
        f"id = {SPARE}",
        "xy...y",
        (f"(user_id, name, class) values ({ADA}, 'Another', 'rogue')", "xyxxxy"),
        ("hit_points = 1", "xy...y"),
        "x.....",  # a soft delete: the row stays, and no row counts as deleted
    ),
    # a draft of owner
    "adventures": probe(
        "adventures",
        f"id = {DRAFT}",
        ".y...y",
        (f"(creator_id, name) values ({ADA}, 'Another')", "xyxxxy"),
        ("description = 'changed'", "xy...y"),
        "xy...y",
    ),
    # a creature in that draft
    "creatures": probe(
        "creatures",
        f"adventure_id = {DRAFT}",
        ".y...y",
        (f"(adventure_id, name) values ({DRAFT}, 'Another')", "xyxxxy"),
        ("armor = 1", "xy...y"),
        "xy...y",
    ),
    # the private session that seer runs and owner and participant play in
    "sessions": probe(
        "sessions",
        f"id = {SESSION}",
        ".yyy.y",
        (f"(seer_id, adventure_id) values ({SEER}, {PUBLISHED})", "xxxyxy"),
        ("looking_for = 'changed'", "x..y.y"),
        "xxxxxy",
    ),
    # owner's seat in it
    "session_players": probe(
        "session_players",
        f"session_id = {SESSION} and user_id = {ADA}",
        ".yyy.y",
        (f"(session_id, user_id, character_id) values ({WAITING}, {ADA}, {SPARE})", "xxxxxy"),
        ("heroic_saves_used = 0", "xxxxxy"),
        "xxxxxy",
    ),
    # owner's roll in it
    "dice_rolls": probe(
        "dice_rolls",
        f"id = {FAILED}",
        "xyyy.y",
        (
            f"(session_id, character_id, attribute, difficulty, roll_type) values ({SESSION}, {HERO}, 'wit', 9, 'attack')",
            "x 009 009 009 009 002",
        ),
        ("total = 60", CLOSED),
        CLOSED,
    ),
    "session_events": probe(
        "session_events",
        f"session_id = {SESSION} and seq = 1",
        "xyyy.y",
        (f"(session_id, event_type) values ({SESSION}, 'told')", "xxxxxy"),
        ("payload = '{}'", CLOSED),
        CLOSED,
    ),
    # owner's declared roll in it
    "declared_rolls": probe(
        "declared_rolls",
        f"id = {DECLARED}",
        "xyyy.y",
        ("select * from sparc.declared_rolls", CLOSED),
        ("dice_count = 10", CLOSED),
        CLOSED,
    ),
    "dice_secrets": closed("dice_secrets"),
    "archived_dice_secrets": closed("archived_dice_secrets"),
    "tallies": closed("tallies"),
    "reseeds": probe(
        "reseeds",
        "true",
        "xxxxxy",
        ("(reason) values ('more')", CLOSED),
        ("reason = 'changed'", CLOSED),
        CLOSED,
    ),
    "archived_declared_rolls": probe(
        "archived_declared_rolls",
        f"session_id = {ARCHIVED}",
        "xyyy.y",
        ("select * from sparc.archived_declared_rolls", CLOSED),
        ("dice_count = 10", CLOSED),
        CLOSED,
    ),
    "tutorial_steps": probe(
        "tutorial_steps",
        "step = 'welcome'",
        "yyyyyy",
        ("values ('player', 99, 'more')", CLOSED),
        ("position = 99", CLOSED),
        CLOSED,
    ),
    "tutorial_progress": probe(
        "tutorial_progress",
        f"user_id = {ADA}",
        "xy...y",
        (f"(user_id) values ({BO})", "xxxxxy"),
        ("skipped = true", "xxxxxy"),
        "xxxxxy",
    ),
    "adventure_ratings": probe(
        "adventure_ratings",
        f"user_id = {ADA}",
        "xy...y",
        (f"(adventure_id, user_id, rating) values ({PUBLISHED}, {SEER}, 1)", "xxxxxy"),
        ("rating = 5", "xxxxxy"),
        "xxxxxy",
    ),
    "archived_sessions": probe(
        "archived_sessions",
        f"id = {ARCHIVED}",
        "xyyy.y",
        ("select * from sparc.archived_sessions", CLOSED),
        ("looking_for = 'changed'", CLOSED),
        CLOSED,
    ),
    "archived_session_players": probe(
        "archived_session_players",
        f"session_id = {ARCHIVED}",
        "xyyy.y",
        ("select * from sparc.archived_session_players", CLOSED),
        ("is_active = false", CLOSED),
        CLOSED,
    ),
    "archived_dice_rolls": probe(
        "archived_dice_rolls",
        f"session_id = {ARCHIVED}",
        "xyyy.y",
        ("select * from sparc.archived_dice_rolls", CLOSED),
        ("total = 60", CLOSED),
        CLOSED,
    ),
    "archived_session_events": probe(
        "archived_session_events",
        f"session_id = {ARCHIVED}",
        "xyyy.y",
        ("select * from sparc.archived_session_events", CLOSED),
        ("seq = 99", CLOSED),
        CLOSED,
    ),
}

# What everybody sees because it is public or published, beside the rows above.
SHARED = {
    "a public session": (f"select 1 from sparc.sessions where id = {PUBLIC}", "yyyyyy"),
    "its players": (f"select 1 from sparc.session_players where session_id = {PUBLIC}", "yyyyyy"),
    "but not its rolls": (f"select 1 from sparc.dice_rolls where session_id = {PUBLIC}", "x..y.y"),
    "nor its events": (f"select 1 from sparc.session_events where session_id = {PUBLIC}", "x..y.y"),
    "a published adventure": (f"select 1 from sparc.adventures where id = {PUBLISHED}", "yyyyyy"),
    "an address": ("select email from sparc.users", "xxxxxy"),
    "a whole profile": ("select * from sparc.users", "xxxxxy"),
    "the counters": ("select * from sparc.sparc_stats", "xxxxxy"),
    "today's partition of the feed": (
        f"select 1 from sparc.session_events_p{{today}} where session_id = {SESSION}", "xyyy.x",
    ),
}  # fmt: skip

# The columns that `authenticated` may write by UPDATE; it may read every column but users.email.
WRITABLE = {
    "users": {"display_name", "avatar_url", "bio"},
    "characters": {"name", "equipment", "hit_points"},
    "adventures": {
        "name", "description", "thumbnail_url", "artwork_url", "difficulty", "estimated_duration",
        "min_players", "max_players", "content", "status",
    },
    "creatures": {"adventure_id", "name", "description", "stats", "abilities", "hit_points", "armor"},
    "sessions": {
        "is_public", "max_players", "looking_for", "scheduled_start", "status", "current_scene_id",
        "current_encounter_id", "game_state", "allow_late_join",
    },
}  # fmt: skip

# The columns that `authenticated` may give in an INSERT. Those that are the server's to decide are taken and
# not heeded (the seed's clients may send them), except ids and times, which are refused.
INSERTABLE = {
    "characters": {
        "user_id", "name", "class", "might", "grace", "wit", "heart", "hit_points", "max_hit_points",
        "experience", "level", "equipment", "special_ability", "last_played_at",
    },
    "adventures": WRITABLE["adventures"] | {
        "creator_id", "published_at", "is_valid", "validation_errors", "times_played", "average_rating",
    },
    "creatures": WRITABLE["creatures"],
    "sessions": WRITABLE["sessions"] | {
        "seer_id", "adventure_id", "code", "started_at", "ended_at", "kicked_user_ids", "event_seq",
    },
    "dice_rolls": {
        "session_id", "character_id", "character_name", "attribute", "dice_count", "difficulty", "roll_type",
        "modifiers", "results", "total", "modified_total", "success", "outcome", "margin", "description",
        "animation_seed", "original_roll_id",
    },
}  # fmt: skip

# Every function that clients may call: a call about owner's things, and what each caller gets. Callers
# without EXECUTE get x; the service has no user of its own, hence 002.
CALLS = {
    "create_character": ("sparc.create_character('Fresh', 'rogue')", "x y y y y 002"),
    "delete_character": (f"sparc.delete_character({SPARE})", "x y 004 004 004 002"),
    "publish_adventure": (f"sparc.publish_adventure({DRAFT})", "x y 004 004 004 002"),
    "rate_adventure": (f"sparc.rate_adventure({PUBLISHED}, 4)", "x y y 412 412 002"),
    "create_session": (f"sparc.create_session({DRAFT})", "x y 004 004 004 002"),
    "find_session_by_code": (f"sparc.find_session_by_code({CODE})", "x y y y y 002"),
    "join_session": (f"sparc.join_session({CODE}, {SPARE})", "x y 404 405 004 002"),
    "leave_session": (f"sparc.leave_session({SESSION})", "x y y 406 004 002"),
    "kick_player": (f"sparc.kick_player({SESSION}, {BO})", "x 003 003 y 004 002"),
    "start_session": (f"sparc.start_session({WAITING})", "x 004 003 y 004 002"),
    "pause_session": (f"sparc.pause_session({SESSION})", "x 003 003 y 004 002"),
    "resume_session": (f"sparc.resume_session({SESSION})", "x 003 003 y 004 002"),
    "end_session": (f"sparc.end_session({SESSION})", "x 003 003 y 004 002"),
    "start_encounter": (f"sparc.start_encounter({SESSION}, 'e')", "x 003 003 y 004 002"),
    "end_encounter": (f"sparc.end_encounter({SESSION})", "x 003 003 y 004 002"),
    "roll_dice": (f"sparc.roll_dice({SESSION}, {HERO}, 'wit', 9)", "x 009 009 009 009 002"),
    "heroic_save": (f"sparc.heroic_save({FAILED})", "x 009 009 009 009 002"),
    "list_session_events": (f"sparc.list_session_events({SESSION})", "x y y y 004 002"),
    "browse_sessions": ("sparc.browse_sessions()", "y y y y y y"),
    "get_session_details": (f"sparc.get_session_details({SESSION})", "004 y y y 004 y"),
    "start_tutorial": ("sparc.start_tutorial('seer')", "x y y y y 002"),
    "complete_step": ("sparc.complete_step('welcome')", "x y 005 005 005 002"),
    "skip_tutorial": ("sparc.skip_tutorial()", "x y y y y 002"),
    "archive_sessions": ("sparc.archive_sessions()", "x x x x x y"),
    "open_event_partitions": ("sparc.open_event_partitions()", "x x x x x y"),
    "declare_roll": (f"sparc.declare_roll({SESSION}, {HERO}, 'wit', 9)", "x y 003 y 004 002"),
    "declare_heroic_save": (f"sparc.declare_heroic_save({FAILED})", "x y 003 003 004 002"),
    "throw_roll": (f"sparc.throw_roll({DECLARED})", "x y 003 y 004 002"),
    "reveal_roll": (f"sparc.reveal_roll({DECLARED})", "x 003 003 y 004 002"),
    "revealed_secrets": (f"sparc.revealed_secrets({ARCHIVED})", "x y y y 004 y"),
    "verify_session": (f"sparc.verify_session({ARCHIVED})", "x y y y 004 y"),
    "verify_roll": (f"sparc.verify_roll({OLD_ROLL})", "x y y y 004 y"),
    "may_see_hidden_roll": (f"sparc.may_see_hidden_roll({DECLARED})", "x y y y y y"),
    "my_sessions": ("sparc.my_sessions()", "x y y y . 002"),
    "transfer_session": (f"sparc.transfer_session({SESSION}, {BO})", "x 003 003 y 004 y"),
    "accept_session": (f"sparc.accept_session({OFFERED})", "x y 004 y 004 002"),
    "cancel_abandoned_sessions": ("sparc.cancel_abandoned_sessions()", "x x x x x y"),
    "throw_overdue_rolls": ("sparc.throw_overdue_rolls()", "x x x x x y"),
    "apply_waiting_tallies": ("sparc.apply_waiting_tallies()", "x x x x x y"),
    "reseed_batch": ("sparc.reseed_batch('a drill')", "x x x x x y"),
    "gauges": ("sparc.gauges()", "x x x x x y"),
    "my_session_ids": ("sparc.my_session_ids()", ". y y y . ."),
    "left_session_ids": ("sparc.left_session_ids()", ". . . . . ."),
    "left_session_at": (f"sparc.left_session_at({SESSION})", "y y y y y y"),
    "left_archive_ids": ("sparc.left_archive_ids()", ". . . . . ."),
    "left_archive_at": (f"sparc.left_archive_at({SESSION})", "y y y y y y"),
    "open_user_id": ("sparc.open_user_id()", "y y y y y y"),
    "my_archived_session_ids": ("sparc.my_archived_session_ids()", ". y y y . ."),
    "validate_adventure": ("sparc.validate_adventure('{}')", "x y y y y y"),
    "judge_roll": ("sparc.judge_roll('{1}', 1, 9)", "x y y y y y"),
    "is_modifier_list": ("sparc.is_modifier_list('[]')", "x y y y y y"),
}

# What no client role may execute: trigger functions and inner parts.
INTERNAL = {
    "noted_roll", "hand_over", "left_seat", "enter",
    "add_dice_secret", "add_roll", "apply_tallies", "archive_session", "browse_slice", "can_become",
    "check_character_limit", "guard_adventure_quota", "guard_creature_quota",
    "guard_session_quota", "limit_code_calls", "check_roll", "check_session_capacity", "decide_heroic_save",
    "decide_roll", "draw_dice", "draw_roll", "emit_event", "finish_rolls", "generate_session_code",
    "guard_character", "guard_seat", "guard_session", "handle_new_user", "health_archive",
    "health_notify", "health_realtime", "leave_seat", "describe_session", "lock_session", "lock_session_as_participant",
    "lock_session_as_seer", "may_see_session", "modifier_sum", "note_start", "prepare_adventure",
    "prepare_character", "prepare_session", "profile_name", "record_player", "record_roll",
    "record_session", "reject_input", "require_at_once", "require_figure", "require_player",
    "close_person", "erase_adventures", "erase_person", "erase_rolls", "export_person", "free_name", "guard_roll",
    "leave_sessions", "may_take_over", "merge_person", "published_payload", "reopen_person", "shown_name", "retire_character", "soften_delete", "read_payload", "roll_texts", "without_sources", "require_revealed", "require_transition", "roll_directly", "roll_document", "sequence_event",
    "sync_profile", "upkeep_saves", "throw_declared", "throw_waiting_rolls", "update_user_stats",
    "verified_rolls",
}  # fmt: skip

SCENE = """
create temporary table scene (name text primary key, id uuid, code text);
select test.sparc_sign_up('eve');
insert into scene select 'session', id from test.sparc_session('seer', array['ada', 'bo'], started => true);
insert into scene select 'waiting', id, code from test.sparc_session('seer', array['cy', 'bo']);
insert into scene select 'public', id from test.sparc_session('seer', array['dee'], started => true, is_public => true);
insert into scene select 'lobby', id from test.sparc_session('seer', is_public => true);
insert into scene select 'archived', id from test.sparc_session('seer', array['ada', 'bo'], started => true);
insert into scene select 'hero', test.sparc_seat((select id from scene where name = 'session'), 'ada');
insert into scene select 'bo hero', test.sparc_seat((select id from scene where name = 'session'), 'bo');
insert into scene select 'spare', test.sparc_character('ada', 'Spare');
insert into scene select 'published', adventure_id from sparc.sessions where id = (select id from scene where name = 'archived');
insert into sparc.adventures (creator_id, name) values (test.user('ada'), 'A draft');
insert into scene select 'draft', id from sparc.adventures where name = 'A draft';
insert into sparc.creatures (adventure_id, name) select id, 'Wyrm' from scene where name = 'draft';
insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type,
  results, total, modified_total, success, outcome, margin)
select p.session_id, p.character_id, 'Hero', 'wit', 2, 18, 'attack', '{2,3}', 5, 5, false, 'failure', -13
from sparc.session_players p where p.user_id in (test.user('ada'), test.user('dee'));
insert into scene select 'failed', r.id from sparc.dice_rolls r join scene s on s.id = r.session_id where s.name = 'session';
update sparc.sessions set status = 'completed', started_at = now() - interval '366 days', ended_at = now() - interval '1 year' where id = (select id from scene where name = 'archived');
insert into sparc.declared_rolls (session_id, roll_number, roller_id, character_id, character_name, attribute, dice_count,
  difficulty, roll_type, declared_at, decided_in)
select p.session_id, 1, p.user_id, p.character_id, 'Hero', 'wit', 2, 18, 'attack', clock_timestamp(), '1'
from sparc.session_players p where p.user_id = test.user('ada');
insert into scene select 'declared', d.id from sparc.declared_rolls d join scene s on s.id = d.session_id where s.name = 'session';
insert into scene select 'old roll', d.id from sparc.declared_rolls d join scene s on s.id = d.session_id where s.name = 'archived';
select sparc.archive_sessions();
update sparc.archived_dice_secrets set revealed_in = '1';
insert into sparc.reseeds (reason) values ('a drill');
insert into sparc.tutorial_progress (user_id, path) values (test.user('ada'), 'player');
insert into sparc.adventure_ratings (adventure_id, user_id, rating)
select id, test.user('ada'), 5 from scene where name = 'published';
insert into scene select 'offered', id from test.sparc_session('seer');
update sparc.sessions set offered_to = test.user('ada') where id = (select id from scene where name = 'offered');
grant select on scene to public;
"""


@pytest.fixture
def scene(connect: Callable[..., psycopg.Connection]) -> Iterator[psycopg.Connection]:
    """A session, an archive, a draft and who belongs to them, in a transaction that is rolled back."""
    connection = connect(autocommit=False)
    connection.execute(SCENE.encode())
    yield connection
    connection.rollback()


def seen(scene: psycopg.Connection, statement: str) -> list[str]:
    """Return the outcome of a statement for every caller."""
    today = scene.execute("select to_char(now() at time zone 'UTC', 'YYYYMMDD')").fetchone()
    assert today
    return outcomes(scene, CALLERS, statement.replace("{today}", today[0]), PEOPLE)


def cells(expected: str) -> list[str]:
    """Return the cells of an expectation, spaced or not."""
    return expected.split() if " " in expected else list(expected)


def tables(connection: psycopg.Connection) -> set[str]:
    """Return the tables that the catalog has; partitions are their parent's."""
    found = connection.execute(
        "select relname from pg_class where relnamespace = 'sparc'::regnamespace"
        " and relkind in ('r', 'p', 'f') and not relispartition"
    )
    return {name for (name,) in found}


def functions(connection: psycopg.Connection, *, open_: bool) -> set[str]:
    """Return the functions that some client role may execute, or those that none may."""
    found = connection.execute(
        "select proname, bool_or(has_function_privilege(role, p.oid, 'execute')) from pg_proc p,"
        " unnest(array['anon', 'authenticated', 'service_role']) as role"
        " where pronamespace = 'sparc'::regnamespace and prokind = 'f' group by proname"
    )
    return {name for name, executable in found if executable is open_}


def test_every_table_has_an_expectation(owner: psycopg.Connection) -> None:
    """A table without a row in TABLES fails here."""
    assert tables(owner) == set(TABLES)


def test_every_function_has_an_expectation(owner: psycopg.Connection) -> None:
    """A function is called by clients, with a row in CALLS, or internal; there is no third."""
    assert functions(owner, open_=True) == set(CALLS)
    assert functions(owner, open_=False) == INTERNAL


def test_what_is_new_is_noticed(scene: psycopg.Connection) -> None:
    """A table or function that nobody expected is seen by the two tests above."""
    scene.execute("create table sparc.stray ()")
    scene.execute("create function sparc.open_stray() returns void begin atomic end")
    scene.execute("grant execute on function sparc.open_stray to anon")
    scene.execute("create function sparc.closed_stray() returns void begin atomic end")
    scene.execute("revoke execute on function sparc.closed_stray from public")
    assert tables(scene) - set(TABLES) == {"stray"}
    assert functions(scene, open_=True) - set(CALLS) == {"open_stray"}
    assert functions(scene, open_=False) - INTERNAL == {"closed_stray"}


def test_every_column_is_closed_unless_named(owner: psycopg.Connection) -> None:
    """`authenticated` writes the columns of WRITABLE and INSERTABLE and no other, and reads all but addresses; anon writes none."""
    columns = owner.execute(
        """
        select c.relname, a.attname,
          has_column_privilege('authenticated', c.oid, a.attnum, 'update'),
          has_column_privilege('anon', c.oid, a.attnum, 'update')
            or has_column_privilege('anon', c.oid, a.attnum, 'insert'),
          has_column_privilege('authenticated', c.oid, a.attnum, 'select'),
          has_column_privilege('authenticated', c.oid, a.attnum, 'insert')
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'sparc'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        """
    ).fetchall()
    assert {(t, c) for t, c, writable, *_ in columns if writable} == {
        (table, column) for table, names in WRITABLE.items() for column in names
    }
    assert {(t, c) for t, c, *_, insertable in columns if insertable} == {
        (table, column) for table, names in INSERTABLE.items() for column in names
    }
    assert [(t, c) for t, c, _, writable, *_ in columns if writable] == []
    unreadable = {(t, c) for t, c, _, _, readable, _ in columns if not readable}
    assert {(t, c) for t, c in unreadable if t not in {*FIRST, "reseeds"}} == {("users", "email")}
    assert {(t, c) for t, c, *_ in columns if t in {*FIRST, "reseeds"}} <= unreadable


@pytest.mark.parametrize("table", TABLES)
def test_each_caller_of_each_command_gets_their_rows(scene: psycopg.Connection, table: str) -> None:
    """Each caller gets what TABLES says, for each command."""
    about = TABLES[table]
    found = {
        command: seen(scene, statement)
        for command in ("select", "insert", "update", "delete")
        for statement, _ in [getattr(about, command)]
    }
    assert found == {command: cells(getattr(about, command)[1]) for command in found}


def test_everybody_sees_shared_rows(scene: psycopg.Connection) -> None:
    """What is public or published is everybody's, and no more than that."""
    found = {name: seen(scene, statement) for name, (statement, _) in SHARED.items()}
    assert found == {name: cells(expected) for name, (_, expected) in SHARED.items()}


@pytest.mark.parametrize("function", CALLS)
def test_each_caller_gets_their_answer(scene: psycopg.Connection, function: str) -> None:
    """Each caller gets what CALLS says."""
    call, expected = CALLS[function]
    assert seen(scene, f"select * from {call}") == cells(expected)


def test_truncate_is_nobodys(scene: psycopg.Connection) -> None:
    """No client empties a table."""
    for table in TABLES:
        assert seen(scene, f"truncate sparc.{table} cascade") == list(CLOSED), table
