-- Deploy gamekeeper:core/shards/is_elsewhere to pg
-- requires: core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every call asks it, and a SQL function that reads a table would be planned anew in each transaction (40 microseconds).
create function core.is_elsewhere(slot integer)
returns boolean
language plpgsql
stable
parallel safe
as $$
begin
  perform from core.slots as s where s.slot = is_elsewhere.slot and s.state = 'elsewhere';
  return found;
end
$$;
comment on function core.is_elsewhere(integer) is
  'Whether what has this slot lives on another server; never on one machine. [helper]';
revoke all on function core.is_elsewhere(integer) from public;
commit;
