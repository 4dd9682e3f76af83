-- Deploy gamekeeper:slots/learning/policy_problem to pg
-- requires: core/callers/is_service slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.policy_problem(action jsonb)
returns text
language plpgsql
stable
parallel safe
as $$
declare
  _policy constant jsonb := policy_problem.action -> 'policy';
begin
  return case
    when not core.is_service() then 'only the service says which policy chose it'
    when jsonb_typeof(_policy) is distinct from 'object' or _policy - array['name', 'version'] <> '{}'
      or jsonb_typeof(_policy -> 'name') is distinct from 'string' or jsonb_typeof(_policy -> 'version') is distinct from 'string'
      then 'policy must be {"name": text, "version": text}'
    when _policy ->> 'name' !~ '^[[:graph:]]{1,80}$' or _policy ->> 'version' !~ '^[[:graph:]]{1,80}$' or _policy ->> 'name' ~ '@'
      then 'name and version of a policy are 1 to 80 characters without blanks, the name without @'
    when policy_problem.action ? 'probability' and jsonb_typeof(policy_problem.action -> 'probability') <> 'number'
      then 'probability must be a number'
    when (policy_problem.action -> 'probability')::numeric not between 1e-12 and 1 then 'probability must be above 0, at most 1'
  end;
end
$$;
comment on function slots.policy_problem(jsonb) is
  'What is wrong with an action''s "policy" and "probability", of which it has one at least; null where nothing is. [helper]';
revoke all on function slots.policy_problem(jsonb) from public;
commit;
