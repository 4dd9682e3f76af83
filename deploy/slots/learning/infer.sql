-- Deploy gamekeeper:slots/learning/infer to pg
-- requires: core/errors/raise slots/sessions/game_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.infer(observation jsonb, epsilon double precision default 0, seed bigint default 0)
returns jsonb
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
declare
  _state text := case when jsonb_typeof(infer.observation) = 'object' then infer.observation ->> 'state' end;
  _accepted jsonb[];
  _digest bytea;
  _chance double precision;
  _choice integer := 1;
begin
  if _state is null or _state <> all (enum_range(null::slots.game_state)::text[]) then
    perform core.raise('INVALID_INPUT', '{"field": "observation", "problem": "must be an object whose state is a state of a session"}');
  end if;
  if coalesce(infer.observation ->> 'pendingBet', '0') !~ '^[0-9]{1,16}([.][0-9]{1,20})?$' then
    perform core.raise('INVALID_INPUT', '{"field": "observation.pendingBet", "problem": "must be an amount"}');
  end if;
  if infer.epsilon is null or not infer.epsilon between 0 and 1 then
    perform core.raise('INVALID_INPUT', '{"field": "epsilon", "problem": "must be 0 to 1"}');
  end if;
  if infer.seed is null then
    perform core.raise('INVALID_INPUT', '{"field": "seed", "problem": "is missing"}');
  end if;

  _accepted := case
    when _state in ('Idle', 'Completed') then array[]::jsonb[]
    when (infer.observation ->> 'pendingBet')::numeric > 0
      then array['{"type": "Spin"}', '{"type": "Spin", "next": {"amount": 1}}', '{"type": "CashOut"}']::jsonb[]
    when _state in ('Initialized', 'Probing') then array['{"type": "PlaceBet", "amount": 1}']::jsonb[]
    else array['{"type": "PlaceBet", "amount": 1}', '{"type": "CashOut"}']::jsonb[]
  end;
  if cardinality(_accepted) = 0 then
    return null;
  end if;
  _digest := sha256(convert_to(infer.seed || ':' || infer.observation::text, 'UTF8'));
  _chance := (('x' || encode(substring(_digest from 1 for 6), 'hex'))::bit(48)::bigint) / 281474976710656::double precision;
  if _chance < infer.epsilon then
    _choice := 1 + (('x' || encode(substring(_digest from 7 for 6), 'hex'))::bit(48)::bigint % cardinality(_accepted))::integer;
  end if;
  return _accepted[_choice] || jsonb_build_object(
    'policy', jsonb_build_object('name', 'baseline', 'version', '2-' || infer.epsilon),
    'probability', infer.epsilon / cardinality(_accepted) + case _choice when 1 then 1 - infer.epsilon else 0 end
  );
end
$$;
comment on function slots.infer(jsonb, double precision, bigint) is
  'The baseline policy, which answers only what slots.act accepts then: where a bet is pending a Spin, otherwise PlaceBet of 1, '
  'null in Idle and Completed. With probability epsilon a uniformly random one of what is accepted instead: Spin, Spin with '
  'a next bet of 1 and CashOut where a bet is pending, otherwise PlaceBet and, once something was played, CashOut. The answer holds '
  '"policy" and "probability", which the service passes on and a client leaves out. The same observation and seed '
  'give the same action. Raises: INVALID_INPUT. [client]';
revoke all on function slots.infer(jsonb, double precision, bigint) from public;
grant execute on function slots.infer(jsonb, double precision, bigint) to anon, authenticated, service_role;
commit;
