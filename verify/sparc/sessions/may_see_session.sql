-- Verify gamekeeper:sparc/sessions/may_see_session on pg
begin;
do $$
begin
  if has_function_privilege('authenticated', 'sparc.may_see_session(sparc.sessions)', 'execute') then
    raise exception 'sparc.may_see_session(sparc.sessions) has the wrong privileges';
  end if;
end
$$;
rollback;
