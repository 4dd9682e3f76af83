-- Verify gamekeeper:slots/games/create_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.create_game(text, jsonb, jsonb)', 'execute') or not has_function_privilege('authenticated', 'slots.create_game(text, jsonb, jsonb)', 'execute') or not has_function_privilege('service_role', 'slots.create_game(text, jsonb, jsonb)', 'execute') then
    raise exception 'slots.create_game is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.create_game(text, jsonb, jsonb)'::regprocedure) then
    raise exception 'slots.create_game is no definer function with a pinned path';
  end if;
end
$$;
rollback;
