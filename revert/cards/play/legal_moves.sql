-- Revert gamekeeper:cards/play/legal_moves from pg
begin;
set local role gamekeeper;
drop function cards.legal_moves(uuid);
commit;
