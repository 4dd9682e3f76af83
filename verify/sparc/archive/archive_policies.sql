-- Verify gamekeeper:sparc/archive/archive_policies on pg
begin;
do $$
begin
  if not exists (select from pg_policy where polrelid = 'sparc.archived_sessions'::regclass and polname = 'Archived sessions visible to participants') then
    raise exception 'sparc.archived_sessions lacks the policy Archived sessions visible to participants';
  end if;
  if not exists (select from pg_policy where polrelid = 'sparc.archived_session_players'::regclass and polname = 'Archived players visible to participants') then
    raise exception 'sparc.archived_session_players lacks the policy Archived players visible to participants';
  end if;
end
$$;
rollback;
