-- Deploy gamekeeper:cards/reading/gauges to pg
-- requires: cards/games/game_states core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.gauges()
returns table (games_in_lobby bigint, games_in_progress bigint, turns_overdue bigint, oldest_overdue_turn_seconds double precision)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select
    count(*) filter (where (s.state).phase = 'lobby'),
    count(s.game_id) filter (where (s.state).phase <> 'lobby'),
    count(*) filter (where s.turn_deadline < c.at),
    coalesce(extract(epoch from c.at - min(s.turn_deadline) filter (where s.turn_deadline < c.at)), 0)::double precision
  from (select core.wall_clock() as at) as c
  left join cards.game_states as s on true
  group by c.at;
end;
comment on function cards.gauges() is
  'For monitoring, one row: games that wait and run, turns that have run out, and for how long the oldest of them has. [service]';
revoke all on function cards.gauges() from public;
grant execute on function cards.gauges() to service_role, gamekeeper_monitor;
commit;
