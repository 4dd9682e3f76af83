-- Deploy gamekeeper:cards/numbers/suit_name to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.suit_name(suit integer)
returns text
language sql
immutable
parallel safe
return ('{clubs,diamonds,hearts,spades}'::text[])[suit_name.suit + 1];
comment on function cards.suit_name(integer) is 'clubs, diamonds, hearts or spades for 0 to 3. [helper]';
revoke all on function cards.suit_name(integer) from public;
commit;
