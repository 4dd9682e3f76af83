-- Deploy gamekeeper:sparc/tutorial/skip_tutorial to pg
-- requires: sparc/people/require_player sparc/tutorial/tutorial_progress
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.skip_tutorial()
returns sparc.tutorial_progress
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _progress sparc.tutorial_progress;
begin
  insert into sparc.tutorial_progress as t (user_id, skipped)
  values (_caller, true)
  on conflict on constraint tutorial_progress_pkey do update set skipped = true where not t.skipped
  returning t.* into _progress;
  if not found then
    select * into _progress from sparc.tutorial_progress as t where t.user_id = _caller;
  end if;
  return _progress;
end
$$;
comment on function sparc.skip_tutorial() is
  'Skips the tutorial, started or not. Raises: UNAUTHENTICATED, PROFILE_MISSING. [client] [repeat: natural]';
revoke all on function sparc.skip_tutorial() from public;
grant execute on function sparc.skip_tutorial() to authenticated, service_role;
commit;
