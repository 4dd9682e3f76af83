-- Verify gamekeeper:sparc/tutorial/tutorial_steps on pg
begin;
do $$
begin
  perform
    path, position, step
  from sparc.tutorial_steps
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.tutorial_steps'::regclass) then
    raise exception 'sparc.tutorial_steps has no row level security';
  end if;
  if not has_table_privilege('anon', 'sparc.tutorial_steps', 'select')
    or has_table_privilege('anon', 'sparc.tutorial_steps', 'insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.tutorial_steps';
  end if;
  if not has_table_privilege('authenticated', 'sparc.tutorial_steps', 'select')
    or has_table_privilege('authenticated', 'sparc.tutorial_steps', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.tutorial_steps';
  end if;
  if not has_table_privilege('service_role', 'sparc.tutorial_steps', 'select')
    or has_table_privilege('service_role', 'sparc.tutorial_steps', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.tutorial_steps';
  end if;
  if (select count(*) from pg_policy where polrelid = 'sparc.tutorial_steps'::regclass and polname in ('Tutorial steps readable')) <> 1 then
    raise exception 'sparc.tutorial_steps lacks a policy';
  end if;
end
$$;
rollback;
