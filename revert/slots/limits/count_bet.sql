-- Revert gamekeeper:slots/limits/count_bet from pg
begin;
set local role gamekeeper;
drop function slots.count_bet(uuid, text, numeric, numeric, numeric, timestamptz, text);
commit;
