-- Deploy gamekeeper:core/people/export_own to pg
-- requires: core/people/export_page core/people/person_hooks auth/users core/records/request_keys
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where an identity service keeps auth.users, that service gives out its row.
create function core.export_own(person_id uuid, after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language sql
stable
set search_path = pg_temp
as $$
  select p.table_name, p.key, p."row"
  from core.export_page(
    export_own.person_id,
    case
      when pg_catalog.pg_get_userbyid((select c.relowner from pg_catalog.pg_class as c where c.oid = 'auth.users'::regclass)) = 'gamekeeper'
        then array[['auth.users', 't.id = any ($1)']]
      else '{}'
    end || array[
      ['core.closed_persons', 't.person_id = any ($1)'],
      ['core.request_keys', 't.caller = any ($1::text[])']
    ],
    export_own.after, export_own.page_size
  ) as p
$$;
comment on function core.export_own(uuid, jsonb, integer) is
  'The export hook of core: the sign-up where this package keeps it, the state of the account, the idempotency keys. Raises: INVALID_INPUT. [helper]';
revoke all on function core.export_own(uuid, jsonb, integer) from public;

insert into core.person_hooks (system, kind, function) values ('core', 'export', 'core.export_own(uuid, jsonb, integer)');
commit;
