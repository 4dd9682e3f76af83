-- Revert gamekeeper:xp/seasons/seasons_on from pg
begin;
set local role gamekeeper;
drop function xp.seasons_on(date);
commit;
