-- Verify gamekeeper:slots/fairness/hmac_pad on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.hmac_pad(bytea, integer)', 'execute') or not has_function_privilege('authenticated', 'slots.hmac_pad(bytea, integer)', 'execute') or not has_function_privilege('service_role', 'slots.hmac_pad(bytea, integer)', 'execute') then
    raise exception 'slots.hmac_pad is executable by the wrong roles';
  end if;
  if length(slots.hmac_pad('key', 54)) <> 64 then
    raise exception 'slots.hmac_pad gives a wrong answer';
  end if;
end
$$;
rollback;
