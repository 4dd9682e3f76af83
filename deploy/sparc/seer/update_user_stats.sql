-- Deploy gamekeeper:sparc/seer/update_user_stats to pg
-- requires: sparc/sessions/guard_session sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks every profile in the order of the ids, then the adventure: two sessions that end together and
-- share players wait for each other instead of blocking each other.
create function sparc.update_user_stats()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _players uuid[];
begin
  select array_agg(p.user_id)
  into _players
  from sparc.session_players as p
  where p.session_id = new.id and (p.left_at is null or p.left_at >= new.started_at);
  perform from sparc.users as u where u.id = new.seer_id or u.id = any (_players) order by u.id for no key update;
  update sparc.users as u set games_run = u.games_run + 1 where u.id = new.seer_id;
  update sparc.users as u set games_played = u.games_played + 1 where u.id = any (_players);
  update sparc.adventures as a set times_played = a.times_played + 1 where a.id = new.adventure_id;
  return null;
end
$$;
comment on function sparc.update_user_stats() is
  'Trigger: a completed session counts once for its Seer, for everybody who played in it, and for its adventure. '
  '[helper]';
revoke all on function sparc.update_user_stats() from public;
create trigger on_session_complete after update of status on sparc.sessions
for each row when (new.status = 'completed' and old.status <> 'completed')
execute function sparc.update_user_stats();
commit;
