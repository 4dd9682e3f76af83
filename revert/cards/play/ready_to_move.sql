-- Revert gamekeeper:cards/play/ready_to_move from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.ready_to_move(cards.game_states, uuid);
commit;
