-- Revert gamekeeper:core/watching/statement_gauges from pg
begin;
set local role gamekeeper;
drop function core.statement_gauges();
commit;
