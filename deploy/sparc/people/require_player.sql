-- Deploy gamekeeper:sparc/people/require_player to pg
-- requires: sparc/people/users sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.require_player()
returns uuid
language plpgsql
volatile
as $$
declare
  _user uuid := sparc.enter();
begin
  if not exists (select from sparc.users as u where u.id = _user) then
    perform core.raise('PROFILE_MISSING');
  end if;
  return _user;
end
$$;
comment on function sparc.require_player() is
  'The id of the calling user, who has a profile: the first line of a command that writes. Raises: '
  'UNAUTHENTICATED, PROFILE_MISSING. [helper]';
revoke all on function sparc.require_player() from public;
commit;
