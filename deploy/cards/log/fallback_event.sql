-- Deploy gamekeeper:cards/log/fallback_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/make_event cards/numbers/card_id cards/log/fallback_card
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.fallback_event(game_id uuid, state cards.table_state)
returns cards.game_events
language sql
immutable
parallel safe
return case
  when (fallback_event.state).phase = 'bidding' then cards.make_event(
    fallback_event.game_id, (fallback_event.state).next_index, 'player_bid',
    jsonb_build_object('playerId', (fallback_event.state).player_ids[(fallback_event.state).turn + 1], 'bid', 0, 'fallback', true)
  )
  else cards.make_event(
    fallback_event.game_id, (fallback_event.state).next_index, 'card_played',
    jsonb_build_object('playerId', (fallback_event.state).player_ids[(fallback_event.state).turn + 1], 'card', cards.card_id(cards.fallback_card(fallback_event.state)), 'fallback', true)
  )
end;
comment on function cards.fallback_event(uuid, cards.table_state) is
  'The move that is made for the player whose turn ran out: a bid of 0, or cards.fallback_card; marked with "fallback": true. [helper]';
revoke all on function cards.fallback_event(uuid, cards.table_state) from public;
commit;
