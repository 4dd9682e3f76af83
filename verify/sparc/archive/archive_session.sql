-- Verify gamekeeper:sparc/archive/archive_session on pg
begin;
do $$
begin
  if has_function_privilege('service_role', 'sparc.archive_session()', 'execute') then
    raise exception 'sparc.archive_session() has the wrong privileges';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname in ('archive_session', 'audit')) <> 2 then
    raise exception 'sparc.sessions lacks a trigger';
  end if;
end
$$;
rollback;
