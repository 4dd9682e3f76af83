-- Deploy gamekeeper:core/callers/session_role to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.session_role()
returns name
language sql
stable
parallel safe
return case current_setting('role') when 'none' then session_user else current_setting('role')::name end;
comment on function core.session_role() is
  'The real database role of the session, within SECURITY DEFINER functions too: the one of SET ROLE, else the one that logged in. [helper]';
revoke all on function core.session_role() from public;
grant execute on function core.session_role() to authenticated, service_role;
commit;
