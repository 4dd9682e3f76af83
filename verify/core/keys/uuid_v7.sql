-- Verify gamekeeper:core/keys/uuid_v7 on pg
begin;
do $$
begin
  if core.uuid_v7()::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' then
    raise exception 'core.uuid_v7() makes no version 7 UUID';
  end if;
  if not has_function_privilege('authenticated', 'core.uuid_v7()', 'execute') then
    raise exception 'authenticated cannot execute core.uuid_v7()';
  end if;
end
$$;
rollback;
