-- Deploy gamekeeper:slots/datasets/rl_create_policy to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_operator core/callers/user_id core/records/note_request slots/datasets/rl_policies slots/datasets/check_rl_target
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_create_policy(name text, actions jsonb, idempotency_key text default null)
returns slots.rl_policies
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  -- A stake as slots.rl_action_name writes it. What slots.act takes where a bet is pending, and where none is.
  _stake constant text := '(?!0$)(0|[1-9][0-9]{0,15})([.][0-9]{0,3}[1-9])?';
  _pending constant text := format('^(CashOut|Spin([+]%s)?)$', _stake);
  _free constant text := format('^(PlaceBet|Spin):%s$', _stake);
  _wrong text;
  _made slots.rl_policies;
  _noted text;
begin
  perform core.require_operator();
  if coalesce(rl_create_policy.name, '') !~ '^[a-z0-9][a-z0-9_-]{0,79}$' then
    perform core.raise('INVALID_INPUT', '{"field": "name", "problem": "must be 1 to 80 of a-z, 0-9, _ and -, and begin with none of the last two"}');
  end if;
  perform slots.check_rl_target(rl_create_policy.actions);
  select min(s.name || ' ' || left(a.name, 80)) into _wrong
  from jsonb_each(rl_create_policy.actions) as s (name, actions)
  cross join lateral jsonb_object_keys(s.actions) as a (name)
  where not case s.name
    when 'Playing' then a.name ~ _pending
    when 'Evaluating' then a.name = 'CashOut' or a.name ~ _free
    else a.name ~ _free
  end;
  if _wrong is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'actions', 'problem', 'has an action that no session takes in that state, or by another name than its own', 'action', _wrong
    ));
  end if;

  insert into slots.rl_policy_names as n (name, versions)
  values (rl_create_policy.name, 0)
  on conflict on constraint rl_policy_names_pkey do update set versions = n.versions
  returning n.name, n.versions into strict _made.name, _made.version;
  _made.policy := format('%s@%s', _made.name, _made.version);
  _noted := core.note_request(
    'slots.rl_create_policy', rl_create_policy.idempotency_key, jsonb_build_array(rl_create_policy.name, rl_create_policy.actions), _made.policy
  );
  if _noted is not null then
    select * into strict _made from slots.rl_policies as p where p.policy = _noted;
    return _made;
  end if;

  _made.actions := rl_create_policy.actions;
  _made.created_at := core.wall_clock();
  _made.created_by := core.user_id();
  insert into slots.rl_policies values (_made.*);
  update slots.rl_policy_names as n set versions = n.versions + 1 where n.name = _made.name;
  return _made;
end
$$;
comment on function slots.rl_create_policy(text, jsonb, text) is
  'For operators: keeps a policy as name@0, or as the next version of that name, to evaluate (slots.rl_evaluate) and to play by '
  '(slots.rl_choose). actions: {state: {action: probability}} for Initialized, Playing and Evaluating, each an action that a session '
  'takes there. Sent again without a key it makes the next version, so call it as select * from slots.rl_create_policy(...), never once for each column. Raises: FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT. [operator] [repeat: key]';
revoke all on function slots.rl_create_policy(text, jsonb, text) from public;
grant execute on function slots.rl_create_policy(text, jsonb, text) to authenticated, service_role;
commit;
