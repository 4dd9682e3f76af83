-- Deploy gamekeeper:sparc/dice/judge_roll to pg
-- requires: sparc/dice/roll_outcome
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Each outcome has its type, because a cast of the whole would be no immutable expression, which the planner inlines.
create function sparc.judge_roll(results integer[], modified_total integer, difficulty integer)
returns sparc.roll_outcome
language sql
immutable
parallel safe
return case
  when num_nulls(judge_roll.results, judge_roll.modified_total, judge_roll.difficulty) > 0 then null
  when 6 = all (judge_roll.results) then 'critical_success'::sparc.roll_outcome
  when 1 = all (judge_roll.results) then 'critical_failure'::sparc.roll_outcome
  when judge_roll.modified_total >= judge_roll.difficulty then 'success'::sparc.roll_outcome
  else 'failure'::sparc.roll_outcome
end;
comment on function sparc.judge_roll(integer[], integer, integer) is
  'All sixes: critical success, whatever the total; all ones: critical failure; else success at modified_total >= '
  'difficulty. [client]';
revoke all on function sparc.judge_roll(integer[], integer, integer) from public;
grant execute on function sparc.judge_roll(integer[], integer, integer) to authenticated, service_role;
commit;
