-- Deploy gamekeeper:cards/documents/trick_document to pg
-- requires: cards/rules/table_state cards/numbers/card_id cards/numbers/next_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.trick_document(state cards.table_state)
returns jsonb
language plpgsql
immutable
parallel safe
as $$
declare
  _trick jsonb := jsonb '[]';
  _seat integer := trick_document.state.leader;
  _card integer;
begin
  foreach _card in array coalesce(trick_document.state.trick, '{}') loop
    _trick := _trick || jsonb_build_object('playerId', trick_document.state.player_ids[_seat + 1], 'cardId', cards.card_id(_card));
    _seat := cards.next_seat(_seat, cardinality(trick_document.state.player_ids), trick_document.state.absent);
  end loop;
  return _trick;
end
$$;
comment on function cards.trick_document(cards.table_state) is '[{playerId, cardId}] of the present trick, from the leader on. [helper]';
revoke all on function cards.trick_document(cards.table_state) from public;
commit;
