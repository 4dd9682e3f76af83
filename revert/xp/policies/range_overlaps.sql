-- Revert gamekeeper:xp/policies/range_overlaps from pg
begin;
set local role gamekeeper;
drop function xp.range_overlaps(text, jsonb);
commit;
