-- Verify gamekeeper:core/keys/join_code on pg
begin;
do $$
begin
  if core.join_code() !~ '^[2-9A-HJKMNP-Z]{6}$' then
    raise exception 'core.join_code() uses other characters';
  end if;
  if has_function_privilege('anon', 'core.join_code()', 'execute') then
    raise exception 'anon can execute core.join_code()';
  end if;
end
$$;
rollback;
