-- Revert gamekeeper:cards/log/append_move from pg
begin;
set local role gamekeeper;
drop function cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz);
commit;
