-- Revert gamekeeper:slots/training/draw_prioritised from pg
begin;
set local role gamekeeper;
drop function slots.draw_prioritised(double precision, bigint, bigint, bigint);
commit;
