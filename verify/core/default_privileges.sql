-- Verify gamekeeper:core/default_privileges on pg
begin;
do $$
begin
  if not exists (
    select from pg_default_acl
    where defaclrole = 'gamekeeper'::regrole and defaclnamespace = 0 and defaclobjtype = 'f'
  ) then
    raise exception 'PUBLIC may execute what gamekeeper creates';
  end if;
end
$$;
rollback;
