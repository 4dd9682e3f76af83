-- Deploy gamekeeper:cards/games/is_spectator to pg
-- requires: cards/games/game_states cards/games/game_spectators
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_spectator(game cards.game_states, player_id uuid)
returns boolean
language sql
stable
parallel safe
return is_spectator.player_id::text = any (((is_spectator.game).state).spectators)
  or exists (
    select from cards.game_spectators as s
    where s.game_id = (is_spectator.game).game_id and s.player_id = is_spectator.player_id
  );
comment on function cards.is_spectator(cards.game_states, uuid) is
  'Whether a player watches a game: one who came by spectate, or one whom the log of another engine names. [helper]';
revoke all on function cards.is_spectator(cards.game_states, uuid) from public;
commit;
