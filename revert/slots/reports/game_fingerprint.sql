-- Revert gamekeeper:slots/reports/game_fingerprint from pg
begin;
set local role gamekeeper;
drop type slots.game_fingerprint;
commit;
