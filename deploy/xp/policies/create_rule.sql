-- Deploy gamekeeper:xp/policies/create_rule to pg
-- requires: xp/policies/xp_rules xp/policies/guard_rule xp/policies/validate_definition core/callers/actor core/callers/require_operator core/records/note_request core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Numbers versions under a lock of the table that lets claims read: operators are few.
create function xp.create_rule(policy_key text, definition jsonb, idempotency_key text default null)
returns xp.xp_rules
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _problems jsonb;
  _version integer;
  _made_id text;
  _rule xp.xp_rules;
begin
  perform core.require_operator();
  if coalesce(create_rule.policy_key, '') in ('', 'GRANT') or length(create_rule.policy_key) > 100 then
    perform core.raise('INVALID_INPUT', '{"field": "policy_key", "problem": "must have from 1 to 100 characters and not be GRANT"}');
  end if;
  lock table xp.xp_rules in share row exclusive mode;
  _version := (select coalesce(max(r.version), 0) + 1 from xp.xp_rules as r where r.policy_key = create_rule.policy_key);
  _made_id := core.note_request(
    'xp.create_rule', create_rule.idempotency_key, jsonb_build_array(create_rule.policy_key, create_rule.definition),
    _version::text
  );
  if _made_id is not null then
    select r.* into _rule
    from xp.xp_rules as r
    where r.policy_key = create_rule.policy_key and r.version = _made_id::integer;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('policyKey', create_rule.policy_key, 'version', _made_id::integer));
    end if;
    return _rule;
  end if;
  select jsonb_agg(jsonb_build_object('path', v.path, 'message', v.message))
  into _problems
  from xp.validate_definition(create_rule.definition, create_rule.policy_key) as v;
  if _problems is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'definition', 'problems', _problems));
  end if;
  insert into xp.xp_rules (policy_key, version, definition, created_by)
  values (
    create_rule.policy_key,
    _version,
    create_rule.definition,
    core.actor()
  )
  returning * into _rule;
  return _rule;
end
$$;
comment on function xp.create_rule(text, jsonb, text) is
  'For operators: stores a policy as the next version of its key, a draft; when it is invalid, the error lists every '
  'problem. The same idempotency_key again returns the version that it made. '
  'Call it as select * from xp.create_rule(...). Raises: FORBIDDEN, INVALID_INPUT, '
  'IDEMPOTENCY_CONFLICT, NOT_FOUND (the draft was deleted since). [operator] [repeat: key]';
revoke all on function xp.create_rule(text, jsonb, text) from public;
grant execute on function xp.create_rule(text, jsonb, text) to authenticated, service_role;
commit;
