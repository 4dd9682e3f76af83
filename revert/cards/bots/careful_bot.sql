-- Revert gamekeeper:cards/bots/careful_bot from pg
begin;
set local role gamekeeper;
drop function cards.careful_bot();
commit;
