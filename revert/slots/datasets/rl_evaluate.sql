-- Revert gamekeeper:slots/datasets/rl_evaluate from pg
begin;
set local role gamekeeper;
drop function slots.rl_evaluate(text, jsonb, double precision, text);
commit;
