-- Verify gamekeeper:slots/wallets/post_entries on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.post_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz)', 'execute') or has_function_privilege('authenticated', 'slots.post_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz)', 'execute') or has_function_privilege('service_role', 'slots.post_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz)', 'execute') then
    raise exception 'slots.post_entries is executable by the wrong roles';
  end if;
end
$$;
rollback;
