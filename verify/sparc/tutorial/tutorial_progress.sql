-- Verify gamekeeper:sparc/tutorial/tutorial_progress on pg
begin;
do $$
begin
  perform
    user_id, path, current_step, completed_steps, started_at, completed_at, skipped, updated_at
  from sparc.tutorial_progress
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.tutorial_progress'::regclass) then
    raise exception 'sparc.tutorial_progress has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.tutorial_progress', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.tutorial_progress';
  end if;
  if not has_table_privilege('authenticated', 'sparc.tutorial_progress', 'select')
    or has_table_privilege('authenticated', 'sparc.tutorial_progress', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.tutorial_progress';
  end if;
  if not has_table_privilege('service_role', 'sparc.tutorial_progress', 'select')
    or not has_table_privilege('service_role', 'sparc.tutorial_progress', 'insert')
    or not has_table_privilege('service_role', 'sparc.tutorial_progress', 'update')
    or not has_table_privilege('service_role', 'sparc.tutorial_progress', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.tutorial_progress';
  end if;
  perform 'sparc.idx_tutorial_completed'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.tutorial_progress'::regclass and polname in ('Users can view own tutorial progress', 'Service writes tutorial progress')) <> 2 then
    raise exception 'sparc.tutorial_progress lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.tutorial_progress'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.tutorial_progress lacks the trigger touch';
  end if;
end
$$;
rollback;
