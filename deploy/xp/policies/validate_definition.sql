-- Deploy gamekeeper:xp/policies/validate_definition to pg
-- requires: xp/policies/definition_problems xp/policies/xp_rules xp/policies/array_items
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.validate_definition(definition jsonb, policy_key text default null)
returns table (path text, message text)
language sql
stable
security definer
parallel safe
set search_path = pg_temp
as $$
  select p.path, p.message
  from xp.definition_problems(validate_definition.definition) as p
  union all
  select format('segmentOverrides[%s].version', o.index), 'names no existing version'
  from xp.array_items(validate_definition.definition -> 'segmentOverrides') as o
  where case jsonb_typeof(validate_definition.definition -> 'segmentOverrides')
      when 'array' then jsonb_array_length(validate_definition.definition -> 'segmentOverrides') <= 1000
    end
    and xp.number_problem(o.item -> 'version', 1, 1000000000, whole => true) is null
    and not exists (
      select from xp.xp_rules as r
      where r.version = (o.item ->> 'version')::numeric
        and r.policy_key = coalesce(validate_definition.policy_key, r.policy_key)
    )
$$;
comment on function xp.validate_definition(jsonb, text) is
  'Every problem of a policy document as a row (path, message); none when it is valid. Overrides must name an '
  'existing version of policy_key, of any policy when it is not given. docs/xp.md, "Writing a policy". [client]';
revoke all on function xp.validate_definition(jsonb, text) from public;
grant execute on function xp.validate_definition(jsonb, text) to authenticated, service_role;
commit;
