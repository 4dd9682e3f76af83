-- Deploy gamekeeper:cards/writing/insert_game to pg
-- requires: cards/rules/table_state cards/games/game_states core/keys/wall_clock cards/games/games cards/rules/sha256_hex cards/players/member_ids cards/games/room_directory core/keys/slot_code core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The join code carries the game's slot and is drawn until it is free; each slot has 830 million. A game that arrives completed
-- gets neither a room nor a live row, which would only be removed again and leave their space behind.
create function cards.insert_game(game_id uuid, state cards.table_state, is_public boolean)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states;
begin
  _game.game_id := insert_game.game_id;
  _game.last_event_at := core.wall_clock();
  _game.coming_back := 0;
  _game.is_forfeit := false;
  insert into cards.games (id, session_seed, session_seed_hash, config, is_public, member_ids, created_at)
  values (
    insert_game.game_id, insert_game.state.session_seed, cards.sha256_hex(insert_game.state.session_seed),
    jsonb_build_object(
      'minPlayers', insert_game.state.min_players, 'maxPlayers', insert_game.state.max_players,
      'startingSeatIndex', insert_game.state.starting_seat, 'turnSeconds', insert_game.state.turn_seconds,
      'autoplayBots', insert_game.state.autoplay_bots,
      'shuffle', case when insert_game.state.is_external then 'external' else 'sha256' end
    ),
    insert_game.is_public, cards.member_ids(insert_game.state), _game.last_event_at
  );
  if insert_game.state.phase in ('completed', 'voided') then
    return _game;
  end if;
  insert into cards.game_states (game_id, state) values (insert_game.game_id, insert_game.state);
  loop
    insert into cards.room_directory (join_code, game_id, is_public, is_open, max_players, current_players, created_at)
    values (core.slot_code(core.slot_in(insert_game.game_id)), insert_game.game_id, insert_game.is_public, false, insert_game.state.max_players, 0, _game.last_event_at)
    on conflict on constraint room_directory_pkey do nothing;
    exit when found;
  end loop;
  return _game;
end
$$;
comment on function cards.insert_game(uuid, cards.table_state, boolean) is
  'Makes the rows of a new game, whose log is about to be written, and returns its live row with the state before the first '
  'event, which is none; one that is over already gets no live row and no room. [helper]';
revoke all on function cards.insert_game(uuid, cards.table_state, boolean) from public;
commit;
