-- Revert gamekeeper:auth/uid from pg
begin;
set local role gamekeeper;
do $$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    drop function auth.uid();
  end if;
end
$$;
commit;
