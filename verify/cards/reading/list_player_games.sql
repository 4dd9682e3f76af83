-- Verify gamekeeper:cards/reading/list_player_games on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.player_game_record') is null then
    raise exception 'type cards.player_game_record is missing';
  end if;
  if has_function_privilege('anon', 'cards.list_player_games(uuid, uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.list_player_games(uuid, uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.list_player_games(uuid, uuid, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.list_player_games(uuid, uuid, integer)'::regprocedure)
  then
    raise exception 'cards.list_player_games(uuid, uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
