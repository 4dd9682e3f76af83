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
  _actions text[] := array['PlaceBet', 'Spin', 'CashOut'];
  _state text := case when jsonb_typeof(infer.observation) = 'object' then infer.observation ->> 'state' end;
  _digest bytea;
  _chance double precision;
begin
  if _state is null or _state <> all (enum_range(null::slots.game_state)::text[]) then
    perform core.raise('INVALID_INPUT', '{"field": "observation", "problem": "must be an object whose state is a state of a session"}');
  end if;
  if infer.epsilon is null or not infer.epsilon between 0 and 1 then
    perform core.raise('INVALID_INPUT', '{"field": "epsilon", "problem": "must be 0 to 1"}');
  end if;
  if infer.seed is null then
    perform core.raise('INVALID_INPUT', '{"field": "seed", "problem": "is missing"}');
  end if;

  _digest := sha256(convert_to(infer.seed || ':' || infer.observation::text, 'UTF8'));
  _chance := (('x' || encode(substring(_digest from 1 for 6), 'hex'))::bit(48)::bigint) / 281474976710656::double precision;
  return jsonb_build_object('type', case
    when _chance < infer.epsilon
      then _actions[1 + ('x' || encode(substring(_digest from 7 for 6), 'hex'))::bit(48)::bigint % 3]
    when _state in ('Idle', 'Initialized') then 'PlaceBet'
    when _state = 'Completed' then 'CashOut'
    else 'Spin'
  end);
end
$$;
comment on function slots.infer(jsonb, double precision, bigint) is
  'The baseline policy: {"type": "PlaceBet"} in Idle and Initialized, Spin in Probing, Playing and Evaluating, '
  'CashOut in Completed; with probability epsilon a uniformly random action instead. The same observation and seed '
  'give the same action. The stake is the agent''s to add. Raises: INVALID_INPUT. [client]';
revoke all on function slots.infer(jsonb, double precision, bigint) from public;
grant execute on function slots.infer(jsonb, double precision, bigint) to anon, authenticated, service_role;
commit;
