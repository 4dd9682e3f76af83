-- Revert gamekeeper:cards/play/check_turns from pg
begin;
set local role gamekeeper;
drop function cards.check_turns();
delete from core.health_checks where name = 'cards.turns';
commit;
