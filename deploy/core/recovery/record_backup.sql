-- Deploy gamekeeper:core/recovery/record_backup to pg
-- requires: core/recovery/backups core/callers/require_service
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
begin
  perform core.require_service();
  insert into core.backups (method, started_at, ended_at, label, bytes, problem)
  values (
    record_backup.method, record_backup.started_at, record_backup.ended_at,
    record_backup.label, record_backup.bytes, record_backup.problem
  )
  on conflict on constraint backups_pkey do nothing;
end
$$;
comment on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) is
  'Notes a backup that ended: with its label, or with the problem that made it fail. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) from public;
grant execute on function core.record_backup(text, timestamptz, timestamptz, text, bigint, text) to service_role;
commit;
