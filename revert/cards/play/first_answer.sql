-- Revert gamekeeper:cards/play/first_answer from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.first_answer(cards.game_states, uuid, text, text, jsonb, integer);
commit;
