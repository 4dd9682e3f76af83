-- Deploy gamekeeper:xp/prizes/upkeep_prizes to pg
-- requires: xp/prizes/pay_prizes core/upkeep/upkeep_tasks core/upkeep/batch_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.upkeep_prizes()
returns bigint
language plpgsql
volatile
as $$
begin
  return xp.pay_prizes(core.batch_of('xp.prizes'));
end
$$;
comment on function xp.upkeep_prizes() is
  'Upkeep: pays prizes of closed seasons that are not paid, a batch of them, each once. Returns how many it paid. [helper]';
revoke all on function xp.upkeep_prizes() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('xp.prizes', 'xp.upkeep_prizes()', 'Pays the prizes of closed seasons that xp.close_season left to it.', 1000);
commit;
