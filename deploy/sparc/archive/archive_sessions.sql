-- Deploy gamekeeper:sparc/archive/archive_sessions to pg
-- requires: core/callers/require_service core/records/setting sparc/settings sparc/archive/archive_session sparc/seer/update_user_stats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One batch, one transaction: interrupted, nothing has happened; run again, the next batch goes. Takes sessions that
-- nobody has locked, oldest first; archive_session copies what it deletes. Statistics stand in other tables and stay.
create function sparc.archive_sessions()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.now_utc();
  _ids uuid[];
begin
  perform core.require_service();
  select array_agg(old_session.id)
  into _ids
  from (
    select s.id
    from sparc.sessions as s
    where s.status = 'completed'
      and s.ended_at < _now - make_interval(days => core.setting('sparc.archive_after_days')::integer)
    order by s.ended_at
    limit core.setting('sparc.archive_batch')::integer
    for update skip locked
  ) as old_session;

  delete from sparc.sessions as s where s.id = any (_ids);
  return coalesce(cardinality(_ids), 0);
end
$$;
comment on function sparc.archive_sessions() is
  'Moves completed sessions that ended more than sparc.archive_after_days ago, with players, rolls and events, to '
  'the archive: at most sparc.archive_batch a call; the number moved. Upkeep calls it. Raises: '
  'FORBIDDEN. [service] [repeat: natural]';
revoke all on function sparc.archive_sessions() from public;
grant execute on function sparc.archive_sessions() to service_role;
commit;
