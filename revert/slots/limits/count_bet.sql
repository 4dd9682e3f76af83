-- Revert gamekeeper:slots/limits/count_bet from pg
begin;
set local role gamekeeper;
drop function slots.count_bet(slots.accounts, numeric, numeric, numeric, timestamptz, text);
commit;
