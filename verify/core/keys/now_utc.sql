-- Verify gamekeeper:core/keys/now_utc on pg
begin;
do $$
begin
  if core.now_utc() is distinct from now() then
    raise exception 'core.now_utc() is not the instant of the transaction';
  end if;
  if not has_function_privilege('anon', 'core.now_utc()', 'execute') then
    raise exception 'anon cannot execute core.now_utc()';
  end if;
end
$$;
rollback;
