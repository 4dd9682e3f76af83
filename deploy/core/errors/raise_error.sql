-- Deploy gamekeeper:core/errors/raise_error to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- PostgREST answers every SQLSTATE that it doesn't know with 400. It takes a status from an error of state PGRST, whose message
-- and detail are JSON documents: the status and headers in the detail, the answer's body in the message.
create function core.raise_error(sqlstate text, http_status integer, message text, detail text, hint text)
returns void
language plpgsql
stable
parallel safe
set search_path = pg_temp
as $$
begin
  if coalesce(current_setting('request.method', true), '') = ''
    or coalesce(current_setting('gamekeeper.postgrest_errors', true), '') = 'off'
  then
    raise exception using
      errcode = raise_error.sqlstate,
      message = raise_error.message,
      detail = raise_error.detail,
      hint = raise_error.hint;
  end if;
  raise exception using
    errcode = 'PGRST',
    message = jsonb_build_object(
      'code', raise_error.sqlstate, 'message', raise_error.message, 'details', raise_error.detail, 'hint', raise_error.hint
    )::text,
    detail = jsonb_build_object('status', raise_error.http_status, 'headers', '{}'::jsonb)::text;
end
$$;
comment on function core.raise_error(text, integer, text, text, text) is
  'Raises an error in the form that the one who asked reads: plainly, or in PostgREST''s own form while a request of its is served '
  '(request.method is set), so that the answer has the HTTP status of the catalog and the same code, message, details and hint. '
  'The setting gamekeeper.postgrest_errors = off of a role or database keeps the plain form there. core.raise and the reducer of '
  'cards, which reads no catalog, raise through it. [helper]';
revoke all on function core.raise_error(text, integer, text, text, text) from public;
grant execute on function core.raise_error(text, integer, text, text, text) to service_role;
commit;
