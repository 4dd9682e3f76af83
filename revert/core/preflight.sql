-- Revert gamekeeper:core/preflight from pg
begin;
commit;
