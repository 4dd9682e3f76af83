-- Revert gamekeeper:cards/log/fallback_card from pg
begin;
set local role gamekeeper;
drop function cards.fallback_card(cards.table_state);
commit;
