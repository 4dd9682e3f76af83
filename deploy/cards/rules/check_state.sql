-- Deploy gamekeeper:cards/rules/check_state to pg
-- requires: cards/rules/table_state cards/rules/is_player_id core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What a caller makes up is no larger than a game can be, so that nobody keeps the server busy with it, and holds
-- nothing that the functions below could not read. Asked where clients give a whole state.
create function cards.check_state(state cards.table_state)
returns void
language plpgsql
volatile
parallel safe
as $$
declare
  _seats constant integer := cardinality(check_state.state.player_ids);
  _problem constant text := case
    when _seats is null or _seats > 10 then 'player_ids must be a list of at most 10 seats'
    when exists (
      select from unnest(check_state.state.player_ids) as p (id) where not cards.is_player_id(to_jsonb(p.id))
    ) then 'player_ids must be ids of players'
    when exists (
      select
      from (
        values
          (array_ndims(check_state.state.player_ids), array_lower(check_state.state.player_ids, 1), _seats, 10),
          (array_ndims(check_state.state.bids), array_lower(check_state.state.bids, 1), cardinality(check_state.state.bids), 10),
          (array_ndims(check_state.state.tricks), array_lower(check_state.state.tricks, 1), cardinality(check_state.state.tricks), 10),
          (array_ndims(check_state.state.scores), array_lower(check_state.state.scores, 1), cardinality(check_state.state.scores), 10),
          (array_ndims(check_state.state.trick), array_lower(check_state.state.trick, 1), cardinality(check_state.state.trick), _seats),
          (array_ndims(check_state.state.hands), array_lower(check_state.state.hands, 1), cardinality(check_state.state.hands), 20),
          (array_ndims(check_state.state.past_trumps), array_lower(check_state.state.past_trumps, 1), cardinality(check_state.state.past_trumps), 10),
          (array_ndims(check_state.state.past_bids), array_lower(check_state.state.past_bids, 1), cardinality(check_state.state.past_bids), 100),
          (array_ndims(check_state.state.past_tricks), array_lower(check_state.state.past_tricks, 1), cardinality(check_state.state.past_tricks), 100),
          (array_ndims(check_state.state.past_deltas), array_lower(check_state.state.past_deltas, 1), cardinality(check_state.state.past_deltas), 100)
      ) as l (dimensions, lower_bound, length, most)
      where l.dimensions > 1 or l.lower_bound <> 1 or l.length > l.most
    ) then 'must have at most 10 seats, a card of each seat in the trick, and 10 rounds'
    when (0 <= all (check_state.state.trick) and 103 >= all (check_state.state.trick)) is false
      or (check_state.state.best_card between 0 and 103 and check_state.state.trump between 0 and 3) is false
      or (0 <= all (check_state.state.hands) and (1::bigint << 52) > all (check_state.state.hands)) is false
      then 'must hold cards of two decks'
    when (
      check_state.state.turn between 0 and 9 and check_state.state.dealer between 0 and 9
      and check_state.state.leader between 0 and 9 and check_state.state.absent between 0 and 1023
    ) is false then 'must name seats from 0 to 9'
  end;
begin
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'state', 'problem', _problem));
  end if;
end
$$;
comment on function cards.check_state(cards.table_state) is
  'Refuses a state that no game can be in: larger, or of numbers that are no cards or seats. Raises: INVALID_INPUT. [helper]';
revoke all on function cards.check_state(cards.table_state) from public;
commit;
