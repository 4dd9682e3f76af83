-- Revert gamekeeper:cards/log/refuse_event from pg
begin;
set local role gamekeeper;
drop function cards.refuse_event(cards.game_events, text);
commit;
