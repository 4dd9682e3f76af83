-- Deploy gamekeeper:sparc/seats/find_session_by_code to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/seats/describe_session sparc/seats/limit_code_calls sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.find_session_by_code(code text)
returns sparc.session_listing
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _code constant text := upper(btrim(find_session_by_code.code));
  _listing sparc.session_listing;
begin
  perform sparc.limit_code_calls(sparc.enter());
  if _code is null then
    perform sparc.reject_input('code', 'must not be null');
  end if;
  if _code ~ '^[A-Z0-9]{6}$' then
    select listing.*
    into _listing
    from sparc.sessions as s
    cross join lateral sparc.describe_session(s) as listing
    where s.code = _code::char(6);
  end if;
  if _listing.id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'code'));
  end if;
  return _listing;
end
$$;
comment on function sparc.find_session_by_code(text) is
  'What one may know of a session before joining it; the code is the key, in any case and with spaces around it. '
  'Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function sparc.find_session_by_code(text) from public;
grant execute on function sparc.find_session_by_code(text) to authenticated, service_role;
commit;
