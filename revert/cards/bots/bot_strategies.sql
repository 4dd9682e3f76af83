-- Revert gamekeeper:cards/bots/bot_strategies from pg
begin;
set local role gamekeeper;
drop function cards.bot_strategies(cards.game_state);
commit;
