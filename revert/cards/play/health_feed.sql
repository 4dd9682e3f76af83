-- Revert gamekeeper:cards/play/health_feed from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'cards.feed';
drop function cards.health_feed();
commit;
