-- Revert gamekeeper:cards/writing/write_progress from pg
begin;
set local role gamekeeper;
drop function cards.write_progress(cards.game_states, cards.progress);
commit;
