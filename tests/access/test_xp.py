"""Who may do what in xp: every table, view and function x every kind of caller x every command.

The expectations below are compared with the catalog first, so that a new table or function without one
fails. A cell is one word per caller, in the order of CALLERS:

    y  it works (rows are seen)     .  nothing is seen
    x  refused: privilege (42501)   digits: refused with SQLSTATE KG<digits>

xp holds no secrets, so nothing here looks at what debug output prints: what a caller may not see are other
users' rows and the policies, and no function reads those into its plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import psycopg
import pytest
from tests.access.matrix import outcomes
from tests.world import become

Connect = Callable[..., psycopg.Connection]

CALLERS = ("anon", "ann", "bob", "operator", "service")

ANN = "(select user_id from scene)"
ANNS = f"user_id = {ANN}"

# What each caller sees of ann's rows, or of what belongs to nobody. Nobody writes any of them.
RELATIONS = {
    "xp_users": (ANNS, "x y . . y"),
    "xp_ledger": (ANNS, "x y . . y"),
    "xp_balance": (ANNS, "x y . . y"),
    "xp_streaks": (ANNS, "x y . . y"),
    "xp_keyed_streaks": (ANNS, "x y . . y"),
    "xp_streak_entries": (ANNS, "x y . . y"),
    "xp_profiles": (ANNS, "x y . . y"),
    "xp_board_scores": (ANNS, "x x x x x"),
    "xp_board_counts": ("true", "x x x x x"),
    "xp_awards": (ANNS, "x y . . y"),
    "xp_season_xp": (ANNS, "x y . . y"),
    "xp_timezone_changes": (ANNS, "x y . . y"),
    "xp_hidden_entries": (ANNS, "x . . y y"),
    "xp_rules": ("true", "x . . y y"),
    "xp_seasons": ("true", "x y y y y"),
    "xp_season_closings": ("true", "x y y y y"),
    "xp_frozen_seasons": ("true", "x x x x x"),
    "xp_prizes": (ANNS, "x y . . y"),
    "xp_levels": ("true", "x y y y y"),
    "xp_level_ups": (ANNS, "x y . . y"),
    "timezones": ("true", "y y y y y"),
    "xp_claim_keys": (ANNS, "x x x x x"),
    "xp_claim_counts": ("true", "x x x x x"),
    "xp_roll_up": ("true", "x x x x x"),
    "claim_stats": ("true", "x . . y y"),
}

STATE = "row(1, 1, 0, '2026-05-01', '{}')::xp.streak_state"
# Every function that some client may call: a call about ann's things, and what each caller gets. ann has an
# account, bob and the operator have none, the service is no user.
CALLS = {
    "register_user": ("xp.register_user(test.user('ann')::text, 'Asia/Tokyo')", "x y 003 003 y"),
    "claim": ("xp.claim('daily', gen_random_uuid())", "x y 301 301 002"),
    "eligibility": ("xp.eligibility('daily')", "x y 301 301 002"),
    "change_timezone": ("xp.change_timezone('Europe/Paris')", "x 303 301 301 002"),
    "preview": (f"xp.preview('daily', 1, {ANN}, 3)", "x 003 003 y y"),
    "create_rule": ("xp.create_rule('new', test.xp_policy())", "x 003 003 y y"),
    "activate_rule": ("xp.activate_rule('daily', 1)", "x 003 003 y y"),
    "retire_rule": ("xp.retire_rule('daily')", "x 003 003 y y"),
    "validate_definition": ("xp.validate_definition('{}')", "x y y y y"),
    "create_season": ("xp.create_season('s', '2030-01-01', '2030-01-02')", "x 003 003 y y"),
    "extend_season": ("xp.extend_season('now', current_date + 20)", "x 003 003 y y"),
    "close_season": ("xp.close_season('past')", "x 003 003 y y"),
    "set_levels": ("xp.set_levels('{0, 100}')", "x 003 003 y y"),
    "claim_for": (f"xp.claim_for({ANN}, 'daily', gen_random_uuid())", "x x x x y"),
    "grant_freeze": (f"xp.grant_freeze({ANN}, 1, 'A_GIFT', gen_random_uuid())", "x x x x y"),
    "repair_streak": ("xp.repair_streak('{2026-03-01}', 'OUTAGE', gen_random_uuid())", "x x x x y"),
    "hide_entry": (f"xp.hide_entry('now', {ANN}, 'A_CHEAT')", "x x x x y"),
    "show_entry": (f"xp.show_entry('now', {ANN})", "x x x x y"),
    "lift_timezone_wait": (f"xp.lift_timezone_wait({ANN}, 'SUPPORT')", "x x x x y"),
    "set_segment": (f"xp.set_segment({ANN}, 'vip')", "x x x x y"),
    "grant_xp": (f"xp.grant_xp({ANN}, 5, 'gift', gen_random_uuid())", "x x x x y"),
    "rebuild_balances": ("xp.rebuild_balances()", "x x x x y"),
    "rebuild_batch": ("xp.rebuild_batch()", "x x x x y"),
    "rebuild_streaks": ("xp.rebuild_streaks()", "x x x x y"),
    "reconcile": ("xp.reconcile()", "x 003 003 . ."),
    "gauges": ("xp.gauges()", "x x x x y"),
    "leaderboard": ("xp.leaderboard('now')", "x y y y y"),
    "around_me": ("xp.around_me('now')", "x y 301 301 002"),
    "ranks_of": ("xp.ranks_of('now', array(select public_id from scene))", "x y y y y"),
    "set_handle": ("xp.set_handle('Ann')", "x y 301 301 002"),
    "rebuild_scores": ("xp.rebuild_scores()", "x x x x y"),
    "recount_board": ("xp.recount_board()", "x x x x y"),
    "user_level": ("xp.user_level()", "x y 301 301 002"),
    "user_rank": ("xp.user_rank('now')", "x y 301 301 002"),
    "claim_stats_rows": ("xp.claim_stats_rows()", "x . . y y"),
    "my_user_id": ("(select 1 where xp.my_user_id() is not null) q", "x y . . x"),
    "evaluate_streak": (
        f"xp.evaluate_streak(test.xp_policy(), {STATE}, '2026-05-02', '2026-05-02', null)",
        "x y y y y",
    ),
}  # fmt: skip

# Those of them that take a date or an instant: pure rules, an operator's calendar, and days that the service excuses.
DATED = {"evaluate_streak", "create_season", "extend_season", "repair_streak"}

# What no client may execute: trigger functions, inner parts, and all that the time is passed to.
INTERNAL = {
    "board_account", "board_ahead_part", "board_members_part", "board_page_part", "board_place", "claim_days", "left_users", "board_entries", "counted_seasons", "prize_problems", "seasons_on", "board_page", "accounts_after", "parse_entry", "board_range", "board_scores_of", "count_ahead", "is_board", "read_board_tail",
    "require_board", "score_buckets", "settled_span", "board_differences", "score_differences", "count_differences", "add_to_boards", "oldest_day_board", "upkeep_day_boards", "upkeep_boards",
    "prize_person", "require_ended_season", "season_scores", "give_prizes", "pay_prizes", "freeze_season_part", "close_season_part", "lock_season", "require_open_season", "upkeep_prizes", "level_problems",
    "account_day", "active_rule", "anchor_zone", "apply_ledger", "array_items",
    "array_problems", "award_cooldown", "award_streaks", "bounded_number", "calendar_day", "change_timezone_at",
    "check_timezone", "compile_policy", "claim_at", "claim_tail", "clock_zone", "day_id", "day_of", "day_start",
    "decide_claim", "definition_problems", "differences", "earned", "excused_days", "eligibility_at", "erase_person", "export_person", "guard_rule", "guard_season",
    "guard_server_timezone", "held_freezes", "health_reconcile", "health_roll_ups", "health_seasons", "instant_of",
    "is_valid_definition", "last_award", "left_streak", "ledger_totals", "is_sent_together", "lock_streak", "merge_person",
    "model_problems", "new_user_id", "number_problem", "open_account", "preview_at", "prior_streak",
    "range_overlaps", "next_streak", "rule_for", "answered_key", "boundary_after", "repaired_streak", "require_account", "require_active_rule", "require_person", "same_clock", "season_before",
    "segment_rule", "skipped_days", "streak_of", "timezone_wait", "unknown_keys", "unseen_repairs",
    "upkeep_claims", "upkeep_timezones", "user_slot", "write_award", "zone_day",
}  # fmt: skip

SCENE = """
select test.xp_activate('daily', test.xp_policy());
select xp.create_season('now', current_date - 10, current_date + 10);
select test.xp_user('ann', 'Asia/Tokyo');
select xp.set_levels('{0, 50}');
select xp.create_season('past', '2026-01-01', '2026-01-31'), xp.create_season('won', '2026-02-01', '2026-02-28');
insert into xp.xp_season_closings (season_id, prizes, xp, actor) values ('won', 1, 5, 'service_role');
insert into xp.xp_frozen_seasons (season_id, actor) values ('won', 'service_role');
insert into xp.xp_prizes (user_id, season_id, rank, xp) select user_id, 'won', 1, 5 from xp.xp_users;
update xp.xp_roll_up set settled_at = 'infinity' where task = 'xp.boards';
create temporary table scene as select user_id, public_id from xp.xp_profiles;
grant select on scene to public;
select xp.claim_at(test.user('ann')::text, 'daily', test.user('key'), core.now_utc() - interval '1 day');
select xp.grant_freeze(user_id, 1, 'A_GIFT', gen_random_uuid(), 'mission') from scene;
insert into xp.xp_hidden_entries (user_id, season_id, reason) select user_id, 'another', 'A_CHEAT' from scene;
select xp.change_timezone_at(test.user('ann')::text, 'Asia/Seoul', core.now_utc() - interval '2 days');
select xp.change_timezone_at(test.user('ann')::text, 'Asia/Tokyo', core.now_utc() + interval '6 days');
"""


@pytest.fixture
def scene(connect: Connect) -> Iterator[psycopg.Connection]:
    """An account with a row in each table, in a transaction that is rolled back."""
    connection = connect(autocommit=False)
    connection.execute(SCENE.encode())
    yield connection
    connection.rollback()


def seen(scene: psycopg.Connection, statement: str) -> str:
    """Return the outcome of a statement for every caller."""
    return " ".join(outcomes(scene, CALLERS, statement))


def relations(conn: psycopg.Connection, kinds: str = "rpvmf") -> set[str]:
    """Return the tables and views that the catalog has."""
    found = conn.execute(
        "select relname from pg_class where relnamespace = 'xp'::regnamespace and relkind = any (%s::\"char\"[])",
        [list(kinds)],
    )
    return {name for (name,) in found}


def functions(conn: psycopg.Connection, *, open_: bool) -> set[str]:
    """Return the functions that some client role may execute, or those that none may."""
    found = conn.execute(
        "select proname, bool_or(has_function_privilege(role, p.oid, 'execute')) from pg_proc p,"
        " unnest(array['anon', 'authenticated', 'service_role']) as role"
        " where pronamespace = 'xp'::regnamespace and prokind = 'f' group by proname"
    )
    return {name for name, executable in found if executable is open_}


def test_everything_has_an_expectation(owner: psycopg.Connection) -> None:
    """A relation is in RELATIONS; a function is called by clients, with a row in CALLS, or internal."""
    assert relations(owner) == set(RELATIONS)
    assert functions(owner, open_=True) == set(CALLS)
    assert functions(owner, open_=False) == INTERNAL


def test_what_is_new_is_noticed(scene: psycopg.Connection) -> None:
    """A table, view or function that nobody expected is seen by the test above."""
    scene.execute("create table xp.stray ()")
    scene.execute("create view xp.stray_view as select 1 as one")
    scene.execute("create function xp.open_stray() returns void begin atomic end")
    scene.execute("grant execute on function xp.open_stray to anon")
    scene.execute("create function xp.closed_stray() returns void begin atomic end")
    scene.execute("revoke execute on function xp.closed_stray from public")
    assert relations(scene) - set(RELATIONS) == {"stray", "stray_view"}
    assert functions(scene, open_=True) - set(CALLS) == {"open_stray"}
    assert functions(scene, open_=False) - INTERNAL == {"closed_stray"}


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_caller_sees_their_rows(scene: psycopg.Connection, relation: str) -> None:
    """Each caller sees what RELATIONS says."""
    where, expected = RELATIONS[relation]
    assert seen(scene, f"select 1 from xp.{relation} where {where}") == expected


def test_nobody_writes(scene: psycopg.Connection) -> None:
    """No client inserts, updates, deletes, truncates or locks for writing, in any table, in any column."""
    for table in relations(scene, "rp"):
        column = scene.execute(
            "select quote_ident(attname) from pg_attribute where attrelid = %s::regclass and attnum > 0"
            " and attidentity = '' order by attnum limit 1",
            [f"xp.{table}"],
        ).fetchone()
        assert column
        for statement in (
            f"insert into xp.{table} default values",
            f"insert into xp.{table} ({column[0]}) values (null)",
            f"update xp.{table} set {column[0]} = {column[0]}",
            f"delete from xp.{table}",
            f"truncate xp.{table} cascade",
            f"select from xp.{table} for update",
            f"lock table xp.{table} in exclusive mode",
        ):
            assert seen(scene, statement) == "x x x x x", statement
    written = scene.execute(
        "select c.relname, r from pg_class c, unnest(array['anon', 'authenticated', 'service_role']) r"
        " where c.relnamespace = 'xp'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and ("
        " c.relkind <> 'S' and has_any_column_privilege(r, c.oid, 'insert, update, references')"
        " or has_table_privilege(r, c.oid, 'insert, update, delete, truncate, references, trigger'))"
    ).fetchall()
    assert written == []


@pytest.mark.parametrize("function", CALLS)
def test_each_caller_gets_their_answer(scene: psycopg.Connection, function: str) -> None:
    """Each caller gets what CALLS says."""
    call, expected = CALLS[function]
    assert seen(scene, f"select * from {call}") == expected


def test_no_client_passes_a_time(owner: psycopg.Connection) -> None:
    """Of the functions that clients may call only those of DATED take a date or instant."""
    found = owner.execute(
        "select distinct p.proname from pg_proc p, unnest(p.proargtypes) t"
        " where p.pronamespace = 'xp'::regnamespace"
        " and format_type(t, null) ~ '^(date|time|interval|xp.reward_day|xp.xp_|xp.claim_decision)'"
    ).fetchall()
    timed = {name for (name,) in found}
    assert timed & set(CALLS) == DATED
    assert timed & INTERNAL >= {"claim_at", "eligibility_at", "preview_at", "change_timezone_at"}


# What a session may choose and a clock could follow. The second one moves EST by 15 hours; the others do so
# from PostgreSQL 18 on, where names of the session's own come first.
SESSIONS = (
    ("timezone", "Pacific/Kiritimati"),
    ("timezone_abbreviations", "Australia"),
    ("timezone", "<EST>-14"),
    ("timezone", "<UTC>-14"),
    ("timezone", "<AMERICA/PANAMA>-14"),
    ("timezone", "<AMERICA/NEW_YORK>-14"),
    ("datestyle", "SQL, DMY"),
    ("intervalstyle", "sql_standard"),
    ("extra_float_digits", "-15"),
)


@pytest.mark.parametrize("zone", ["EST", "America/New_York", "UTC"])
def test_no_session_moves_a_clock(scene: psycopg.Connection, zone: str) -> None:
    """Whatever a caller sets, eligibility, claim and preview find the reward day that the owner finds."""
    found = scene.execute("select test.xp_user('eve', %s)", [zone]).fetchone()
    eve = found[0] if found else None
    right = scene.execute(
        "select reward_day_id, extract(epoch from next_boundary)"
        " from xp.eligibility_at(test.user('eve')::text, 'daily', core.now_utc())"
    ).fetchone()
    asked = {
        "eve": (
            "select reward_day_id, extract(epoch from next_boundary) from xp.eligibility('daily')",
            "select reward_day_id, extract(epoch from next_boundary) from xp.claim('daily', gen_random_uuid())",
        ),
        "operator": (
            "select reward_day_id, extract(epoch from next_boundary)"
            f" from xp.preview('daily', 1, {eve}, 1)",
        ),
    }
    for name, value in SESSIONS:
        for caller, statements in asked.items():
            for statement in statements:
                with scene.transaction(force_rollback=True):
                    become(scene, caller)
                    scene.execute("select set_config(%s, %s, true)", [name, value])
                    assert scene.execute(statement.encode()).fetchone() == right, (name, value)


def test_who_reads_a_clock_pins_it(owner: psycopg.Connection) -> None:
    """Every function that clients may call, and that comes to "at time zone" by any way, sets its own TimeZone."""
    bodies = dict(
        owner.execute(
            "select proname, coalesce(pg_get_function_sqlbody(oid), prosrc) from pg_proc"
            " where pronamespace = 'xp'::regnamespace"
        ).fetchall()
    )
    clocks = {
        n
        for n, body in bodies.items()
        if re.search(r"(?i)at time zone (?!interval)|\btimezone\(", body)
    }
    assert {"zone_day", "day_start"} <= clocks
    while more := {
        name
        for name, body in bodies.items()
        if name not in clocks and set(re.findall(r"\bxp\.([a-z_]+)\(", body)) & clocks
    }:
        clocks |= more
    found = owner.execute(
        "select proname, 'TimeZone=UTC' = any (proconfig) from pg_proc"
        " where pronamespace = 'xp'::regnamespace and proname = any (%s) and prosecdef",
        [list(clocks & set(CALLS))],
    ).fetchall()
    assert {name for name, _ in found} >= {"claim", "eligibility", "preview"}
    assert [name for name, pinned in found if not pinned] == []


# Types that functions name without a schema, because they are no keywords of the grammar.
SHADOWS = ("text", "jsonb", "uuid", "timestamptz", "date", "bytea")

SPY = (
    "create function pg_temp.spy() returns boolean language plpgsql as $$ begin"
    " if current_user <> session_user and current_user <> current_setting('role') then"
    " raise exception 'running as %', current_user; end if; return true; end $$"
)

# What a definer function gets wrong when it leaves pg_temp first for types.
CARELESS = """
create function xp.careless() returns text language plpgsql security definer set search_path = '' as $$
declare _said text := 'a'; begin return _said; end $$;
alter function xp.careless() owner to gamekeeper;
grant execute on function xp.careless() to authenticated;
"""


@pytest.mark.parametrize("caller", ["ann", "bob", "operator", "service"])
def test_a_callers_temporary_types_do_not_stand_in_for_ours(
    scene: psycopg.Connection, caller: str
) -> None:
    """A domain pg_temp.text whose check is the caller's own function never runs with our rights."""
    scene.execute(CARELESS.encode())
    scene.execute("grant execute on function xp.careless() to service_role")
    become(scene, caller)
    scene.execute(SPY)
    for name in SHADOWS:
        scene.execute(
            f"create domain pg_temp.{name} as pg_catalog.{name} check (pg_temp.spy())".encode()
        )

    def told(call: str) -> str:
        try:
            with scene.transaction(force_rollback=True):
                return repr(scene.execute(f"select * from {call}".encode()).fetchall())
        except psycopg.Error as error:
            return str(error)

    assert "running as gamekeeper" in told("xp.careless()")
    broken = {
        "xp.claim(null, null)",
        "xp.claim('nothing', gen_random_uuid())",
        "xp.register_user(null, null, '')",
        "xp.create_rule('', '[]')",
        "xp.create_rule('bad', '{}')",
        "xp.leaderboard('nothing', 0)",
        "xp.grant_xp(null, null, null, null, null)",
        "xp.validate_definition(test.xp_policy('{\"bonus\": 1}'), 'daily')",
    }
    for call in broken | {call for call, _ in CALLS.values()}:
        assert "running as" not in told(call), call
