-- Revert gamekeeper:core/shards/definitions_digest from pg
begin;
set local role gamekeeper;
drop function core.definitions_digest(text, text[]);
commit;
