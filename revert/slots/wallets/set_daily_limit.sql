-- Revert gamekeeper:slots/wallets/set_daily_limit from pg
begin;
set local role gamekeeper;
drop function slots.set_daily_limit(uuid, numeric);
commit;
