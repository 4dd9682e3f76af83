-- Revert gamekeeper:slots/play/require_bet from pg
begin;
set local role gamekeeper;
drop function slots.require_bet(slots.sessions, slots.wallets, numeric, boolean, text);
commit;
