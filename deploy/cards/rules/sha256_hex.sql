-- Deploy gamekeeper:cards/rules/sha256_hex to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- decode(..., 'escape') and not convert_to(), which is only stable: this way the planner can inline it.
create function cards.sha256_hex(value text)
returns text
language sql
immutable
parallel safe
return encode(sha256(decode(replace(sha256_hex.value, '\', '\\'), 'escape')), 'hex');
comment on function cards.sha256_hex(text) is
  'Lower-case hex SHA-256 of the text''s bytes (UTF-8 in a UTF-8 database). sha256_hex(session_seed || '':'' || '
  'round_index) is the round seed. [helper]';
revoke all on function cards.sha256_hex(text) from public;
commit;
