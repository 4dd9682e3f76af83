-- Deploy gamekeeper:core/recovery/health_archiving to pg
-- requires: core/recovery/archiver_state core/recovery/settings core/records/setting core/upkeep/health_checks core/upkeep/upkeep_tasks core/keys/utc core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_archiving()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _most_segments constant integer := 16;
  _first_days constant interval := interval '1 day';
  _state record;
begin
  select * into _state from core.archiver_state();
  health_archiving.action := 'Look into the server''s log and mend archive_command; docs/operations/recovery.md sets up an archive.';
  if core.setting('core.backed_up_by_host')::boolean then
    health_archiving.ok := true;
    health_archiving.detail := 'core.backed_up_by_host: the host keeps the WAL';
  elsif not _state.is_on then
    health_archiving.ok := (select min(t.added_at) > core.wall_clock() - _first_days from core.upkeep_tasks as t);
    health_archiving.detail := 'no WAL is archived: all since the last backup can be lost';
    health_archiving.action :=
      'Archive the WAL (docs/operations/recovery.md), or where the host does so: core.set_setting(''core.backed_up_by_host'', ''true'').';
  elsif _state.failed_at > coalesce(_state.archived_at, '-infinity') then
    health_archiving.ok := false;
    health_archiving.detail := format(
      'archiving fails: %s at %s; the last segment went %s',
      _state.failed_segment, to_char(core.utc(_state.failed_at), 'YYYY-MM-DD HH24:MI "UTC"'),
      coalesce(to_char(core.utc(_state.archived_at), 'YYYY-MM-DD HH24:MI "UTC"'), 'never')
    );
  else
    health_archiving.ok := coalesce(_state.segments_behind, 0) <= _most_segments;
    health_archiving.detail := format(
      '%s whole segments wait; the last one was archived %s',
      coalesce(_state.segments_behind, 0),
      coalesce(to_char(core.utc(_state.archived_at), 'YYYY-MM-DD HH24:MI "UTC"'), 'never')
    );
  end if;
  return next;
end
$$;
comment on function core.health_archiving() is
  'Whether WAL is archived, without failures and without delay; a new deploy has a day to begin. [helper]';
revoke all on function core.health_archiving() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.archiving', 'core.health_archiving()', 'WAL is archived, so that an instant can be restored.');
commit;
