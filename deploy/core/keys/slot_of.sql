-- Deploy gamekeeper:core/keys/slot_of to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whoever computes it elsewhere has to find the same: lower case as ASCII knows it, since languages disagree about the
-- rest (tests/vectors/slots.json). Stable only because of the text encoding. One expression, so that the planner
-- inlines it.
create function core.slot_of(id text)
returns integer
language sql
stable
parallel safe
return ('x' || left(encode(sha256(convert_to(lower(slot_of.id collate "C"), 'UTF8')), 'hex'), 3))::bit(10)::integer;
comment on function core.slot_of(text) is
  'The slot of a person, 0 to 1023: the first 10 bits of the SHA-256 of the id as text in lower case (docs/architecture.md, '
  '"Ids"). Pure; null for null. [helper]';
revoke all on function core.slot_of(text) from public;
commit;
