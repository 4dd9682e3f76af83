-- Deploy gamekeeper:slots/datasets/rl_choose to pg
-- requires: core/errors/raise core/callers/require_service slots/sessions/game_state slots/datasets/find_rl_policy
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The states of a policy are those of slots.observation; Probing is a state of sessions in which nothing was played either.
create function slots.rl_choose(policy text, observation jsonb, seed bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _policy slots.rl_policies;
  _said text := case when jsonb_typeof(rl_choose.observation) = 'object' then rl_choose.observation ->> 'state' end;
  _chance double precision;
  _name text;
  _probability double precision;
  _stakes text[];
begin
  perform core.require_service();
  _policy := slots.find_rl_policy(rl_choose.policy);
  if _said is null or _said <> all (enum_range(null::slots.game_state)::text[]) then
    perform core.raise('INVALID_INPUT', '{"field": "observation", "problem": "must be an object whose state is a state of a session"}');
  end if;
  if coalesce(rl_choose.observation ->> 'pendingBet', '0') !~ '^[0-9]{1,16}([.][0-9]{1,20})?$' then
    perform core.raise('INVALID_INPUT', '{"field": "observation.pendingBet", "problem": "must be an amount"}');
  end if;
  if rl_choose.seed is null then
    perform core.raise('INVALID_INPUT', '{"field": "seed", "problem": "is missing"}');
  end if;
  if _said in ('Idle', 'Completed') then
    return null;
  end if;

  _chance := (
    'x' || encode(substring(sha256(convert_to(rl_choose.seed || ':' || rl_choose.observation::text, 'UTF8')) from 1 for 6), 'hex')
  )::bit(48)::bigint / 281474976710656::double precision;
  select c.name, c.probability into strict _name, _probability
  from (
    select a.name, (a.probability)::double precision as probability, sum((a.probability)::numeric) over (order by a.name) as upto
    from jsonb_each(_policy.actions -> case
      when (rl_choose.observation ->> 'pendingBet')::numeric > 0 then 'Playing'
      when _said in ('Initialized', 'Probing') then 'Initialized'
      else 'Evaluating'
    end) as a (name, probability)
    where (a.probability)::numeric > 0
  ) as c
  -- the last one where rounding leaves the sum under 1
  order by c.upto <= _chance, case when c.upto <= _chance then -c.upto else c.upto end
  limit 1;
  _stakes := regexp_match(_name, '^[A-Za-z]+(?::([0-9.]+))?(?:[+]([0-9.]+))?$');
  return jsonb_strip_nulls(jsonb_build_object(
    'type', substring(_name from '^[A-Za-z]+'),
    'amount', (_stakes[1])::numeric,
    'next', case when _stakes[2] is not null then jsonb_build_object('amount', (_stakes[2])::numeric) end,
    'policy', jsonb_build_object('name', _policy.name, 'version', _policy.version::text),
    'probability', _probability
  ));
end
$$;
comment on function slots.rl_choose(text, jsonb, bigint) is
  'Service: what a policy of slots.rl_create_policy does where this is seen, as slots.act takes it, with "policy" and "probability"; '
  'null in Idle and Completed. policy: name@version, or a name for its newest version. The same policy, observation and seed give '
  'the same action. Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT. [service]';
revoke all on function slots.rl_choose(text, jsonb, bigint) from public;
grant execute on function slots.rl_choose(text, jsonb, bigint) to service_role;
commit;
