-- Deploy gamekeeper:xp/policies/create_rule to pg
-- requires: xp/policies/xp_rules xp/policies/guard_rule xp/policies/validate_definition core/callers/require_operator core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Numbers versions under a lock of the table that lets claims read: operators are few.
create function xp.create_rule(policy_key text, definition jsonb)
returns xp.xp_rules
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _problems jsonb;
  _rule xp.xp_rules;
begin
  perform core.require_operator();
  if coalesce(create_rule.policy_key, '') in ('', 'GRANT') or length(create_rule.policy_key) > 100 then
    perform core.raise('INVALID_INPUT', '{"field": "policy_key", "problem": "must have from 1 to 100 characters and not be GRANT"}');
  end if;
  lock table xp.xp_rules in share row exclusive mode;
  select jsonb_agg(jsonb_build_object('path', v.path, 'message', v.message))
  into _problems
  from xp.validate_definition(create_rule.definition, create_rule.policy_key) as v;
  if _problems is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'definition', 'problems', _problems));
  end if;
  insert into xp.xp_rules (policy_key, version, definition, created_by)
  values (
    create_rule.policy_key,
    (select coalesce(max(r.version), 0) + 1 from xp.xp_rules as r where r.policy_key = create_rule.policy_key),
    create_rule.definition,
    coalesce(auth.uid()::text, 'service_role')
  )
  returning * into _rule;
  return _rule;
end
$$;
comment on function xp.create_rule(text, jsonb) is
  'For operators: stores a policy as the next version of its key, a draft; when it is invalid, the error lists every problem. Raises: FORBIDDEN, INVALID_INPUT. [operator]';
revoke all on function xp.create_rule(text, jsonb) from public;
grant execute on function xp.create_rule(text, jsonb) to authenticated, service_role;
commit;
