-- Revert gamekeeper:cards/rules/host_seat from pg
begin;
set local role gamekeeper;
drop function cards.host_seat(cards.game_state);
commit;
