-- Deploy gamekeeper:sparc/seer/cancel_abandoned_sessions to pg
-- requires: core/keys/wall_clock core/callers/require_service core/records/setting sparc/settings sparc/rolls/finish_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Skips what somebody has locked; the next run finds it.
create function sparc.cancel_abandoned_sessions()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _batch constant integer := 500;
  _now constant timestamptz := core.wall_clock();
  _waiting constant interval := make_interval(secs => core.setting('sparc.waiting_timeout_seconds')::integer);
  _paused constant interval := make_interval(secs => core.setting('sparc.paused_timeout_seconds')::integer);
  _id uuid;
  _cancelled integer := 0;
begin
  perform core.require_service();
  for _id in
    select s.id
    from sparc.sessions as s
    where s.status in ('waiting', 'starting_soon') and greatest(s.created_at, s.scheduled_start) + _waiting <= _now
      or s.status = 'paused' and s.updated_at + _paused <= _now
    limit _batch
    for no key update skip locked
  loop
    update sparc.sessions as s set status = 'cancelled' where s.id = _id;
    _cancelled := _cancelled + 1;
  end loop;
  return _cancelled;
end
$$;
comment on function sparc.cancel_abandoned_sessions() is
  'Cancels sessions that nobody started in time and paused ones that nobody touched any more; the number cancelled. Upkeep '
  'calls it. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function sparc.cancel_abandoned_sessions() from public;
grant execute on function sparc.cancel_abandoned_sessions() to service_role;
commit;
