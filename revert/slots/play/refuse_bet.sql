-- Revert gamekeeper:slots/play/refuse_bet from pg
begin;
set local role gamekeeper;
drop function slots.refuse_bet(text, numeric, numeric, numeric, numeric, text);
commit;
