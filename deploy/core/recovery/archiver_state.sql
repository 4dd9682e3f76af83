-- Deploy gamekeeper:core/recovery/archiver_state to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A name of a segment is its timeline, then its number in two parts of eight hexadecimal digits, of which the second
-- counts the segments of 4 GB. On a standby nothing is archived.
create function core.archiver_state()
returns table (is_on boolean, segments_behind bigint, archived_at timestamptz, failed_at timestamptz, failed_segment text)
language plpgsql
stable
as $$
declare
  _segment_bytes bigint;
  _archived record;
begin
  archiver_state.is_on := current_setting('archive_mode') <> 'off';
  select * into _archived from pg_catalog.pg_stat_archiver;
  archiver_state.archived_at := _archived.last_archived_time;
  archiver_state.failed_at := _archived.last_failed_time;
  archiver_state.failed_segment := _archived.last_failed_wal;
  if _archived.last_archived_wal ~ '^[0-9A-F]{24}' and not pg_is_in_recovery() then
    select s.setting::bigint into _segment_bytes from pg_catalog.pg_settings as s where s.name = 'wal_segment_size';
    archiver_state.segments_behind := greatest(
      div(pg_current_wal_lsn() - '0/0', _segment_bytes)::bigint - 1
      - ('x' || substr(_archived.last_archived_wal, 9, 8))::bit(32)::bigint * (4294967296 / _segment_bytes)
      - ('x' || substr(_archived.last_archived_wal, 17, 8))::bit(32)::bigint,
      0
    );
  end if;
  return next;
end
$$;
comment on function core.archiver_state() is
  'How the archiving of WAL stands: how many whole segments wait, when the last one went and when one failed. [helper]';
revoke all on function core.archiver_state() from public;
commit;
