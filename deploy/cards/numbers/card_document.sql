-- Deploy gamekeeper:cards/numbers/card_document to pg
-- requires: cards/numbers/card_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_document(card integer)
returns jsonb
language sql
immutable
parallel safe
return jsonb_build_object(
  'id', cards.card_id(card_document.card),
  'suit', split_part(cards.card_id(card_document.card), ':', 2),
  'rank', split_part(cards.card_id(card_document.card), ':', 3),
  'deckIndex', card_document.card / 52
);
comment on function cards.card_document(integer) is '{id, suit, rank, deckIndex} of a card''s number. [helper]';
revoke all on function cards.card_document(integer) from public;
commit;
