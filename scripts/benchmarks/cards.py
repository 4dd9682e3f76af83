"""The bars of cards: appends against the floor and other event stores, play, simulation, replay, storage."""

from pathlib import Path

from benchmarks import peers
from benchmarks.harness import BYTES, SECONDS, Bar, Case, Context, Sample, Variant, timed

SEED = Path(__file__).parent / "seeds" / "cards.sql"
PAYLOAD = '{"_v": 1, "playerId": "00000000-0000-7000-8000-000000000000", "action": "play_card", "reason": "MUST_FOLLOW_SUIT"}'

# Running games, thousands for each of two variants and some of those for each client alone, so that no two expect
# the same index; and the same append with no logic at all, by a function of the owner, as ours are. Their logs up to now are left out: no append reads them.
# The event is invalid_action, the one that any game takes at any time. Both lock the game's row, write it and the event.
# Nobody in these games has an account, so neither tells the feed of them.
# A client takes its games in a scattered order and counts its calls: each pass over its games is one append to each.
GAMES = """
create schema bench;
create table bench.simulated as select cards.simulate_game(4, 'bench') as game_id;
create table bench.source as
select cards.import_game((
  select jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.event_index)
  from cards.game_events as e where e.game_id = s.game_id and e.event_index < 60
)) as game_id
from bench.simulated as s;
create table bench.copies as
select ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid as game_id, s.game_id as source_id
from generate_series(0, 7999) as i, bench.source as s;
insert into cards.games (id, session_seed, session_seed_hash, config, status, is_public, started_at)
select c.game_id, g.session_seed, g.session_seed_hash, g.config, g.status, g.is_public, g.started_at
from bench.copies as c join cards.games as g on g.id = c.source_id;
insert into cards.game_states (game_id, turn_deadline, state) select c.game_id, s.turn_deadline, s.state
from bench.copies as c join cards.game_states as s on s.game_id = c.source_id;
create function bench.append(game_id uuid, event_index integer, type text, payload jsonb) returns integer
language plpgsql security definer set search_path = pg_temp as $$
begin
  update cards.game_states as s
  set state.next_index = append.event_index + 1, turn_deadline = s.turn_deadline
  where s.game_id = append.game_id;
  insert into cards.game_events (game_id, event_index, type, payload, created_at)
  values (append.game_id, append.event_index, append.type, append.payload, now());
  return append.event_index;
end $$;
alter function bench.append(uuid, integer, text, jsonb) owner to gamekeeper;
grant usage on schema bench to gamekeeper, service_role;
create function bench.calls(first integer, last integer, step integer) returns bigint
language sql security definer
return (
  select sum((s.state).next_index - 60) / step from cards.game_states as s
  where s.game_id between ('00000000-0000-4000-8000-' || lpad(first::text, 12, '0'))::uuid
    and ('00000000-0000-4000-8000-' || lpad(last::text, 12, '0'))::uuid
);
"""
EVENT = f'{{"type": "invalid_action", "payload": {PAYLOAD}}}'
# :calls is -1 in a fresh client, which then counts what its games have got since they were made.
NEXT_GAME = """
\\set first :from + :client_id * :share
\\set last :first + :share - 1
\\if :calls < 0
select bench.calls(:first, :last, :step) as calls \\gset
\\endif
\\set game :first + :calls * 37 % :share
\\set index 60 + :calls / :share * :step
\\set calls :calls + 1
"""
GAME = "('00000000-0000-4000-8000-' || lpad((:game)::text, 12, '0'))::uuid"
APPEND_1 = f"{NEXT_GAME}select cards.append_events({GAME}, :index, '[{EVENT}]');"
FLOOR_1 = f"{NEXT_GAME}select bench.append({GAME}, :index, 'invalid_action', '{PAYLOAD}');"
APPEND_100 = (
    f"{NEXT_GAME}select cards.append_events({GAME}, :index, "
    f"(select jsonb_agg('{EVENT}'::jsonb) from generate_series(1, 100)));"
)

# The log of the simulated game from index 60 on, cut into what one move brings: a bid or a card with all that follows from it,
# or the start of a round with its deal; the end of the game is left out. Clients take the move that is next in their game
# from this table, all variants alike. The floor writes the same events, and what is written to the state in the case above.
MOVES = """
create table bench.moves as
select
  m.move, min(m.event_index) as first_index, count(*)::integer as size,
  jsonb_agg(jsonb_build_object('type', m.type, 'payload', m.payload) order by m.event_index) as events,
  array_agg(m.type order by m.event_index) as types, array_agg(m.payload order by m.event_index) as payloads
from (
  select e.*, count(*) filter (where e.type in ('player_bid', 'card_played', 'round_started')) over (order by e.event_index) as move
  from bench.simulated as s join cards.game_events as e on e.game_id = s.game_id
  where e.event_index >= 60
) as m
group by m.move
having bool_and(m.type <> 'game_completed');
alter table bench.moves add primary key (move);
create function bench.append_move(game_id uuid, first_index integer, types text[], payloads jsonb[]) returns integer
language plpgsql security definer set search_path = pg_temp as $$
begin
  update cards.game_states as s
  set state.next_index = append_move.first_index + cardinality(append_move.types), turn_deadline = s.turn_deadline
  where s.game_id = append_move.game_id;
  insert into cards.game_events (game_id, event_index, type, payload, created_at)
  select append_move.game_id, append_move.first_index + e.at - 1, e.type, e.payload, case when e.at = 1 then now() end
  from unnest(append_move.types, append_move.payloads) with ordinality as e (type, payload, at);
  return append_move.first_index;
end $$;
alter function bench.append_move(uuid, integer, text[], jsonb[]) owner to gamekeeper;
grant select on bench.moves to service_role;
create function bench.moves_made(first integer, last integer) returns bigint
language sql security definer
return (
  select count(*) from cards.game_states as s join bench.moves as m on m.first_index < (s.state).next_index
  where s.game_id between ('00000000-0000-4000-8000-' || lpad(first::text, 12, '0'))::uuid
    and ('00000000-0000-4000-8000-' || lpad(last::text, 12, '0'))::uuid
);
"""
NEXT_MOVE = """
\\set first :from + :client_id * :share
\\set last :first + :share - 1
\\if :calls < 0
select count(*) as moves, bench.moves_made(:first, :last) as calls from bench.moves \\gset
\\endif
\\set game :first + :calls * 37 % :share
\\set move 1 + :calls / :share
\\if :move > :moves
select 'the games have no move left' / 0;
\\endif
\\set calls :calls + 1
"""
THE_MOVE = "from bench.moves as m where m.move = :move"
APPEND_MOVE = f"{NEXT_MOVE}select cards.append_events({GAME}, m.first_index, m.events) {THE_MOVE};"
FLOOR_MOVE = (
    f"{NEXT_MOVE}select bench.append_move({GAME}, m.first_index, m.types, m.payloads) {THE_MOVE};"
)
MESSAGE_DB_MOVE = """
\\if :moves < 0
select count(*) as moves from bench.moves \\gset
\\endif
\\set move random(1, :moves)
\\set category random(1, 100)
\\set stream random(1, 1000)
select count(message_store.write_message(
  gen_random_uuid()::varchar, 'game' || :category || '-' || :stream, e.type::varchar, e.payload
))
from bench.moves as m, unnest(m.types, m.payloads) as e (type, payload) where m.move = :move;
"""
OURS = "validates the event, folds it into the live state, writes both"
FLOOR = "the same two row writes in one function, no logic"


def games_of(first: int, step: int = 1) -> dict[str, str | int]:
    """Return the script's variables of a variant with its own 4 000 games and so many events a call."""
    return {"from": first, "share": 500, "step": step, "calls": -1}


def games(ctx: Context) -> None:
    """Make the running games."""
    ctx.run(GAMES)


def moves(ctx: Context) -> None:
    """Make the running games, and what happens next in them."""
    ctx.run(GAMES + MOVES)


# Every move of some games of four people, in order, with the events that it led to: what play_card is
# given, and what the floor writes. People play in these games, so both tell the feed of them.
PLAYS = """
create table bench_moves (n bigint primary key, game_id uuid, user_id uuid, bid integer, card_id text, events cards.game_events[], state cards.table_state);
create function bench_prepare(games integer) returns void language plpgsql as $$
declare
  _game uuid; _code text; _users uuid[]; _state cards.table_state; _event cards.game_events; _p cards.progress; _step bigint;
begin
  for _g in 0..games - 1 loop
    _users := array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid()];
    for _s in 1..4 loop
      perform set_config('request.jwt.claims', json_build_object('sub', _users[_s], 'role', 'authenticated')::text, true);
      if _s = 1 then select game_id, join_code into _game, _code from cards.create_game('{}'); else perform cards.join_game(_code); end if;
    end loop;
    perform set_config('request.jwt.claims', json_build_object('sub', _users[1], 'role', 'authenticated')::text, true);
    perform cards.start_game(_game);
    -- the setup says that clients commit, so the deal comes at once
    select (s.state).* into _state from cards.game_states as s where s.game_id = _game;
    _step := 0;
    loop
      _event := cards.fallback_event(_game, _state);
      _p := cards.play_on(_game, _state, array[_event], 'choice');
      exit when (_p.state).phase = 'completed';
      insert into public.bench_moves
      values (_step * games + _g, _game, _users[_state.turn + 1], (_event.payload ->> 'bid')::integer, _event.payload ->> 'card', _p.events, _p.state);
      _state := _p.state;
      _step := _step + 1;
    end loop;
  end loop;
  perform set_config('request.jwt.claims', '', true);
end $$;
create sequence bench_ours minvalue 0 start 0;
create sequence bench_others minvalue 0 start 0;
create function bench_play() returns boolean language plpgsql as $$
declare
  _n bigint;
  _m public.bench_moves;
begin
  _n := nextval('public.bench_ours');
  select * into strict _m from public.bench_moves as m where m.n = _n;
  perform set_config('request.jwt.claims', json_build_object('sub', _m.user_id, 'role', 'authenticated')::text, true);
  if _m.card_id is null then
    return (cards.place_bid(_m.game_id, _m.bid)).accepted;
  end if;
  return (cards.play_card(_m.game_id, _m.card_id)).accepted;
end $$;
create table bench_copies (game_id uuid primary key, copy_id uuid not null);
grant usage on sequence bench_others to gamekeeper;
grant select on bench_moves, bench_copies to gamekeeper;
create function bench_write() returns boolean
language plpgsql security definer set search_path = pg_temp as $$
declare
  _n bigint;
  _m public.bench_moves;
  _id uuid;
begin
  _n := nextval('public.bench_others');
  select * into strict _m from public.bench_moves as m where m.n = _n;
  perform set_config('request.jwt.claims', json_build_object('sub', _m.user_id, 'role', 'authenticated')::text, true);
  _id := (select c.copy_id from public.bench_copies as c where c.game_id = _m.game_id);
  update cards.game_states as s set state = _m.state, turn_deadline = now() + interval '1 minute' where s.game_id = _id;
  insert into cards.game_events select _id, e.event_index, e.type, e.payload, case when e.event_index = (_m.events[1]).event_index then now() end
  from unnest(_m.events) as e;
  return true;
end $$;
alter function bench_write() owner to gamekeeper;
"""
COPIES = """
insert into bench_copies select game_id, gen_random_uuid() from bench_moves group by game_id;
insert into cards.games (id, session_seed, session_seed_hash, config, is_public, member_ids)
select c.copy_id, g.session_seed, g.session_seed_hash, g.config, false, g.member_ids from bench_copies as c join cards.games as g on g.id = c.game_id;
insert into cards.game_states (game_id, is_told, state)
select c.copy_id, true, s.state from bench_copies as c join cards.game_states as s on s.game_id = c.game_id;
insert into cards.game_feed (game_id, next_index, member_ids)
select c.copy_id, f.next_index, f.member_ids from bench_copies as c join cards.game_feed as f on f.game_id = c.game_id;
insert into cards.game_events select c.copy_id, e.event_index, e.type, e.payload, e.created_at
from bench_copies as c join cards.game_events as e on e.game_id = c.game_id;
"""


def plays(ctx: Context) -> None:
    """Make games of four people and write down every move that they will make."""
    ctx.run(PLAYS)
    ctx.run(
        "update core.settings set value = '1000000' where name = 'cards.lobby_calls_per_minute'"
    )
    # the setup is one transaction; the moves that are measured are one each, and draw what the one before left due
    ctx.run("update core.settings set value = 'false' where name = 'core.clients_can_abort'")
    ctx.run(f"select bench_prepare({ctx.size(400, 30)})")
    ctx.run("update core.settings set value = 'true' where name = 'core.clients_can_abort'")
    ctx.run(COPIES)


def simulate(ctx: Context) -> float:
    """Return the time of one simulated game of four, committed: the mean of ten."""
    times = ctx.size(10, 1)
    return (
        timed(lambda: [ctx.conn.execute("select cards.simulate_game(4)") for _ in range(times)])
        / times
    )


def floor_1000(ctx: Context) -> float:
    """Return the time of 1 000 single floor appends by one client."""
    times = ctx.size(1000, 50)
    ids = [f"00000000-0000-4000-8000-{4000 + n:012}" for n in range(times)]
    index = int(str(ctx.facts.setdefault("index", 60)))
    ctx.facts["index"] = index + 1
    query = f"select bench.append(%s, {index}, 'invalid_action', '{PAYLOAD}')"
    ctx.conn.execute("set synchronous_commit = on")
    return (
        timed(lambda: [ctx.conn.execute(query.encode(), [i], prepare=True) for i in ids])
        * 1000
        / times
    )


def replay(ctx: Context) -> Sample:
    """Fold a whole log from its first event: rows read, payloads parsed, every rule checked."""
    times = ctx.size(100, 3)
    fold = "select (cards.fold_events(e order by e.event_index)).next_index from cards.game_events as e where e.game_id = %s"
    events = 0

    def work() -> None:
        nonlocal events
        for _ in range(times):
            row = ctx.conn.execute(fold, [ctx.facts["game"]], prepare=True).fetchone()
            events += row[0] if row else 0

    seconds = timed(work)
    return Sample(events / seconds, calls=times)


def one_game(ctx: Context) -> None:
    """Make the game to replay."""
    ctx.facts["game"] = ctx.one("select cards.simulate_game(4, 'replay')")


def storage_games(ctx: Context) -> None:
    """Play games between bots, and copy them into the seed's tables as they came."""
    ctx.run(SEED.read_text())
    ctx.run(f"select count(cards.simulate_game(4)) from generate_series(1, {ctx.size(1000, 16)})")
    ctx.run(
        """
        create table bench_ids as
        select id, gen_random_uuid() as copy_id, row_number() over (order by id) as n from cards.games;
        insert into seed.players (id, display_name, avatar_seed, color, is_bot)
        select id, display_name, avatar_seed, color, is_bot from cards.players;
        insert into seed.games (id, session_seed, config, status, started_at, completed_at)
        select b.copy_id, g.session_seed, g.config, g.status, g.started_at, g.completed_at
        from bench_ids b join cards.games g using (id) order by b.n;
        insert into seed.game_events (game_id, event_index, type, payload)
        select b.copy_id, e.event_index, e.type, e.payload
        from bench_ids b join cards.game_events e on e.game_id = b.id order by b.n, e.event_index;
        insert into seed.game_summaries (
          game_id, players, rounds, final_scores, highest_bid, highest_score, lowest_score,
          most_consecutive_wins, most_consecutive_losses, highest_misplay
        )
        select b.copy_id, s.players, s.rounds, s.final_scores, s.highest_bid, s.highest_score, s.lowest_score,
          s.most_consecutive_wins, s.most_consecutive_losses, s.highest_misplay
        from bench_ids b join cards.game_summaries s on s.game_id = b.id order by b.n;
        """
    )


# Public games, each of four of 2 000 people; upkeep has run. The other function is room_history with no name in it, and all else.
HISTORY = """
set session_replication_role = replica;
create schema bench;
create table bench.source as select cards.simulate_game(4, 'bench') as game_id;
insert into cards.players (id, user_id, display_name, avatar_seed, color)
select md5('p:' || i)::uuid, md5('u:' || i), 'Player ' || i, 's', '#aabbcc' from generate_series(0, 1999) as i;
create table bench.made as select core.uuid_v7() as game_id, i from generate_series(1, %s) as i;
insert into cards.games (id, session_seed, session_seed_hash, config, status, is_public, started_at, completed_at)
select m.game_id, g.session_seed, g.session_seed_hash, g.config, 'completed', true, g.started_at, g.completed_at
from bench.made as m, bench.source as s join cards.games as g on g.id = s.game_id;
insert into cards.game_summaries (game_id, players, rounds, final_scores, is_public, member_ids)
select m.game_id, (
  select jsonb_agg(jsonb_set(e.player, '{playerId}', to_jsonb(md5('p:' || (m.i * 7 + e.at * 13) %% 2000)::uuid)) order by e.at)
  from jsonb_array_elements(r.players) with ordinality as e (player, at)
), r.rounds, r.final_scores, true, '{}'
from bench.made as m, bench.source as s join cards.game_summaries as r on r.game_id = s.game_id;
insert into cards.game_players (game_id, player_id, is_live)
select s.game_id, (e ->> 'playerId')::uuid, false
from bench.made as m join cards.game_summaries as s on s.game_id = m.game_id, jsonb_array_elements(s.players) as e;
set session_replication_role = origin;
select cards.upkeep_results();
analyze cards.games, cards.game_summaries, cards.named_results, cards.players;
create function bench.history(after uuid default null, page_size integer default 50) returns setof cards.history_record
language plpgsql stable security definer set search_path = pg_temp set client_min_messages = warning as $$
declare
  _limit integer;
begin
  perform core.require_caller();
  if core.has_map() then
    perform core.require_slot(cards.lobby_slot());
  end if;
  _limit := core.check_page_size(history.page_size);
  return query
  select g.id, s.players, g.started_at, g.completed_at
  from cards.games as g
  left join lateral (select * from cards.game_summaries as r where r.game_id = g.id offset 0) as s on true
  where g.is_public and g.status = 'completed' and g.voided_at is null and g.id < core.key_before(history.after)
  order by g.id desc
  limit _limit;
end $$;
grant usage on schema bench to service_role;
alter function bench.history(uuid, integer) owner to gamekeeper;
"""


def history(ctx: Context) -> None:
    """Make the public games."""
    ctx.run(HISTORY % ctx.size(2_000, 100))


def size_of(schema: str) -> Variant:
    """Measure all tables and indexes of a schema."""
    query = (
        "select sum(pg_total_relation_size(c.oid))::bigint from pg_class c"
        f" where c.relnamespace = '{schema}'::regnamespace and c.relkind = 'r'"
    )
    work = "every table and index of 1 000 games of four bots"
    return Variant(
        {"cards": "ours", "seed": "seed"}[schema],
        work,
        measure=lambda ctx: float(str(ctx.one(query))),
    )


MESSAGE_DB_100 = peers.message_db(PAYLOAD, categories=100, streams=1000, events=1)
MESSAGE_DB_1 = peers.message_db(PAYLOAD, categories=1, streams=1000, events=1)
CASES = [
    Case(
        "cards",
        "cards.append_events, 1 event",
        [
            Variant("ours", OURS, APPEND_1, role="service_role", variables=games_of(0)),
            Variant("floor", FLOOR, FLOOR_1, variables=games_of(4000)),
            *peers.append_variants(PAYLOAD),
        ],
        [
            Bar("ours", ">=", 0.85, "floor"),
            Bar("ours", ">=", 1.2, MESSAGE_DB_100.name),
            Bar("ours", ">=", 2.5, MESSAGE_DB_1.name),
        ],
        setup=games,
        rows_are="events",
    ),
    Case(
        "cards",
        "cards.append_events, the events of one move",
        [
            Variant(
                "ours",
                OURS + ", the 1 to 4 events of a move at once",
                APPEND_MOVE,
                role="service_role",
                variables=games_of(0),
            ),
            Variant(
                "floor",
                "the same rows by one UPDATE and one INSERT in one function, no logic",
                FLOOR_MOVE,
                variables=games_of(4000),
            ),
            Variant(
                MESSAGE_DB_100.name,
                "write_message for each event of a move in one statement, without an expected version: advisory lock on the "
                "category, the stream's last position, one row, four indexes; the payload is not validated",
                MESSAGE_DB_MOVE,
                setup=peers.message_db_tables,
                once="set search_path = message_store, public",
                variables={"moves": -1},
            ),
        ],
        [Bar("ours", ">=", 0.85, "floor"), Bar("ours", ">=", 1.2, MESSAGE_DB_100.name)],
        setup=moves,
        rows_are="moves",
    ),
    Case(
        "cards",
        "cards.append_events, 100 events, one client",
        [
            Variant(
                "ours",
                OURS + ", 100 at once",
                APPEND_100,
                rows=100,
                role="service_role",
                variables=games_of(0, 100),
            ),
            Variant("floor, single", FLOOR, FLOOR_1, variables=games_of(4000)),
        ],
        [Bar("ours", ">=", 5, "floor, single")],
        setup=games,
        clients=1,
        threads=1,
        rows_are="events",
    ),
    Case(
        "cards",
        "cards.play_card and place_bid",
        [
            Variant(
                "ours",
                "the caller, the rules, the events that follow, the live state",
                "select bench_play();",
            ),
            Variant(
                "floor",
                "the same events and the same state, written as they are",
                "select bench_write();",
            ),
        ],
        [Bar("ours", ">=", 0.6, "floor")],
        setup=plays,
        rows_are="moves",
    ),
    Case(
        "cards",
        "cards.simulate_game(4)",
        [
            Variant(
                "ours",
                "a whole game of four bots, about 430 events, all rules and rows",
                measure=simulate,
            ),
            Variant("floor, 1 000 appends", FLOOR + ", one client", measure=floor_1000),
        ],
        [Bar("ours", "<=", 0.3, "floor, 1 000 appends")],
        unit=SECONDS,
        setup=games,
        clients=1,
    ),
    Case(
        "cards",
        "cards.fold_events, a whole log",
        [
            Variant(
                "ours",
                "rows read, payloads parsed, every event validated, every deal dealt again",
                measure=replay,
            )
        ],
        [Bar("ours", ">=", 100_000)],
        setup=one_game,
        clients=1,
        rows_are="events",
    ),
    Case(
        "cards",
        "cards.room_history, a page of 50 games",
        [
            Variant(
                "ours",
                "with the names of today",
                "select * from cards.room_history();",
                role="service_role",
            ),
            Variant(
                "without names",
                "the summaries as they are",
                "select * from bench.history();",
                role="service_role",
            ),
        ],
        [Bar("ours", "<=", 1.15, "without names")],
        unit=SECONDS,
        setup=history,
        clients=1,
        rounds=9,
    ),
    Case(
        "cards",
        "storage of 1 000 games",
        [size_of("cards"), size_of("seed")],
        [Bar("ours", "<=", 0.6, "seed")],
        unit=BYTES,
        setup=storage_games,
        rounds=1,
    ),
]
