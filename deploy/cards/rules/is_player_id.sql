-- Deploy gamekeeper:cards/rules/is_player_id to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_player_id(value jsonb)
returns boolean
language sql
immutable
parallel safe
return coalesce(is_player_id.value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false);
comment on function cards.is_player_id(jsonb) is
  'Whether a JSON value is a uuid as Postgres writes it, so that players can be compared as text. [helper]';
revoke all on function cards.is_player_id(jsonb) from public;
commit;
