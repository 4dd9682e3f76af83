-- Revert gamekeeper:cards/writing/hand_over from pg
begin;
set local role gamekeeper;
drop function cards.hand_over(cards.game_players, uuid);
commit;
