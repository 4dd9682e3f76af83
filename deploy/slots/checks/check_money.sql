-- Deploy gamekeeper:slots/checks/check_money to pg
-- requires: core/errors/raise slots/checks/money_problem
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_money(field text, amount numeric, zero_allowed boolean default false)
returns numeric
language plpgsql
stable
parallel safe
as $$
declare
  _problem text := slots.money_problem(check_money.amount, check_money.zero_allowed);
begin
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', check_money.field, 'problem', _problem));
  end if;
  return check_money.amount;
end
$$;
comment on function slots.check_money(text, numeric, boolean) is
  'The number as it was given, an amount of money. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_money(text, numeric, boolean) from public;
commit;
