-- Revert gamekeeper:cards/bots/bot_strategies from pg
begin;
set local role gamekeeper;
drop function cards.bot_strategies(cards.table_state);
commit;
