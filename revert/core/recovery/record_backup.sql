-- Revert gamekeeper:core/recovery/record_backup from pg
begin;
set local role gamekeeper;
drop function core.record_backup(text, timestamptz, timestamptz, text, bigint, text);
commit;
