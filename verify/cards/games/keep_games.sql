-- Verify gamekeeper:cards/games/keep_games on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.keep_games()', 'execute')
    or has_function_privilege('authenticated', 'cards.keep_games()', 'execute')
    or has_function_privilege('service_role', 'cards.keep_games()', 'execute')
  then
    raise exception 'cards.keep_games() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.games'::regclass and tgname = 'keep_update' and tgenabled = 'O') then
    raise exception 'cards.games has no trigger keep_update';
  end if;
end
$$;
rollback;
