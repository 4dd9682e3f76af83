-- Revert gamekeeper:cards/reading/cards_stats from pg
begin;
set local role gamekeeper;
drop view cards.cards_stats;
commit;
