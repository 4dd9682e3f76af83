-- Revert gamekeeper:xp/seasons/xp_seasons from pg
-- Destroys the rows of xp.xp_seasons.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'xp.xp_seasons';
drop table xp.xp_seasons;
commit;
