-- Verify gamekeeper:cards/rules/sha256_hex on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.sha256_hex(text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.sha256_hex(text)', 'execute')
    or not has_function_privilege('service_role', 'cards.sha256_hex(text)', 'execute')
  then
    raise exception 'cards.sha256_hex(text) has the wrong privileges';
  end if;
end
$$;
rollback;
