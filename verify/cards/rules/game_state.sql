-- Verify gamekeeper:cards/rules/game_state on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.game_state') is null then
    raise exception 'type cards.game_state is missing';
  end if;
end
$$;
rollback;
