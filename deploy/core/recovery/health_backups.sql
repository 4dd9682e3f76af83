-- Deploy gamekeeper:core/recovery/health_backups to pg
-- requires: core/recovery/backups core/recovery/settings core/records/setting core/upkeep/health_checks core/upkeep/upkeep_tasks core/keys/utc core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_backups()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _last core.backups;
  _whole core.backups;
  _hours constant integer := core.setting('core.backup_hours')::integer;
begin
  select b.* into _last from core.backups as b order by b.ended_at desc limit 1;
  select b.* into _whole from core.backups as b where b.problem is null order by b.ended_at desc limit 1;
  if core.setting('core.backed_up_by_host')::boolean then
    health_backups.ok := true;
    health_backups.detail := 'core.backed_up_by_host: the host makes the backups';
  else
    health_backups.ok := coalesce(_whole.ended_at, (select min(t.added_at) from core.upkeep_tasks as t))
      > core.wall_clock() - make_interval(hours => _hours) and _last.problem is null;
    health_backups.detail := case
      when _whole.label is null then 'there is no whole backup'
      else format('the newest whole backup is %s of %s', _whole.label, to_char(core.utc(_whole.ended_at), 'YYYY-MM-DD HH24:MI "UTC"'))
    end || coalesce('; the last one failed: ' || _last.problem, '');
  end if;
  health_backups.action := format(
    'Let a scheduler run scripts/gamekeeper backup each night, or report yours with core.record_backup; %s hours is too old.', _hours
  );
  return next;
end
$$;
comment on function core.health_backups() is
  'Whether the newest backup is whole and recent; a new deploy has core.backup_hours for its first. [helper]';
revoke all on function core.health_backups() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.backups', 'core.health_backups()', 'A recent whole backup exists.');
commit;
