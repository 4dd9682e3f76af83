-- Revert gamekeeper:cards/writing/append_move from pg
begin;
set local role gamekeeper;
drop function cards.append_move(cards.game_states, text, jsonb);
commit;
