-- Revert gamekeeper:cards/rules/score_round from pg
begin;
set local role gamekeeper;
drop function cards.score_round(cards.table_state);
commit;
