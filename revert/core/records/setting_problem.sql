-- Revert gamekeeper:core/records/setting_problem from pg
begin;
set local role gamekeeper;
drop function core.setting_problem(text, numeric, numeric, jsonb);
commit;
