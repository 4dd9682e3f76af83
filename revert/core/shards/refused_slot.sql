-- Revert gamekeeper:core/shards/refused_slot from pg
begin;
set local role gamekeeper;
drop function core.refused_slot(integer);
commit;
