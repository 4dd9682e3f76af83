-- Revert gamekeeper:xp/claims/preview_at from pg
begin;
set local role gamekeeper;
drop function xp.preview_at(text, integer, bigint, integer, integer[], timestamptz);
commit;
