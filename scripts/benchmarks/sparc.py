"""The bars of sparc: rolls, joins and events against their floors, browsing and row level security at size."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.harness import SECONDS, Bar, Case, Context, Variant, timed

SEED = Path(__file__).parent / "seeds" / "sparc.sql"
SESSIONS = 200  # random sessions, so that callers seldom meet on one row

# Tables with a Seer and two players each, running; made without triggers, as they would stand.
TABLES = f"""
insert into auth.users (id, email)
select md5('seer:' || i)::uuid, 'seer' || i || '@example.org' from generate_series(1, {SESSIONS}) as i;
insert into auth.users (id, email)
select md5('player:' || i)::uuid, 'player' || i || '@example.org' from generate_series(1, {SESSIONS}) as i;
set session_replication_role = replica;
insert into sparc.characters (id, user_id, name, class, might, grace, wit, heart, special_ability)
select md5('hero:' || i)::uuid, md5('player:' || i)::uuid, 'Hero ' || i, 'warrior', 5, 3, 2, 4, '{{}}'
from generate_series(1, {SESSIONS}) as i;
insert into sparc.adventures (id, creator_id, name, status)
values (md5('adventure')::uuid, md5('seer:1')::uuid, 'The Bench', 'published');
insert into sparc.sessions (id, seer_id, adventure_id, code, status, started_at, max_players)
select md5('session:' || i)::uuid, md5('seer:' || i)::uuid, md5('adventure')::uuid, lpad(upper(to_hex(i)), 6, '0'), 'active', now(), 6
from generate_series(1, {SESSIONS}) as i;
insert into sparc.session_players (session_id, user_id, character_id)
select md5('session:' || i)::uuid, md5('player:' || i)::uuid, md5('hero:' || i)::uuid from generate_series(1, {SESSIONS}) as i;
set session_replication_role = origin;
analyze sparc.sessions, sparc.session_players, sparc.characters, sparc.users;
"""

# The tables were made without triggers, so their dice secrets are made here.
SECRETS = """
insert into sparc.dice_secrets (session_id, secret_number, from_number, secret)
select id, 1, 1, sha256(uuid_send(id)) from sparc.sessions on conflict do nothing;
"""

PICK = f"\\set n random(1, {SESSIONS})\n"

# What one call of ours writes, written by a function of the owner that decides nothing. It runs as the service, for
# whom the triggers let a roll pass as it is given; they number the event all the same.
ROLLS = """
update core.settings set value = 'false' where name = 'core.clients_can_abort';
create function bench_roll(n integer) returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('player:' || n)::uuid, 'role', 'authenticated')::text, true);
  perform sparc.roll_dice(md5('session:' || n)::uuid, md5('hero:' || n)::uuid, 'might', 12, 'attack');
end $$;
create function bench_roll_floor(n integer) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _session constant uuid := md5('session:' || n)::uuid;
  _id constant uuid := core.uuid_v7();
begin
  perform set_config('request.jwt.claims', '', true);
  perform from sparc.sessions where id = _session for no key update;
  insert into sparc.declared_rolls (id, session_id, roll_number, roller_id, character_id, character_name, attribute, dice_count,
    difficulty, roll_type, declared_at, decided_in, thrown_at)
  select _id, _session, 1 + coalesce(max(roll_number), 0), md5('player:' || n)::uuid, md5('hero:' || n)::uuid, 'Hero', 'might', 5,
    12, 'attack', now(), pg_current_xact_id(), now()
  from sparc.declared_rolls where session_id = _session;
  insert into sparc.dice_rolls (id, session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type,
    results, total, modified_total, success, outcome, margin, animation_seed)
  values (_id, _session, md5('hero:' || n)::uuid, 'Hero', 'might', 5, 12, 'attack',
    '{3,3,3,3,3}', 15, 15, true, 'success', 3, 7);
end $$;
alter function bench_roll_floor(integer) owner to gamekeeper;
"""

# Two transactions, as a client must: the declaration, then the throw. The floor writes the same rows in two transactions.
# Both find the waiting roll by its roller, since a script has no place to keep its id.
DECLARED = """
create function bench_waiting(n integer) returns uuid language sql stable as $$
  select id from sparc.declared_rolls
  where session_id = md5('session:' || n)::uuid and roller_id = md5('player:' || n)::uuid and thrown_at is null
$$;
create function bench_declare(n integer) returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('player:' || n)::uuid, 'role', 'authenticated')::text, true);
  perform sparc.declare_roll(md5('session:' || n)::uuid, md5('hero:' || n)::uuid, 'might', 12, 'attack');
end $$;
create function bench_throw(n integer) returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('player:' || n)::uuid, 'role', 'authenticated')::text, true);
  perform sparc.throw_roll(id) from bench_waiting(n) as id where id is not null;
end $$;
create function bench_declare_floor(n integer) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _session constant uuid := md5('session:' || n)::uuid;
begin
  perform from sparc.sessions where id = _session for no key update;
  update sparc.declared_rolls set thrown_at = now(), save_from = now()
  where session_id = _session and thrown_at is null;
  insert into sparc.declared_rolls (session_id, roll_number, roller_id, character_id, character_name, attribute, dice_count,
    difficulty, roll_type, declared_at, decided_in)
  select _session, 1 + coalesce(max(roll_number), 0), md5('player:' || n)::uuid, md5('hero:' || n)::uuid, 'Hero', 'might', 5,
    12, 'attack', now(), pg_current_xact_id()
  from sparc.declared_rolls where session_id = _session;
  insert into sparc.session_events (session_id, event_type, payload) values (_session, 'roll_declared', '{"n": 1}');
end $$;
alter function bench_declare_floor(integer) owner to gamekeeper;
create function bench_throw_floor(n integer) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _roll sparc.declared_rolls;
begin
  perform set_config('request.jwt.claims', '', true);
  perform from sparc.sessions where id = md5('session:' || n)::uuid for no key update;
  update sparc.declared_rolls set thrown_at = now(), save_from = now() where id = public.bench_waiting(n) and thrown_at is null returning * into _roll;
  if found then
    insert into sparc.dice_rolls (id, session_id, roll_number, character_id, character_name, attribute, dice_count, difficulty,
      roll_type, results, total, modified_total, success, outcome, margin, animation_seed)
    values (_roll.id, _roll.session_id, _roll.roll_number, _roll.character_id, 'Hero', 'might', 5, 12,
      'attack', '{3,3,3,3,3}', 15, 15, true, 'success', 3, 7);
  end if;
end $$;
alter function bench_throw_floor(integer) owner to gamekeeper;
"""

# The seed's roll: the client throws, and inserts what it says it threw under the seed's policy, then tells the others.
SEED_TABLES = """
insert into seed.users (id, email, display_name) select u.id, u.email, 'Player' from auth.users as u;
set session_replication_role = replica;
insert into seed.characters (id, user_id, name, class, might, grace, wit, heart, special_ability)
select c.id, c.user_id, c.name, 'warrior', c.might, c.grace, c.wit, c.heart, '{}' from sparc.characters as c;
insert into seed.adventures (id, creator_id, name)
select a.id, a.creator_id, a.name from sparc.adventures as a;
insert into seed.sessions (id, seer_id, adventure_id, code, status, started_at, max_players)
select s.id, s.seer_id, s.adventure_id, s.code, 'active', now(), 6 from sparc.sessions as s;
insert into seed.session_players (session_id, user_id, character_id)
select p.session_id, p.user_id, p.character_id from sparc.session_players as p;
set session_replication_role = origin;
create function seed.roll(n integer) returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('player:' || n)::uuid, 'role', 'authenticated')::text, true);
  insert into seed.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type,
    results, total, modified_total, success, outcome, margin, animation_seed)
  values (md5('session:' || n)::uuid, md5('hero:' || n)::uuid, 'Hero', 'might', 5, 12, 'attack',
    '{3,3,3,3,3}', 15, 15, true, 'success', 3, 7);
  insert into seed.session_events (session_id, event_type, payload)
  values (md5('session:' || n)::uuid, 'roll', '{"total": 15, "success": true}');
end $$;
analyze seed.sessions, seed.session_players, seed.characters;
"""
NAIVE = (
    "the client's own insert into the seed's table under its policies, and an event. Wrong: the client says what it threw, how"
    " many dice and how hard it was; it may repeat or roll back until it pleases; nobody is told in order, since events have no"
    " number; every event deletes the old ones of all sessions, which reads the whole feed"
)


def seed_tables(ctx: Context) -> None:
    """Make the seed's tables with the same sessions, seats and characters."""
    ctx.run(SEED.read_text() + SEED_TABLES)


EVENTS = """
create function bench_event(n integer) returns void language sql as $$
  select sparc.emit_event(md5('session:' || n)::uuid, 'benched', '{"n": 1}')
$$;
create table bench_counter (id uuid primary key, seq bigint not null default 0) with (fillfactor = 80);
insert into bench_counter (id) select id from sparc.sessions;
create table bench_events (like sparc.session_events including defaults, primary key (session_id, seq, created_at));
create index on bench_events (session_id, created_at desc);
alter table bench_counter owner to gamekeeper;
alter table bench_events owner to gamekeeper;
create function bench_event_floor(n integer) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _seq bigint;
begin
  update public.bench_counter set seq = seq + 1 where id = md5('session:' || n)::uuid returning seq into _seq;
  insert into public.bench_events (session_id, seq, event_type, payload) values (md5('session:' || n)::uuid, _seq, 'benched', '{"n": 1}');
end $$;
alter function bench_event_floor(integer) owner to gamekeeper;
"""

# A join and the leave that makes room again are one call, so that a round can go on for ever. The floor
# writes the seat, the two events and their numbers.
JOINS = """
create function bench_join(n integer) returns void language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('player:' || n)::uuid, 'role', 'authenticated')::text, true);
  perform sparc.join_session(lpad(upper(to_hex(n)), 6, '0'), md5('hero:' || n)::uuid);
  perform sparc.leave_session(md5('session:' || n)::uuid);
end $$;
create function bench_join_floor(n integer) returns void
language plpgsql security definer set search_path = pg_temp as $$
begin
  perform set_config('request.jwt.claims', '', true);
  insert into sparc.session_players (session_id, user_id, character_id)
  values (md5('session:' || n)::uuid, md5('player:' || n)::uuid, md5('hero:' || n)::uuid);
  delete from sparc.session_players where session_id = md5('session:' || n)::uuid and user_id = md5('player:' || n)::uuid;
end $$;
alter function bench_join_floor(integer) owner to gamekeeper;
"""


def waiting(ctx: Context) -> None:
    """Make the tables wait, with their seats free."""
    ctx.run(TABLES)
    ctx.run("set session_replication_role = replica")
    ctx.run("update sparc.sessions set status = 'waiting', started_at = null")
    ctx.run("delete from sparc.session_players")
    ctx.run("set session_replication_role = origin")
    ctx.run("update core.settings set value = '1000' where name = 'sparc.code_calls_per_minute'")
    ctx.run(JOINS)


# The other function is list_session_events with no name and no text joined in.
PAGES = """
create function bench_list_session_events(session_id uuid, after_seq bigint default 0, page_size integer default 100)
returns setof sparc.session_events language plpgsql stable security definer set search_path = pg_temp as $$
declare
  _until timestamptz;
begin
  perform core.require_user();
  perform core.require_slot(0);
  perform core.check_page_size(bench_list_session_events.page_size);
  if bench_list_session_events.session_id not in (select sparc.my_session_ids()) then
    perform core.raise('NOT_FOUND');
  end if;
  _until := coalesce(sparc.left_session_at(bench_list_session_events.session_id), 'infinity');
  return query
  select f.*
  from (select * from sparc.session_events union all select * from sparc.archived_session_events) as f
  where f.session_id = bench_list_session_events.session_id and f.seq > bench_list_session_events.after_seq and f.created_at <= _until
  order by f.seq
  limit bench_list_session_events.page_size;
end $$;
alter function bench_list_session_events(uuid, bigint, integer) owner to gamekeeper;
"""
OTHER_ROLLS = f"""
set session_replication_role = replica;
insert into sparc.declared_rolls (session_id, roll_number, roller_id, character_id, character_name, attribute, dice_count,
  difficulty, roll_type, declared_at, thrown_at, save_from, decided_in)
select md5('session:' || i)::uuid, n, md5('player:' || i)::uuid, md5('hero:' || i)::uuid, 'Hero', 'might', 5, 12, 'attack', now(), now(), now(), '3'
from generate_series(2, {SESSIONS}) as i, generate_series(1, %s) as n;
set session_replication_role = origin;
"""


def pages(ctx: Context) -> None:
    """Make a feed of rolls, a hundred events or more, in one session, and many rolls in the others."""
    ctx.run(TABLES + SECRETS + ROLLS + PAGES + OTHER_ROLLS % ctx.size(500, 1))
    for _ in range(ctx.size(100, 3)):
        ctx.run("select bench_roll(1)")
    ctx.run("analyze sparc.session_events, sparc.declared_rolls, sparc.dice_rolls")


PLAYER = (
    "select set_config('request.jwt.claims', json_build_object('sub', md5('player:1')::uuid, 'role', 'authenticated')::text, false);"
    " set role authenticated"
)


def public_sessions(ctx: Context) -> None:
    """Make 100 000 public sessions that wait, half of them scheduled."""
    ctx.run(TABLES)
    ctx.run("set session_replication_role = replica")
    ctx.run(
        "insert into sparc.sessions (seer_id, adventure_id, code, is_public, status, scheduled_start, created_at)"
        " select md5('seer:' || 1 + i % 200)::uuid, md5('adventure')::uuid, lpad(upper(to_hex(1000 + i)), 6, '0'), true,"
        " case i % 10 when 0 then 'starting_soon' else 'waiting' end::sparc.session_status,"
        " case when i % 2 = 0 then now() + i * interval '1 minute' end, now() - i * interval '1 minute'"
        f" from generate_series(1, {ctx.size(100_000, 2_000)}) as i"
    )
    ctx.run("set session_replication_role = origin")
    ctx.run("analyze sparc.sessions")


def million(ctx: Context) -> None:
    """Make a million characters of 100 000 users and a million rolls of 2 000 sessions."""
    users = ctx.size(100_000, 2_000)
    sessions = ctx.size(2_000, 100)
    for statement in (
        "set session_replication_role = replica",
        "insert into auth.users (id, email)"
        f" select md5('u:' || i)::uuid, i || '@example.org' from generate_series(1, {users}) as i",
        "insert into sparc.users (id, display_name) select id, 'Player' from auth.users",
        "insert into sparc.characters (id, user_id, name, class, might, grace, wit, heart, special_ability)"
        " select md5('c:' || i || ':' || j)::uuid, md5('u:' || i)::uuid, 'Hero ' || j, 'warrior', 5, 3, 2, 4, '{}'"
        f" from generate_series(1, {users}) as i, generate_series(1, 10) as j",
        "insert into sparc.adventures (id, creator_id, name, status)"
        " values (md5('adventure')::uuid, md5('u:1')::uuid, 'The Bench', 'published')",
        "insert into sparc.sessions (id, seer_id, adventure_id, code, status, started_at)"
        " select md5('s:' || i)::uuid, md5('u:' || 2 * i)::uuid, md5('adventure')::uuid, lpad(upper(to_hex(i)), 6, '0'), 'active', now()"
        f" from generate_series(1, {sessions}) as i",
        "insert into sparc.session_players (session_id, user_id, character_id)"
        " select md5('s:' || i)::uuid, md5('u:' || 1 + i)::uuid, md5('c:' || 1 + i || ':1')::uuid"
        f" from generate_series(1, {sessions}) as i",
        "insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty,"
        " roll_type, results, total, modified_total, success, outcome, margin)"
        " select md5('s:' || i)::uuid, md5('c:' || 1 + i || ':1')::uuid, 'Hero', 'might', 3, 9, 'attack',"
        " '{3,3,4}', 10, 10, true, 'success', 1"
        f" from generate_series(1, {sessions}) as i, generate_series(1, 500) as j",
        "set session_replication_role = origin",
        "vacuum analyze sparc.characters",
        "vacuum analyze sparc.dice_rolls",
        "vacuum analyze sparc.sessions",
        "vacuum analyze sparc.session_players",
    ):
        ctx.run(statement)


# The tenth user reads what is theirs; the owner asks the same.
OWN_CHARACTERS = "select * from sparc.characters where user_id = md5('u:10')::uuid;"
OWN_ROLLS = "select * from sparc.dice_rolls where session_id = md5('s:9')::uuid;"


def under_policies(script: str) -> list[Variant]:
    """Return a query by its reader under row level security and by the owner without."""
    once = (
        "select set_config('request.jwt.claims', json_build_object('sub', md5('u:10')::uuid, 'role', 'authenticated')::text, false);"
        " set role authenticated"
    )
    return [
        Variant("reader", "under the policies", script, once=once),
        Variant("owner", "without policies", script, once="set role gamekeeper"),
    ]


# A day of the feed that is over, with its events; and events of today, which remain.
OLD_DAY = """
set session_replication_role = replica;
create table sparc.session_events_p20200101 partition of sparc.session_events
for values from ('2020-01-01') to ('2020-01-02');
insert into sparc.session_events (session_id, seq, event_type, created_at)
select md5('session:' || 1 + i % 200)::uuid, i, 'told', '2020-01-01 12:00+00' from generate_series(1, 1000) as i;
set session_replication_role = origin;
"""
TODAY = """
set session_replication_role = replica;
insert into sparc.session_events (session_id, seq, event_type)
select md5('session:' || 1 + i %% 200)::uuid, i, 'told' from generate_series(1, %s) as i;
set session_replication_role = origin;
"""


def feeds(ctx: Context) -> None:
    """Make a feed in which a million events remain, and one with a hundredth of them beside it."""
    ctx.facts["few"] = few = ctx.sibling()
    for feed, events in ((ctx, ctx.size(1_000_000, 1_000)), (few, ctx.size(10_000, 10))):
        feed.run(TODAY % events)
        feed.run("analyze sparc.session_events")


def retention(feed: str) -> Callable[[Context], float]:
    """Return the measure of dropping a day that is over."""

    def measure(ctx: Context) -> float:
        where = ctx.facts.get(feed, ctx)
        assert isinstance(where, Context)
        where.run(OLD_DAY)
        return timed(
            lambda: where.one("select core.retire_partitions('sparc.session_events', now())")
        )

    return measure


CASES = [
    Case(
        system="sparc",
        operation="sparc.roll_dice, random sessions",
        setup=TABLES + SECRETS + ROLLS,
        variants=[
            Variant(
                "ours",
                "rules, dice from the secret, the declaration, the roll, its event and number",
                PICK + "select bench_roll(:n);",
            ),
            Variant("floor", "the same rows, dice given", PICK + "select bench_roll_floor(:n);"),
            Variant(
                "seed",
                NAIVE,
                PICK + "select seed.roll(:n);",
                setup=seed_tables,
                role="authenticated",
            ),
        ],
        bars=[Bar("ours", ">=", 0.5, "floor")],
    ),
    Case(
        system="sparc",
        operation="sparc.declare_roll and throw_roll, two transactions, random sessions",
        setup=TABLES + SECRETS + DECLARED,
        variants=[
            Variant(
                "ours",
                "rules, the declaration and its event; dice from the secret, the roll and its event",
                PICK + "select bench_declare(:n);\nselect bench_throw(:n);",
            ),
            Variant(
                "floor",
                "the same rows in two transactions, dice given",
                PICK + "select bench_declare_floor(:n);\nselect bench_throw_floor(:n);",
            ),
        ],
        bars=[Bar("ours", ">=", 0.6, "floor")],
    ),
    Case(
        system="sparc",
        operation="sparc.join_session and leave_session",
        setup=waiting,
        variants=[
            Variant(
                "ours",
                "rules, the seat taken and freed, two events",
                PICK + "select bench_join(:n);",
                once="delete from core.rate_limits",
            ),
            Variant(
                "floor",
                "the same rows under the same triggers",
                PICK + "select bench_join_floor(:n);",
            ),
        ],
        bars=[Bar("ours", ">=", 0.5, "floor")],
    ),
    Case(
        system="sparc",
        operation="session event append",
        setup=TABLES + EVENTS,
        variants=[
            Variant(
                "ours",
                "numbered by the session's row, partitioned, checked",
                PICK + "select bench_event(:n);",
            ),
            Variant(
                "floor",
                "a counter and an insert, one table, no trigger",
                PICK + "select bench_event_floor(:n);",
            ),
        ],
        bars=[Bar("ours", ">=", 0.5, "floor")],
    ),
    Case(
        system="sparc",
        operation="sparc.list_session_events, a page of 100 events of rolls",
        unit=SECONDS,
        setup=pages,
        clients=1,
        rounds=9,
        variants=[
            Variant(
                "ours",
                "with the names and texts of today",
                "select * from sparc.list_session_events(md5('session:1')::uuid);",
                once=PLAYER,
            ),
            Variant(
                "without names",
                "the payloads as the feed holds them",
                "select * from bench_list_session_events(md5('session:1')::uuid);",
                once=PLAYER,
            ),
        ],
        bars=[Bar("ours", "<=", 1.15, "without names")],
    ),
    Case(
        system="sparc",
        operation="retention: a day of the feed dropped",
        unit=SECONDS,
        setup=feeds,
        rounds=9,
        variants=[
            Variant("many", "while 1 000 000 events remain", measure=retention("many")),
            Variant("few", "while 10 000 events remain", measure=retention("few")),
        ],
        bars=[Bar("many", "<=", 1.5, "few")],
    ),
    Case(
        system="sparc",
        operation="sparc.browse_sessions at 100 000 public sessions",
        unit=SECONDS,
        setup=public_sessions,
        clients=1,
        variants=[
            Variant(
                "a page of ours", "20 rows by keyset", "select * from sparc.browse_sessions();"
            ),
            Variant(
                "the seed's query",
                "counts every session, then sorts",
                "select s.id, s.code, s.status, a.name, a.thumbnail_url, count(sp.user_id), s.max_players"
                " from sparc.sessions s join sparc.adventures a on s.adventure_id = a.id"
                " left join sparc.session_players sp on s.id = sp.session_id and sp.is_active = true"
                " where s.is_public = true and s.status in ('waiting', 'starting_soon')"
                " group by s.id, a.id having count(sp.user_id) < s.max_players"
                " order by s.scheduled_start nulls last, s.created_at desc limit 20;",
            ),
        ],
        bars=[Bar("a page of ours", "<=", 0.2, "the seed's query")],
    ),
    Case(
        system="sparc",
        operation="own characters among a million under row level security",
        unit=SECONDS,
        setup=million,
        clients=1,
        rounds=9,
        variants=under_policies(OWN_CHARACTERS),
        bars=[Bar("reader", "<=", 1.15, "owner")],
    ),
    Case(
        system="sparc",
        operation="the 500 rolls of one's session among a million under row level security",
        unit=SECONDS,
        setup=million,
        clients=1,
        rounds=9,
        variants=under_policies(OWN_ROLLS),
        bars=[Bar("reader", "<=", 1.15, "owner")],
    ),
]
