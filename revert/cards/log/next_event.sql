-- Revert gamekeeper:cards/log/next_event from pg
begin;
set local role gamekeeper;
drop function cards.next_event(uuid, cards.table_state, jsonb, integer);
commit;
