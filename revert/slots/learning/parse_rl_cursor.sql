-- Revert gamekeeper:slots/learning/parse_rl_cursor from pg
begin;
set local role gamekeeper;
drop function slots.parse_rl_cursor(jsonb);
commit;
