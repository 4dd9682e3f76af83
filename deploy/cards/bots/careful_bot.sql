-- Deploy gamekeeper:cards/bots/careful_bot to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.careful_bot()
returns jsonb
language sql
immutable
parallel safe
return '{"name": "careful", "version": 1, "boldness": 1.0}'::jsonb;
comment on function cards.careful_bot() is
  'The strategy of a bot that names none. [helper]';
revoke all on function cards.careful_bot() from public;
commit;
