-- Deploy gamekeeper:sparc/seer/update_user_stats to pg
-- requires: sparc/sessions/guard_session sparc/sessions/session_players sparc/adventures/apply_tallies core/records/setting sparc/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.update_user_stats()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _ids uuid[];
begin
  if greatest(new.ended_at - new.started_at, interval '0') < make_interval(secs => core.setting('sparc.counted_session_seconds')::integer) then
    return null;
  end if;
  with counted as (
    insert into sparc.tallies as t (user_id, adventure_id, games_run, games_played, times_played)
    select new.seer_id, null::uuid, 1, 0, 0
    union all
    select p.user_id, null, 0, 1, 0
    from sparc.session_players as p
    where p.session_id = new.id and (p.left_at is null or p.left_at >= new.started_at)
    union all
    select null, new.adventure_id, 0, 0, 1
    returning t.id
  )
  select array_agg(c.id) into _ids from counted as c;
  perform sparc.apply_tallies(_ids);
  return null;
end
$$;
comment on function sparc.update_user_stats() is
  'Trigger: a completed session counts once for its Seer, for everybody who played in it, and for its adventure, unless '
  'it ran for less than sparc.counted_session_seconds. [helper]';
revoke all on function sparc.update_user_stats() from public;
create trigger on_session_complete after update of status on sparc.sessions
for each row when (new.status = 'completed' and old.status <> 'completed')
execute function sparc.update_user_stats();
commit;
