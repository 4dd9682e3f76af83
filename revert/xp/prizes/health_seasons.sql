-- Revert gamekeeper:xp/prizes/health_seasons from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'xp.seasons';
drop function xp.health_seasons();
commit;
