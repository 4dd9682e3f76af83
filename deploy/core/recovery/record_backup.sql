-- Deploy gamekeeper:core/recovery/record_backup to pg
-- requires: core/recovery/backups core/callers/require_service core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.record_backup(
  method text,
  started_at timestamptz,
  ended_at timestamptz,
  label text default null,
  bytes bigint default null,
  problem text default null
)
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _problem text;
begin
  perform core.require_service();
  _problem := case
    when coalesce(record_backup.method !~ '^[a-z][a-z0-9_]{0,30}$', true)
      then '{"field": "method", "problem": "must be a word of a-z, 0-9 and _, at most 31 characters"}'
    when not coalesce(isfinite(record_backup.started_at), false) then '{"field": "started_at", "problem": "must be an instant"}'
    when not coalesce(isfinite(record_backup.ended_at) and record_backup.ended_at >= record_backup.started_at, false)
      then '{"field": "ended_at", "problem": "must be an instant, not before started_at"}'
    when record_backup.bytes < 0 then '{"field": "bytes", "problem": "must not be negative"}'
    when (record_backup.label is null) = (record_backup.problem is null)
      then '{"field": "label", "problem": "a backup has a label, or the problem that made it fail"}'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', _problem::jsonb);
  end if;
  insert into core.backups (method, started_at, ended_at, label, bytes, problem)
  values (
    record_backup.method, record_backup.started_at, record_backup.ended_at,
    record_backup.label, record_backup.bytes, record_backup.problem
  )
  on conflict on constraint backups_pkey do nothing;
end
$$;
comment on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) is
  'Notes a backup that ended: with its label, or with the problem that made it fail. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) from public;
grant execute on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) to service_role;
commit;
