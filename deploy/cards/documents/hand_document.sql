-- Deploy gamekeeper:cards/documents/hand_document to pg
-- requires: cards/rules/table_state cards/rules/card_id cards/rules/hand_cards
begin;
set local role gamekeeper;
create function cards.hand_document(state cards.table_state, seat integer)
returns jsonb
language sql
immutable
parallel safe
return (
  select coalesce(jsonb_agg(cards.card_id(h.card) order by h.at), '[]')
  from unnest(cards.hand_cards((hand_document.state).hands[2 * hand_document.seat + 1], (hand_document.state).hands[2 * hand_document.seat + 2])) with ordinality as h (card, at)
);
comment on function cards.hand_document(cards.table_state, integer) is 'The card ids in the hand of a seat, as a JSON array.';
revoke all on function cards.hand_document(cards.table_state, integer) from public;
grant execute on function cards.hand_document(cards.table_state, integer) to authenticated, service_role;
commit;
