-- Deploy gamekeeper:core/shards/has_map to pg
-- requires: core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The frequent answer, no, costs a fifth of reading the table: a table whose file is empty has no row for anybody. Whoever
-- writes the first row makes the file longer before, so a yes comes too early (or after a rollback for nothing), never too late.
create function core.has_map()
returns boolean
language sql
volatile
parallel safe
return pg_relation_size('core.slots') > 0;
comment on function core.has_map() is
  'Whether there can be a map of slots on this server: where it says no, core.enter has nothing to do, and a hot command does not '
  'call it. [helper]';
revoke all on function core.has_map() from public;
commit;
