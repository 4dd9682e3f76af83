-- Revert gamekeeper:xp/claims/preview from pg
begin;
set local role gamekeeper;
drop function xp.preview(text, integer, bigint, integer, integer[]);
commit;
