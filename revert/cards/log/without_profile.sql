-- Revert gamekeeper:cards/log/without_profile from pg
begin;
set local role gamekeeper;
drop function cards.without_profile(cards.game_events);
commit;
