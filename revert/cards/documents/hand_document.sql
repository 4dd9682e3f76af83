-- Revert gamekeeper:cards/documents/hand_document from pg
begin;
set local role gamekeeper;
drop function cards.hand_document(cards.game_state, integer);
commit;
