-- Verify gamekeeper:slots/play/book_action on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz)', 'execute') or has_function_privilege('authenticated', 'slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz)', 'execute') or has_function_privilege('service_role', 'slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz)', 'execute') then
    raise exception 'slots.book_action is executable by the wrong roles';
  end if;
end
$$;
rollback;
