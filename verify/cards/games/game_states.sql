-- Verify gamekeeper:cards/games/game_states on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, turn_deadline, state from cards.game_states where false;
  if has_any_column_privilege('anon', 'cards.game_states', 'select, insert, update, references')
    or has_any_column_privilege('authenticated', 'cards.game_states', 'select, insert, update, references')
    or has_any_column_privilege('service_role', 'cards.game_states', 'select, insert, update, references')
  then
    raise exception 'cards.game_states has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.game_states'::regclass) then
    raise exception 'cards.game_states has no row level security';
  end if;
end
$$;
rollback;
