-- Deploy gamekeeper:cards/bots/bot_id to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.bot_id(number integer)
returns uuid
language sql
immutable
parallel safe
return ('00000000-0000-7000-8000-00000000000' || bot_id.number)::uuid;
comment on function cards.bot_id(integer) is 'Player id of a bot of the package, 0 to 9. [helper]';
revoke all on function cards.bot_id(integer) from public;
commit;
