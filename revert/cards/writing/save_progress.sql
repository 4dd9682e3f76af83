-- Revert gamekeeper:cards/writing/save_progress from pg
begin;
set local role gamekeeper;
drop function cards.save_progress(cards.game_states, cards.progress);
commit;
