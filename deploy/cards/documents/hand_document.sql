-- Deploy gamekeeper:cards/documents/hand_document to pg
-- requires: cards/rules/table_state cards/numbers/card_id cards/numbers/hand_cards cards/numbers/hand_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.hand_document(state cards.table_state, seat integer)
returns jsonb
language sql
immutable
parallel safe
return (
  select coalesce(jsonb_agg(cards.card_id(h.card) order by h.at), '[]')
  from unnest(cards.hand_cards((hand_document.state).hands[cards.hand_at(hand_document.seat, 0)], (hand_document.state).hands[cards.hand_at(hand_document.seat, 1)])) with ordinality as h (card, at)
);
comment on function cards.hand_document(cards.table_state, integer) is 'The card ids in the hand of a seat, as a JSON array. [helper]';
revoke all on function cards.hand_document(cards.table_state, integer) from public;
commit;
