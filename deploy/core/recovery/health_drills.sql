-- Deploy gamekeeper:core/recovery/health_drills to pg
-- requires: core/recovery/restore_drills core/upkeep/health_checks core/upkeep/upkeep_tasks core/keys/utc core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_drills()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _most_days constant interval := interval '92 days';
  _last core.restore_drills;
begin
  select d.* into _last from core.restore_drills as d order by d.started_at desc limit 1;
  health_drills.ok := coalesce(_last.ok, true)
    and coalesce(_last.started_at, (select min(t.added_at) from core.upkeep_tasks as t)) > core.wall_clock() - _most_days;
  health_drills.detail := case
    when _last.started_at is null then 'no restore was ever tried'
    else format(
      'the last restore was tried on %s%s', to_char(core.utc(_last.started_at), 'YYYY-MM-DD'),
      coalesce(
        ' and failed: ' || (
          select string_agg(format('%s (%s)', c ->> 'name', c ->> 'detail'), ', ')
          from jsonb_array_elements(_last.checks) as c
          where (c -> 'ok') is distinct from 'true'
        ),
        format(': %s would have been lost, back after %s', date_trunc('seconds', _last.rpo), date_trunc('seconds', _last.rto))
      )
    )
  end;
  health_drills.action := 'Run scripts/gamekeeper drill restore once a quarter, and mend what a failed one names.';
  return next;
end
$$;
comment on function core.health_drills() is
  'Whether a restore was tried within 92 days, and the last one passed; a new deploy has as long for its first. [helper]';
revoke all on function core.health_drills() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.drills', 'core.health_drills()', 'A restore was tried within a quarter of a year, and passed.');
commit;
