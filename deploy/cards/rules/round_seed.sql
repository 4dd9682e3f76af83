-- Deploy gamekeeper:cards/rules/round_seed to pg
-- requires: cards/rules/sha256_hex
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.round_seed(session_seed text, round_index integer)
returns text
language sql
immutable
parallel safe
return cards.sha256_hex(round_seed.session_seed || ':' || round_seed.round_index::text);
comment on function cards.round_seed(text, integer) is
  'The seed of a round: hex SHA-256 of the session seed, a colon and the index of the round. docs/cards.md, "Verify '
  'a deal in any language". [helper]';
revoke all on function cards.round_seed(text, integer) from public;
commit;
