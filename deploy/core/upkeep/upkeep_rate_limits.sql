-- Deploy gamekeeper:core/upkeep/upkeep_rate_limits to pg
-- requires: core/upkeep/upkeep_tasks core/records/rate_limits core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.upkeep_rate_limits()
returns text
language plpgsql
volatile
as $$
declare
  _forgotten bigint;
begin
  delete from core.rate_limits as r where r.calls[cardinality(r.calls)] < core.wall_clock() - interval '1 day';
  get diagnostics _forgotten = row_count;
  return format('%s forgotten', _forgotten);
end
$$;
comment on function core.upkeep_rate_limits() is
  'Forgets the subjects of rate limits whose last call is more than a day old; no period is longer. [helper]';
revoke all on function core.upkeep_rate_limits() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.rate_limits', 'core.upkeep_rate_limits()', 'Forgets the rate limits of yesterday.');
commit;
