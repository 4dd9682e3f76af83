-- Revert gamekeeper:slots/learning/close_rl_block from pg
begin;
set local role gamekeeper;
drop function slots.close_rl_block();
commit;
