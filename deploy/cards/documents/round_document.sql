-- Deploy gamekeeper:cards/documents/round_document to pg
-- requires: cards/rules/table_state cards/rules/round_cards cards/rules/round_seed cards/numbers/next_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The facts of a round, written once: round_started tells them, the reducer checks them.
create function cards.round_document(state cards.table_state)
returns jsonb
language plpgsql
immutable
parallel safe
as $$
declare
  _seats constant integer := cardinality(round_document.state.player_ids);
  _round constant integer := coalesce(round_document.state.round_index + 1, 0);
  _dealer constant integer := (round_document.state.starting_seat + _round) % _seats;
begin
  return jsonb_build_object(
    'roundIndex', _round,
    'cardsPerPlayer', cards.round_cards(_round),
    'roundSeed', cards.round_seed(round_document.state.session_seed, _round),
    'dealerPlayerId', round_document.state.player_ids[_dealer + 1],
    'startingPlayerId', round_document.state.player_ids[cards.next_seat(_dealer, _seats, round_document.state.gone) + 1]
  );
end
$$;
comment on function cards.round_document(cards.table_state) is
  '{roundIndex, cardsPerPlayer, roundSeed, dealerPlayerId, startingPlayerId} of the round that comes next: the '
  'payload of round_started. startingPlayerId is null where nobody takes part. [helper]';
revoke all on function cards.round_document(cards.table_state) from public;
commit;
