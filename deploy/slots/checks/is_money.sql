-- Deploy gamekeeper:slots/checks/is_money to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it: hot ways ask it before slots.money_problem, which has to tell what is wrong.
create function slots.is_money(amount numeric)
returns boolean
language sql
immutable
parallel safe
return is_money.amount > 0 and is_money.amount < 1e16 and is_money.amount = round(is_money.amount, 4);
comment on function slots.is_money(numeric) is
  'Whether a number is an amount of money above zero, numeric(20,4). Pure; null for null. [helper]';
revoke all on function slots.is_money(numeric) from public;
commit;
