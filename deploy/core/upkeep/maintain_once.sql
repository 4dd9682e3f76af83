-- Deploy gamekeeper:core/upkeep/maintain_once to pg
-- requires: core/upkeep/run_task core/upkeep/maintenance_steps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.maintain_once()
returns table (task text, ok boolean, detail text)
language plpgsql
volatile
set search_path = pg_temp
as $$
declare
  _task text;
begin
  for _task in
    select s.task
    from core.maintenance_steps() with ordinality as s (task, table_name, seconds, place)
    group by s.task
    order by min(s.place)
  loop
    return query select _task, r.ok, r.detail from core.run_task(_task) as r;
  end loop;
end
$$;
comment on function core.maintain_once() is
  'Runs every upkeep task in the caller''s transaction and returns how each went: for callers that cannot CALL '
  'core.maintain(), which holds no lock from one task to the next. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function core.maintain_once() from public;
grant execute on function core.maintain_once() to service_role;
commit;
