-- Verify gamekeeper:core/records/touch on pg
begin;
do $$
begin
  if has_function_privilege('anon', 'core.touch()', 'execute') then
    raise exception 'anon can execute core.touch()';
  end if;
end
$$;
rollback;
