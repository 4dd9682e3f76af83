-- Revert gamekeeper:cards/log/apply_events from pg
begin;
set local role gamekeeper;
drop function cards.apply_events(cards.table_state, uuid, integer, jsonb);
commit;
