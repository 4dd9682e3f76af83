-- Verify gamekeeper:cards/games/guard_games on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.guard_games()', 'execute')
    or has_function_privilege('authenticated', 'cards.guard_games()', 'execute')
    or has_function_privilege('service_role', 'cards.guard_games()', 'execute')
  then
    raise exception 'cards.guard_games() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.games'::regclass and tgname = 'guard_games' and tgenabled = 'O') then
    raise exception 'cards.games has no trigger guard_games';
  end if;
end
$$;
rollback;
