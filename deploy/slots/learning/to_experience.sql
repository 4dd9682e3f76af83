-- Deploy gamekeeper:slots/learning/to_experience to pg
-- requires: slots/learning/experience slots/learning/rl_store
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.to_experience(step slots.rl_store, is_last boolean default false)
returns slots.experience
language sql
stable
parallel safe
return row(
  to_experience.step.state, to_experience.step.action, to_experience.step.reward, to_experience.step.next_state,
  to_experience.step.done and to_experience.step.truncated is not true,
  to_experience.step.truncated is true or (not to_experience.step.done and to_experience.is_last),
  jsonb_build_object(
    'session_id', to_experience.step.session_id, 'event_index', to_experience.step.event_index, 'balance', to_experience.step.balance
  ),
  to_experience.step.session_id, to_experience.step.event_index, to_experience.step.game_id, to_experience.step.policy,
  to_experience.step.probability, to_experience.step.created_at, to_experience.step._v,
  to_experience.step.state ->> 'state', (to_experience.step.state -> 'balanceChange')::double precision,
  (to_experience.step.state -> 'pendingBet')::double precision, (to_experience.step.state -> 'spins')::bigint,
  to_experience.step.action ->> 'type', (to_experience.step.action -> 'amount')::double precision,
  (to_experience.step.action #> '{next,amount}')::double precision,
  to_experience.step.next_state ->> 'state', (to_experience.step.next_state -> 'balanceChange')::double precision,
  (to_experience.step.next_state -> 'pendingBet')::double precision, (to_experience.step.next_state -> 'spins')::bigint
)::slots.experience;
comment on function slots.to_experience(slots.rl_store, boolean) is
  'A stored step as an experience, whatever its form: what it lacks is null. is_last: whether the reader takes it for the '
  'last of its episode, which then is truncated unless it is over. [helper]';
revoke all on function slots.to_experience(slots.rl_store, boolean) from public;
commit;
