-- Revert gamekeeper:core/errors/raise from pg
begin;
set local role gamekeeper;
drop function core.raise(text, jsonb);
commit;
