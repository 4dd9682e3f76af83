-- Revert gamekeeper:cards/rules/sha256_hex from pg
begin;
set local role gamekeeper;
drop function cards.sha256_hex(text);
commit;
