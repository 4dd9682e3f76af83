-- Revert gamekeeper:cards/log/round_event from pg
begin;
set local role gamekeeper;
drop function cards.round_event(uuid, cards.table_state);
commit;
