-- Deploy gamekeeper:core/errors/caught to pg
-- requires: core/errors/caught_error
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.caught(sqlstate text, message text, detail text default null)
returns core.caught_error
language plpgsql
immutable
parallel safe
as $$
declare
  _error core.caught_error := row(null, caught.sqlstate, caught.message, caught.detail);
  _body jsonb;
begin
  if caught.sqlstate = 'PGRST' then
    _body := caught.message::jsonb;
    _error.sqlstate := _body ->> 'code';
    _error.message := _body ->> 'message';
    _error.detail := _body ->> 'details';
  end if;
  if _error.sqlstate like 'KG%' then
    _error.code := split_part(_error.message, ':', 1);
  end if;
  return _error;
end
$$;
comment on function core.caught(text, text, text) is
  'What an exception handler caught, from its SQLSTATE, SQLERRM and, where it needs it, PG_EXCEPTION_DETAIL: the same whether the '
  'error was raised plainly or in PostgREST''s form. Handlers ask it instead of naming a state of class KG. [helper]';
revoke all on function core.caught(text, text, text) from public;
commit;
