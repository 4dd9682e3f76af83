-- Revert gamekeeper:slots/games/bet_refusal from pg
begin;
set local role gamekeeper;
drop function slots.bet_refusal(numeric, numeric, numeric, numeric);
commit;
