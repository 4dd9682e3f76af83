-- Deploy gamekeeper:cards/rules/check_state to pg
-- requires: cards/rules/table_state core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What a caller makes up is no larger than a game can be, so that nobody keeps the server busy with it. Asked where
-- clients give a whole state, not in the functions below these.
create function cards.check_state(state cards.table_state)
returns void
language plpgsql
volatile
parallel safe
as $$
begin
  if greatest(
    cardinality(check_state.state.player_ids), cardinality(check_state.state.names), cardinality(check_state.state.bids), cardinality(check_state.state.tricks),
    cardinality(check_state.state.scores), cardinality(check_state.state.misplays), cardinality(check_state.state.trick), cardinality(check_state.state.hands) / 2, cardinality(check_state.state.seen) / 2,
    cardinality(check_state.state.past_trumps), cardinality(check_state.state.past_bids) / 10, cardinality(check_state.state.past_tricks) / 10, cardinality(check_state.state.past_deltas) / 10
  ) > 10 then
    perform core.raise('INVALID_INPUT', '{"field": "state", "problem": "must have at most 10 seats, 10 cards in a trick and 10 rounds"}');
  end if;
end
$$;
comment on function cards.check_state(cards.table_state) is
  'Refuses a state that is larger than any game''s. Raises: INVALID_INPUT. [helper]';
revoke all on function cards.check_state(cards.table_state) from public;
commit;
