-- Deploy gamekeeper:cards/log/round_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/make_event cards/rules/sha256_hex cards/rules/next_seat
begin;
set local role gamekeeper;
create function cards.round_event(game_id uuid, state cards.table_state)
returns cards.game_events
language plpgsql
immutable
parallel safe
as $$
declare
  _seats constant integer := cardinality(round_event.state.player_ids);
  _round constant integer := coalesce(round_event.state.round_index + 1, 0);
  _dealer constant integer := (round_event.state.starting_seat + _round) % _seats;
begin
  return cards.make_event(round_event.game_id, round_event.state.next_index, 'round_started', jsonb_build_object(
    'roundIndex', _round,
    'cardsPerPlayer', 10 - _round,
    'roundSeed', cards.sha256_hex(round_event.state.session_seed || ':' || _round),
    'dealerPlayerId', round_event.state.player_ids[_dealer + 1],
    'startingPlayerId', round_event.state.player_ids[cards.next_seat(_dealer, _seats, round_event.state.gone) + 1]
  ));
end
$$;
comment on function cards.round_event(uuid, cards.table_state) is
  'The round_started that begins the next round.';
revoke all on function cards.round_event(uuid, cards.table_state) from public;
commit;
