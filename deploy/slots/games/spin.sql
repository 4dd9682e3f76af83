-- Deploy gamekeeper:slots/games/spin to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.spin as (stops integer[], symbols text[], multiplier numeric);
comment on type slots.spin is 'What the reels showed.';
comment on column slots.spin.stops is 'Stop of each reel, from 0, leftmost first.';
comment on column slots.spin.symbols is 'Symbol of each reel on the payline.';
comment on column slots.spin.multiplier is 'What it pays, in stakes.';
commit;
