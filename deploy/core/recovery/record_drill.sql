-- Deploy gamekeeper:core/recovery/record_drill to pg
-- requires: core/recovery/restore_drills core/callers/require_service core/errors/raise
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
  _problem text;
begin
  perform core.require_service();
  _problem := case
    when not coalesce(isfinite(record_drill.started_at), false) then '{"field": "started_at", "problem": "must be an instant"}'
    when not isfinite(record_drill.restored_to) then '{"field": "restored_to", "problem": "must be an instant"}'
    when coalesce(jsonb_typeof(record_drill.checks) <> 'array' or record_drill.checks = '[]', true)
      then '{"field": "checks", "problem": "must be an array of checks, each with ok"}'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', _problem::jsonb);
  end if;
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
  'Notes how a restore drill went, and returns what is noted. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb) from public;
grant execute on function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb) to service_role;
commit;
