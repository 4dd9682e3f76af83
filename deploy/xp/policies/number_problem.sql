-- Deploy gamekeeper:xp/policies/number_problem to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.number_problem(value jsonb, low numeric, high numeric, whole boolean default false, above boolean default false)
returns text
language sql
immutable
parallel safe
return case
  when number_problem.value is null then 'is missing'
  when jsonb_typeof(number_problem.value) <> 'number' then 'must be a number'
  when number_problem.whole and scale(number_problem.value::numeric) > 0 then 'must be a whole number, without decimals'
  when scale(number_problem.value::numeric) > 20 then 'must have 20 decimals or fewer'
  when number_problem.above and number_problem.value::numeric <= number_problem.low
    then format('must be above %s', number_problem.low)
  when number_problem.value::numeric < number_problem.low then format('must be %s or more', number_problem.low)
  when number_problem.value::numeric > number_problem.high then format('must be %s or less', number_problem.high)
end;
comment on function xp.number_problem(jsonb, numeric, numeric, boolean, boolean) is
  'What is wrong with a number of a policy document, null when nothing is: missing, not a number, not whole (3.0 is '
  'not, since no integer is read from it), of more than 20 decimals (no float holds them), not above low (or below '
  'it), over high. [helper]';
revoke all on function xp.number_problem(jsonb, numeric, numeric, boolean, boolean) from public;
commit;
