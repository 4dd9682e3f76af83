-- Revert gamekeeper:slots/turns/with_spin from pg
begin;
set local role gamekeeper;
drop function slots.with_spin(
  slots.sessions, numeric, numeric, numeric, numeric, numeric, numeric, xid8, bigint, timestamptz
);
commit;
