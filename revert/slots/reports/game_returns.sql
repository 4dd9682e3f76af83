-- Revert gamekeeper:slots/reports/game_returns from pg
-- Destroys the rows of slots.game_returns.
begin;
set local role gamekeeper;
drop table slots.game_returns;
commit;
