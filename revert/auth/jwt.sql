-- Revert gamekeeper:auth/jwt from pg
begin;
set local role gamekeeper;
do $$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    drop function auth.jwt();
  end if;
end
$$;
commit;
