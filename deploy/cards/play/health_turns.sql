-- Deploy gamekeeper:cards/play/health_turns to pg
-- requires: core/upkeep/health_checks cards/games/game_states core/keys/wall_clock cards/rules/awaits_person
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Reads five hundred pages of the live games at the most, others each time: all of them where there are no more.
create function cards.health_turns()
returns table (ok boolean, detail text, action text)
language plpgsql
volatile
as $$
declare
  _most_pages constant bigint := 500::bigint;
  _late constant timestamptz := core.wall_clock() - interval '10 minutes';
  _pages constant bigint := pg_relation_size('cards.game_states') / current_setting('block_size')::bigint;
  _from constant bigint := floor(random() * greatest(1, _pages - _most_pages + 1))::bigint;
begin
  return query
  select
    count(*) = 0,
    count(*) || ' games have not moved on for more than 10 minutes, or cannot: '
      || coalesce(string_agg(g.game_id || coalesce(' (' || g.problem || ')', ''), ', ' order by g.game_id) filter (where g.place <= 5), 'none'),
    'Let a scheduler call cards.run_turns(), or core.maintain(), every minute. A game with a reason waits for cards.append_events().'
  from (
    select s.game_id, s.problem, row_number() over (order by s.game_id) as place
    from cards.game_states as s
    where s.ctid >= format('(%s,0)', _from)::tid and s.ctid < format('(%s,0)', _from + _most_pages)::tid
      and (
        s.problem is not null
        or s.last_event_at < _late and (s.is_due or (s.state).phase not in ('lobby', 'bidding', 'playing'))
        or s.turn_deadline < _late and cards.awaits_person(s.state)
      )
  ) as g;
end
$$;
comment on function cards.health_turns() is
  'Health: turns that ran out are played for, draws that are due are made, and no log stops where no move can be '
  'made; of thousands of games some, others each time. [helper]';
revoke all on function cards.health_turns() from public;
insert into core.health_checks (name, function, meaning) values
  ('cards.turns', 'cards.health_turns()', 'Turns that ran out are played for: expire_turns() runs.');
commit;
