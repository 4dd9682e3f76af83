-- Revert gamekeeper:cards/bots/bot_id from pg
begin;
set local role gamekeeper;
drop function cards.bot_id(integer);
commit;
