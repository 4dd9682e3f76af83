-- Revert gamekeeper:cards/rules/deck_hash from pg
begin;
set local role gamekeeper;
drop function cards.deck_hash(text, bytea);
commit;
