-- Deploy gamekeeper:xp/policies/guard_rule to pg
-- requires: xp/policies/xp_rules xp/errors core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.guard_rule()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _missing integer;
begin
  if tg_op = 'TRUNCATE' then
    perform core.raise('RULE_IMMUTABLE', '{"policyKey": null, "version": null}');
  end if;
  if tg_op <> 'INSERT' then
    if old.activated_at is not null and (
      tg_op = 'DELETE'
      or (new.policy_key, new.version, new.definition, new.created_by, new.created_at, new.activated_at)
        is distinct from (old.policy_key, old.version, old.definition, old.created_by, old.created_at, old.activated_at)
    ) then
      perform core.raise('RULE_IMMUTABLE', jsonb_build_object('policyKey', old.policy_key, 'version', old.version));
    end if;
    if tg_op = 'DELETE' then
      return old;
    end if;
  end if;
  select (o.item ->> 'version')::integer
  into _missing
  from xp.array_items(new.definition -> 'segmentOverrides') as o
  where not exists (
    select from xp.xp_rules as r
    where r.policy_key = new.policy_key and r.version = (o.item ->> 'version')::numeric
  )
  limit 1;
  if found then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'segmentOverrides', 'problem', format('names version %s, which does not exist', _missing)
    ));
  end if;
  return new;
end
$$;
comment on function xp.guard_rule() is
  'BEFORE INSERT, UPDATE or DELETE row trigger and BEFORE TRUNCATE trigger of xp.xp_rules: an activated version may '
  'only be switched on and off, and segmentOverrides name versions of the same key that exist. Binds every role, the '
  'owner included. Raises: RULE_IMMUTABLE, INVALID_INPUT. [helper]';
revoke all on function xp.guard_rule() from public;
create trigger guard_rule before insert or update or delete on xp.xp_rules for each row execute function xp.guard_rule();
comment on trigger guard_rule on xp.xp_rules is 'An activated version is immutable.';
create trigger guard_rule_truncate before truncate on xp.xp_rules for each statement execute function xp.guard_rule();
comment on trigger guard_rule_truncate on xp.xp_rules is 'Policies that awards refer to are not thrown away.';
commit;
