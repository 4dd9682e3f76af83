-- Verify gamekeeper:sparc/sessions/session_policies on pg
begin;
do $$
begin
  if not exists (select from pg_policy where polrelid = 'sparc.sessions'::regclass and polname = 'Sessions visible to participants or public') then
    raise exception 'sparc.sessions lacks the policy Sessions visible to participants or public';
  end if;
  if not exists (select from pg_policy where polrelid = 'sparc.session_players'::regclass and polname = 'Players visible with their session') then
    raise exception 'sparc.session_players lacks the policy Players visible with their session';
  end if;
end
$$;
rollback;
