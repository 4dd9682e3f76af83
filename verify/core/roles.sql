-- Verify gamekeeper:core/roles on pg
begin;
do $$
begin
  if (select count(*) from pg_roles where rolname in ('gamekeeper', 'anon', 'authenticated', 'service_role')) <> 4 then
    raise exception 'a role is missing';
  end if;
  if not pg_has_role(current_user, 'gamekeeper', 'usage') then
    raise exception 'the deployer is no member of gamekeeper';
  end if;
end
$$;
rollback;
