-- Revert gamekeeper:core/roles from pg
begin;
-- A role that another database still needs, or that was not made by core/roles, stays.
do $$
declare
  _role name;
begin
  for _role in
    select r.rolname
    from pg_roles r
    where r.rolname in ('gamekeeper', 'anon', 'authenticated', 'service_role', 'gamekeeper_monitor')
      and shobj_description(r.oid, 'pg_authid') like 'Made by gamekeeper (core/roles)%'
  loop
    begin
      execute format('drop role %I', _role);
    exception
      when dependent_objects_still_exist or insufficient_privilege then null;
    end;
  end loop;
end
$$;
commit;
