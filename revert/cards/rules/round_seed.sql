-- Revert gamekeeper:cards/rules/round_seed from pg
begin;
set local role gamekeeper;
drop function cards.round_seed(text, integer);
commit;
