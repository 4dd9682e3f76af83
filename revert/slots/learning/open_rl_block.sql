-- Revert gamekeeper:slots/learning/open_rl_block from pg
begin;
set local role gamekeeper;
drop function slots.open_rl_block();
commit;
