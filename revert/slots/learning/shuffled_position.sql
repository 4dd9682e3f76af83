-- Revert gamekeeper:slots/learning/shuffled_position from pg
begin;
set local role gamekeeper;
drop function slots.shuffled_position(bigint, bigint, bigint);
commit;
