-- Deploy gamekeeper:cards/play/health_turns to pg
-- requires: cards/play/run_turns core/upkeep/maintain cards/writing/append_events cards/games/game_states core/keys/wall_clock cards/rules/awaits_person core/upkeep/health_checks cards/reading/verify_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.health_turns()
returns table (ok boolean, detail text, action text)
language sql
volatile
begin atomic
  select
    count(*) = 0,
    count(*) || ' games have not moved on for more than 10 minutes, or cannot: '
      || coalesce(string_agg(g.game_id || coalesce(' (' || g.problem || ')', ''), ', ' order by g.game_id) filter (where g.place <= 5), 'none'),
    'Let a scheduler call cards.run_turns(), or core.maintain(), every minute. A game with a reason waits for cards.append_events().'
  from (
    select s.game_id, s.problem, row_number() over (order by s.game_id) as place
    from cards.game_states as s
    where s.problem is not null
      or s.last_event_at < core.wall_clock() - interval '10 minutes'
        and (s.is_due or (s.state).phase not in ('lobby', 'bidding', 'playing'))
      or s.turn_deadline < core.wall_clock() - interval '10 minutes' and cards.awaits_person(s.state)
  ) as g;
end;
comment on function cards.health_turns() is
  'Health: turns that ran out are played for, draws that are due are made, and no log stops where no move can be '
  'made. [helper]';
revoke all on function cards.health_turns() from public;
insert into core.health_checks (name, function, meaning) values
  ('cards.turns', 'cards.health_turns()', 'Turns that ran out are played for: expire_turns() runs.');
commit;
