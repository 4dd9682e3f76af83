-- Revert gamekeeper:slots/datasets/rl_model from pg
begin;
set local role gamekeeper;
drop function slots.rl_model(text, jsonb, double precision, integer);
commit;
