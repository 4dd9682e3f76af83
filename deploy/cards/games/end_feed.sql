-- Deploy gamekeeper:cards/games/end_feed to pg
-- requires: cards/games/game_feed cards/games/game_states cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.end_feed()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  update cards.game_feed as f
  set
    next_index = (select max(e.event_index) + 1 from cards.game_events as e where e.game_id = old.game_id),
    turn_player_id = null
  where f.game_id = old.game_id;
  return null;
end
$$;
comment on function cards.end_feed() is
  'Trigger: writes the last index to the published row of a game whose live row goes. [helper]';
revoke all on function cards.end_feed() from public;
create trigger end_feed after delete on cards.game_states for each row when (old.is_told) execute function cards.end_feed();
commit;
