-- Deploy gamekeeper:cards/players/gone_name to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.gone_name()
returns text
language sql
immutable
parallel safe
return 'Gone player';
comment on function cards.gone_name() is 'The display name of everybody who has closed the account or was erased. [helper]';
revoke all on function cards.gone_name() from public;
commit;
