-- Deploy gamekeeper:slots/checks/check_cost_rate to pg
-- requires: core/errors/raise slots/checks/check_money
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_cost_rate(cost_rate jsonb)
returns void
language plpgsql
stable
parallel safe
as $$
declare
  _fee record;
begin
  if jsonb_typeof(check_cost_rate.cost_rate) is distinct from 'object' then
    perform core.raise('INVALID_INPUT', '{"field": "cost_rate", "problem": "must be an object"}');
  end if;
  for _fee in select f.name, f.amount from jsonb_each(check_cost_rate.cost_rate) as f (name, amount) loop
    if _fee.name not in ('perSpinFee', 'perQueryFee') then
      perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'cost_rate.' || left(_fee.name, 100), 'problem', 'is not known'));
    end if;
    if jsonb_typeof(_fee.amount) <> 'number' then
      perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'cost_rate.' || _fee.name, 'problem', 'must be a number'));
    end if;
    perform slots.check_money('cost_rate.' || _fee.name, _fee.amount::numeric, zero_allowed => true);
  end loop;
end
$$;
comment on function slots.check_cost_rate(jsonb) is
  'Refuses a cost rate other than {"perSpinFee": n, "perQueryFee": n} with amounts of money; either may be missing. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_cost_rate(jsonb) from public;
commit;
