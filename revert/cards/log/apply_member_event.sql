-- Revert gamekeeper:cards/log/apply_member_event from pg
begin;
set local role gamekeeper;
drop function cards.apply_member_event(cards.table_state, cards.game_events);
commit;
