-- Deploy gamekeeper:cards/rules/is_due to pg
-- requires: cards/rules/table_state cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_due(state cards.table_state, strategies jsonb)
returns boolean
language sql
immutable
parallel safe
return case
  when (is_due.state).phase in ('lobby', 'completed') then false
  when (is_due.state).phase in ('dealing', 'revealing') then not (is_due.state).is_external
  when (is_due.state).phase in ('bidding', 'playing') and (is_due.state).turn is not null then coalesce(
    cards.has_seat((is_due.state).gone, (is_due.state).turn) or jsonb_typeof(is_due.strategies -> (is_due.state).turn) = 'object', false
  )
  else true
end;
comment on function cards.is_due(cards.table_state, jsonb) is
  'Whether something happens by itself in that state: what the rules leave no choice about, a deal unless another '
  'engine deals, the move of a bot that has a strategy, the fallback move of who left. [helper]';
revoke all on function cards.is_due(cards.table_state, jsonb) from public;
commit;
