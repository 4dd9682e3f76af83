-- Deploy gamekeeper:cards/players/is_name to pg
-- requires: core/keys/is_display_name cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_name(name text)
returns boolean
language sql
immutable
parallel safe
return coalesce(length(is_name.name) between 1 and 24 and core.is_display_name(is_name.name), false);
comment on function cards.is_name(text) is
  'Whether the text may be the name of a player: 1 to 24 characters that core.is_display_name allows. False for null. [helper]';
revoke all on function cards.is_name(text) from public;
commit;
