-- Deploy gamekeeper:core/people/export_rows to pg
-- requires: core/people/person_hooks core/errors/raise core/errors/check_page_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type core.exported_row as (system text, table_name text, key jsonb, "row" jsonb);
comment on type core.exported_row is 'A row of what is kept of a person; its first three columns as JSON are the after of the next page.';
comment on column core.exported_row.system is 'The system that keeps it.';
comment on column core.exported_row.table_name is 'The table, as schema.table.';
comment on column core.exported_row.key is 'The values of its primary key, in order.';
comment on column core.exported_row."row" is 'The whole row, without what is secret.';

-- A page is all that is in memory at any time.
create function core.export_rows(person_id uuid, system text, after jsonb, page_size integer)
returns setof core.exported_row
language plpgsql
stable
as $$
declare
  _from constant text := coalesce(export_rows.after ->> 'system', export_rows.system);
  _left integer := core.check_page_size(export_rows.page_size);
  _hook record;
  _row core.exported_row;
begin
  if export_rows.after is not null and (
    jsonb_typeof(export_rows.after -> 'system') is distinct from 'string'
    or jsonb_typeof(export_rows.after -> 'table_name') is distinct from 'string'
    or _from is distinct from coalesce(export_rows.system, _from)
  ) then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'after', 'problem', 'must be {"system", "table_name", "key"} of the last row'));
  elsif _from is not null and not exists (select from core.person_hooks as h where h.kind = 'export' and h.system = _from) then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'system', 'problem', 'there is no such system'));
  end if;
  for _hook in
    select h.system, p.proname as name
    from core.person_hooks as h
    join pg_catalog.pg_proc as p on p.oid = h.function::regprocedure
    where h.kind = 'export' and (_from is null or h.system >= _from) and (export_rows.system is null or h.system = export_rows.system)
    order by h.system
  loop
    exit when _left <= 0;
    _row.system := _hook.system;
    for _row.table_name, _row.key, _row."row" in
      execute format('select x.table_name, x.key, x."row" from %I.%I($1, $2, $3) as x', _hook.system, _hook.name)
      using export_rows.person_id, case when _hook.system = export_rows.after ->> 'system' then export_rows.after end, _left
    loop
      _left := _left - 1;
      return next _row;
    end loop;
  end loop;
end
$$;
comment on function core.export_rows(uuid, text, jsonb, integer) is
  'A page of everything that the systems, or one of them, keep of a person under all their ids. Raises: INVALID_INPUT. [helper]';
revoke all on function core.export_rows(uuid, text, jsonb, integer) from public;
commit;
