-- Deploy gamekeeper:core/people/export_person to pg
-- requires: core/people/export_rows core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.export_person(person_id uuid, system text default null, after jsonb default null, page_size integer default 100)
returns setof core.exported_row
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  return query select * from core.export_rows(export_person.person_id, export_person.system, export_person.after, export_person.page_size);
end
$$;
comment on function core.export_person(uuid, text, jsonb, integer) is
  'What core.export_my_data gives, of any person, by the auth id or by the id of a cards player without an account. '
  'Raises: FORBIDDEN, INVALID_INPUT. [service]';
revoke all on function core.export_person(uuid, text, jsonb, integer) from public;
grant execute on function core.export_person(uuid, text, jsonb, integer) to service_role;
commit;
