-- Verify gamekeeper:slots/fairness/hmac_sha256 on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.hmac_sha256(bytea, bytea)', 'execute') or not has_function_privilege('authenticated', 'slots.hmac_sha256(bytea, bytea)', 'execute') or not has_function_privilege('service_role', 'slots.hmac_sha256(bytea, bytea)', 'execute') then
    raise exception 'slots.hmac_sha256 is executable by the wrong roles';
  end if;
  if slots.hmac_sha256('Jefe', 'what do ya want for nothing?') <> '\x5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843' then
    raise exception 'slots.hmac_sha256 gives a wrong answer';
  end if;
end
$$;
rollback;
