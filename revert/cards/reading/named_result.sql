-- Revert gamekeeper:cards/reading/named_result from pg
begin;
set local role gamekeeper;
drop function cards.named_result(uuid);
commit;
