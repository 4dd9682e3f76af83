-- Deploy gamekeeper:core/recovery/record_drill to pg
-- requires: core/recovery/restore_drills core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.record_drill(
  started_at timestamptz,
  restored_to timestamptz,
  rpo interval,
  rto interval,
  checks jsonb
)
returns core.restore_drills
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _drill core.restore_drills;
begin
  perform core.require_service();
  insert into core.restore_drills (started_at, restored_to, rpo, rto, checks)
  values (
    record_drill.started_at, record_drill.restored_to, record_drill.rpo, record_drill.rto, record_drill.checks
  )
  on conflict on constraint restore_drills_pkey do nothing;
  select d.* into _drill from core.restore_drills as d where d.started_at = record_drill.started_at;
  return _drill;
end
$$;
comment on function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb) is
  'Notes how a restore drill went, and returns what is noted. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb) from public;
grant execute on function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb) to service_role;
commit;
