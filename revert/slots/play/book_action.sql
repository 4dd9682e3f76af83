-- Revert gamekeeper:slots/play/book_action from pg
begin;
set local role gamekeeper;
drop function slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz);
commit;
