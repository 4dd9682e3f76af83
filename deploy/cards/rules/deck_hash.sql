-- Deploy gamekeeper:cards/rules/deck_hash to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The round seed is hashed with the deck, so that nobody can find the hidden cards by trying.
create function cards.deck_hash(round_seed text, deck bytea)
returns text
language sql
immutable
parallel safe
return encode(sha256(decode(replace(deck_hash.round_seed, '\', '\\') || ':', 'escape') || deck_hash.deck), 'hex');
comment on function cards.deck_hash(text, bytea) is
  'deckStateHash of cards_dealt: hex SHA-256 of the round seed, a colon and the shuffled deck as bytes. A '
  'commitment, open once the seed is. [helper]';
revoke all on function cards.deck_hash(text, bytea) from public;
commit;
