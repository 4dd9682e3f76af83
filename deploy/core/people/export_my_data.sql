-- Deploy gamekeeper:core/people/export_my_data to pg
-- requires: core/people/export_rows core/callers/closed_persons core/callers/user_id core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Who closed their account may still take their data along.
create function core.export_my_data(system text default null, after jsonb default null, page_size integer default 100)
returns setof core.exported_row
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _user constant uuid := core.user_id();
  _kind text;
begin
  if _user is null then
    perform core.raise('UNAUTHENTICATED');
  end if;
  select c.kind into _kind from core.closed_persons as c where c.person_id = _user and c.kind <> 'closed';
  if found then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('kind', _kind));
  end if;
  return query select * from core.export_rows(_user, export_my_data.system, export_my_data.after, export_my_data.page_size);
end
$$;
comment on function core.export_my_data(text, jsonb, integer) is
  'Everything that is kept of the caller, row by row in order of system, table and key, or of one system only; the next page '
  'begins behind after, {"system", "table_name", "key"} of the last row. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED (erased or merged), INVALID_INPUT. [client]';
revoke all on function core.export_my_data(text, jsonb, integer) from public;
grant execute on function core.export_my_data(text, jsonb, integer) to authenticated, service_role;
commit;
