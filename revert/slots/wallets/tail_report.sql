-- Revert gamekeeper:slots/wallets/tail_report from pg
begin;
set local role gamekeeper;
drop function slots.tail_report(jsonb);
commit;
