-- Deploy gamekeeper:cards/games/lobby_slot to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The last slot, so that an even map does not put the lobby beside sparc. Clients have the same number (tests/vectors/slots.json).
create function cards.lobby_slot()
returns integer
language sql
immutable
parallel safe
return 1023;
comment on function cards.lobby_slot() is
  'The slot of the lobby, which every public game has: so one server sees all open rooms, wherever people live (docs/cards.md, '
  'Rooms). [helper]';
revoke all on function cards.lobby_slot() from public;
commit;
