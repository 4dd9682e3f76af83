-- Deploy gamekeeper:core/errors/raise to pg
-- requires: core/errors/errors core/errors/raise_error
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.raise(code text, detail jsonb default '{}')
returns void
language plpgsql
volatile
parallel safe
set search_path = pg_temp
as $$
declare
  _error core.errors;
begin
  select * into _error from core.errors as e where e.code = raise.code;
  if not found then
    raise exception 'core.raise: the catalog core.errors has no code %', coalesce(raise.code, '<null>');
  end if;
  perform core.raise_error(
    _error.sqlstate, _error.http_status, _error.code || ': ' || _error.meaning, coalesce(raise.detail, '{}')::text, _error.hint
  );
end
$$;
comment on function core.raise(text, jsonb) is
  'Raises the error of that code: SQLSTATE and hint from core.errors, the code first in the message, detail as JSON '
  'in DETAIL; in PostgREST''s own form while a request of its is served (core.raise_error). Never pass secrets or another user''s data in detail. Raises P0001 for a code that the catalog lacks. '
  'Guards call it as the service that writes a table. [helper]';
revoke all on function core.raise(text, jsonb) from public;
grant execute on function core.raise(text, jsonb) to service_role;
commit;
