-- Deploy gamekeeper:core/callers/actor to pg
-- requires: auth/uid
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.actor()
returns text
language sql
stable
parallel safe
return coalesce(auth.uid()::text, 'service_role');
comment on function core.actor() is
  'Who acts, as histories name them: the id of the caller, or service_role where the service acts for nobody. For what only operators and the service may do. [helper]';
revoke all on function core.actor() from public;
commit;
