-- Revert gamekeeper:cards/log/fallback_event from pg
begin;
set local role gamekeeper;
drop function cards.fallback_event(uuid, cards.table_state);
commit;
