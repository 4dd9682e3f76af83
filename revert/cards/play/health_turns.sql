-- Revert gamekeeper:cards/play/health_turns from pg
begin;
set local role gamekeeper;
drop function cards.health_turns();
delete from core.health_checks where name = 'cards.turns';
commit;
