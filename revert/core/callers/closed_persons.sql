-- Revert gamekeeper:core/callers/closed_persons from pg
-- Destroys the list of who was erased, closed or merged: keep a copy.
begin;
set local role gamekeeper;
drop table core.closed_persons;
drop function core.guard_closed_persons();
commit;
