-- Deploy gamekeeper:core/people/export_page to pg
-- requires: core/people/person_ids core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What the export of every system is made of. Conditions are written by the system, never by a caller; the key of the last
-- row comes from the caller, goes in as a parameter, and is cast to the types of the primary key. Whoever has only the keys as JSON
-- finds the same order, on every server: texts are compared sign by sign, instants are in UTC.
create function core.export_page(person_id uuid, sources text [], after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language plpgsql
stable
set timezone = 'UTC'
as $$
#variable_conflict use_column
-- @plpgsql_check_options: security_warnings = off
declare
  _ids constant uuid[] := core.person_ids(export_page.person_id);
  _from constant text := export_page.after ->> 'table_name';
  _begins boolean := _from is null;
  _left integer := export_page.page_size;
  _keys text;
  _order text;
  _values text;
  _width bigint;
  _secrets text[];
  _where text;
begin
  for _i in 1..array_length(export_page.sources, 1) loop
    continue when not _begins and export_page.sources[_i][1] <> _from;
    exit when _left <= 0;
    select
      string_agg('t.' || quote_ident(a.attname), ', ' order by k.place),
      string_agg(format('t.%I %s', a.attname, case when a.attcollation <> 0 then 'collate pg_catalog."C"' end), ', ' order by k.place),
      string_agg(format('($2 ->> %s)::%s', k.place - 1, format_type(a.atttypid, a.atttypmod)), ', ' order by k.place),
      count(*)
    into _keys, _order, _values, _width
    from pg_catalog.pg_index as x
    cross join unnest(x.indkey::smallint[]) with ordinality as k (attnum, place)
    join pg_catalog.pg_attribute as a on a.attrelid = x.indrelid and a.attnum = k.attnum
    where x.indrelid = export_page.sources[_i][1]::regclass and x.indisprimary;
    select coalesce(array_agg(a.attname::text), '{}') into _secrets
    from pg_catalog.pg_attribute as a
    where a.attrelid = export_page.sources[_i][1]::regclass and a.attnum > 0
      and col_description(a.attrelid, a.attnum) ~ '\[secret\]$';
    _where := '';
    if not _begins then
      if jsonb_typeof(export_page.after -> 'key') is distinct from 'array' or jsonb_array_length(export_page.after -> 'key') <> _width then
        perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'after', 'problem', 'its key is not one of that table'));
      end if;
      _where := format('and (%s) > (%s)', _order, _values);
    end if;
    begin
      for table_name, key, "row" in execute format(
        'select %L::text, jsonb_build_array(%s), to_jsonb(t) - $3 from %s as t where (%s) %s order by %s limit $4',
        export_page.sources[_i][1], _keys, export_page.sources[_i][1], export_page.sources[_i][2], _where, _order
      ) using _ids, export_page.after -> 'key', _secrets, _left
      loop
        _left := _left - 1;
        return next;
      end loop;
    exception
      when data_exception then
        perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'after', 'problem', 'its key is not one of that table'));
    end;
    _begins := true;
  end loop;
  if not _begins then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'after', 'problem', 'it names a table that is not exported'));
  end if;
end
$$;
comment on function core.export_page(uuid, text [], jsonb, integer) is
  'A page of a person''s rows for the export hook of a system: of each source (a table by its qualified name, and the condition '
  'under which a row t of it is the person''s, where $1 is the uuid[] of all their ids) in order of its primary key, without the '
  'columns classified secret, beginning behind after (table_name and key of the last row; null for the first page). '
  'Raises: INVALID_INPUT. [helper]';
revoke all on function core.export_page(uuid, text [], jsonb, integer) from public;
commit;
