-- Deploy gamekeeper:cards/games/tell_feed to pg
-- requires: cards/games/game_feed cards/games/game_states
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A trigger, so that whoever writes a state tells of it, under the lock of the live row: numbers never go back. Of a game without a
-- row in the feed nothing but is_told is asked. It is one statement, and asks LIKE instead of a regular expression, which took longer
-- than all the rest; what the reducer lets into player_ids is a uuid.
create function cards.tell_feed()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  update cards.game_feed as f
  set
    next_index = (new.state).next_index,
    -- of a state that was broken by hand too: nobody's turn
    turn_player_id = case
      when (new.state).player_ids[(new.state).turn + 1] like '________-____-____-____-____________'
        then (new.state).player_ids[(new.state).turn + 1]::uuid
    end
  where f.game_id = new.game_id;
  return null;
end
$$;
comment on function cards.tell_feed() is
  'Trigger: writes the published row of a game that has one, whenever the state in its live row is written. [helper]';
revoke all on function cards.tell_feed() from public;
create trigger tell_feed after update of state on cards.game_states for each row when (new.is_told) execute function cards.tell_feed();
commit;
