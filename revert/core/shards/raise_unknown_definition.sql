-- Revert gamekeeper:core/shards/raise_unknown_definition from pg
begin;
set local role gamekeeper;
drop function core.raise_unknown_definition(jsonb, uuid);
commit;
