-- Deploy gamekeeper:core/upkeep/upkeep_request_keys to pg
-- requires: core/upkeep/upkeep_tasks core/records/request_keys core/records/setting core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bounded, so that a run is short however many keys a busy month left; the oldest go first.
create function core.upkeep_request_keys()
returns text
language plpgsql
volatile
as $$
declare
  _before constant timestamptz := core.wall_clock() - make_interval(days => core.setting('core.request_key_days')::integer);
  _most_in_a_run constant integer := 20000;
  _forgotten bigint;
begin
  delete from core.request_keys as r
  where (r.caller, r.function, r.key) in (
    select o.caller, o.function, o.key
    from core.request_keys as o
    where o.created_at < _before
    order by o.created_at
    limit _most_in_a_run
    for update skip locked
  );
  get diagnostics _forgotten = row_count;
  return format('%s forgotten', _forgotten);
end
$$;
comment on function core.upkeep_request_keys() is
  'Forgets idempotency keys that are older than core.request_key_days, at most 20 000 in a run. [helper]';
revoke all on function core.upkeep_request_keys() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.request_keys', 'core.upkeep_request_keys()', 'Forgets idempotency keys that are past their time.');
commit;
