-- Revert gamekeeper:cards/log/fold_events from pg
begin;
set local role gamekeeper;
drop aggregate cards.fold_events(cards.game_events);
commit;
