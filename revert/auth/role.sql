-- Revert gamekeeper:auth/role from pg
begin;
set local role gamekeeper;
do $$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    drop function auth.role();
  end if;
end
$$;
commit;
