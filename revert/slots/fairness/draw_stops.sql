-- Revert gamekeeper:slots/fairness/draw_stops from pg
begin;
set local role gamekeeper;
drop function slots.draw_stops(bytea, bytea, text, bigint, integer[]);
commit;
