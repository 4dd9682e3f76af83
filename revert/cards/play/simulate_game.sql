-- Revert gamekeeper:cards/play/simulate_game from pg
begin;
set local role gamekeeper;
drop function cards.simulate_game(integer, text, text);
commit;
