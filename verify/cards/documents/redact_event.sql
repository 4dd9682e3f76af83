-- Verify gamekeeper:cards/documents/redact_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.redact_event(text, jsonb, text)', 'execute')
    or has_function_privilege('authenticated', 'cards.redact_event(text, jsonb, text)', 'execute')
    or has_function_privilege('service_role', 'cards.redact_event(text, jsonb, text)', 'execute')
  then
    raise exception 'cards.redact_event(text, jsonb, text) has the wrong privileges';
  end if;
end
$$;
rollback;
