-- Revert gamekeeper:slots/limits/with_turnover from pg
begin;
set local role gamekeeper;
drop function slots.with_turnover(slots.accounts, numeric, numeric, numeric, timestamptz, text);
commit;
