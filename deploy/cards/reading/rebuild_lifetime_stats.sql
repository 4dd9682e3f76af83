-- Deploy gamekeeper:cards/reading/rebuild_lifetime_stats to pg
-- requires: cards/reading/rebuild_results cards/reading/rebuild_careers cards/players/player_lifetime_stats core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.rebuild_lifetime_stats()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
begin
  perform core.require_service();
  perform cards.rebuild_results(games => null);
  perform cards.rebuild_careers(players => null);
  return (select count(*)::integer from cards.player_lifetime_stats);
end
$$;
comment on function cards.rebuild_lifetime_stats() is
  'For the service: makes the lifetime statistics anew from the logs of all completed games where they differ, in the order '
  'in which games were counted, in one transaction; the games of a player whose statistics differ complete after it. Call '
  'cards.rebuild_statistics() for many. Returns how many players have statistics. Raises: FORBIDDEN, REPLAY_ERROR. [service] [repeat: natural]';
revoke all on function cards.rebuild_lifetime_stats() from public;
grant execute on function cards.rebuild_lifetime_stats() to service_role;
commit;
