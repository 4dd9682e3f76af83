-- Revert gamekeeper:cards/bots/free_bot from pg
begin;
set local role gamekeeper;
drop function cards.free_bot(cards.table_state);
commit;
