-- Verify gamekeeper:sparc/adventures/publish_adventure on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.publish_adventure(uuid)'::regprocedure) then
    raise exception 'sparc.publish_adventure(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.publish_adventure(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.publish_adventure(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.publish_adventure(uuid)', 'execute') then
    raise exception 'sparc.publish_adventure(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
