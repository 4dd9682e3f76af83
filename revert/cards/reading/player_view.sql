-- Revert gamekeeper:cards/reading/player_view from pg
begin;
set local role gamekeeper;
drop function cards.player_view(uuid);
commit;
