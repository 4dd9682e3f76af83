-- Revert gamekeeper:cards/players/profile_document from pg
begin;
set local role gamekeeper;
drop function cards.profile_document(cards.players);
commit;
