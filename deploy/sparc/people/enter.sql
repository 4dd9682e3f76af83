-- Deploy gamekeeper:sparc/people/enter to pg
-- requires: core/callers/require_user core/shards/enter sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Sessions join people of all slots, and tables are read and written directly, so all of it lives where slot 0 does.
create function sparc.enter()
returns uuid
language plpgsql
volatile
as $$
declare
  _user constant uuid := core.require_user();
begin
  perform core.enter(0);
  return _user;
end
$$;
comment on function sparc.enter() is
  'The first step of a command: the id of the calling user, who enters slot 0, which all of sparc has. Raises: UNAUTHENTICATED. [helper]';
revoke all on function sparc.enter() from public;
commit;
