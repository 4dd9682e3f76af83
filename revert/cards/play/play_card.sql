-- Revert gamekeeper:cards/play/play_card from pg
begin;
set local role gamekeeper;
drop function cards.play_card(uuid, text, integer);
commit;
