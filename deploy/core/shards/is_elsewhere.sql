-- Deploy gamekeeper:core/shards/is_elsewhere to pg
-- requires: core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.is_elsewhere(slot integer)
returns boolean
language sql
stable
parallel safe
return exists (select from core.slots as s where s.slot = is_elsewhere.slot and s.state = 'elsewhere');
comment on function core.is_elsewhere(integer) is
  'Whether what has this slot lives on another server; never on one machine. [helper]';
revoke all on function core.is_elsewhere(integer) from public;
commit;
