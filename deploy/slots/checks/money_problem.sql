-- Deploy gamekeeper:slots/checks/money_problem to pg
-- requires: slots/checks/is_money
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.money_problem(amount numeric, zero_allowed boolean)
returns text
language sql
immutable
parallel safe
return case
  when slots.is_money(money_problem.amount) then null
  when money_problem.amount is null then 'is missing'
  when money_problem.amount in ('NaN', 'Infinity', '-Infinity') then 'must be a finite number'
  when money_problem.amount < 0 then 'must not be negative'
  when money_problem.amount = 0 and not money_problem.zero_allowed then 'must be greater than zero'
  when money_problem.amount >= 1e16 then 'must be less than 10^16'
  when money_problem.amount <> round(money_problem.amount, 4) then 'must not have more than four decimals'
end;
comment on function slots.money_problem(numeric, boolean) is
  'What keeps a number from being an amount of money, numeric(20,4), zero or more; null when nothing does. Pure. [helper]';
revoke all on function slots.money_problem(numeric, boolean) from public;
commit;
