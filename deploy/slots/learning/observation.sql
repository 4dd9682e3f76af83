-- Deploy gamekeeper:slots/learning/observation to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A body of its own: an act asks it twice, and a call costs less than to set the expression up again.
-- Nothing that is not a step of the episode changes any of it: neither what else moves the wallet nor a step of the state
-- machine by hand. So the observation after a step is the one before the next.
create function slots.observation(is_over boolean, balance_change numeric, pending_bet numeric, spins bigint)
returns jsonb
language plpgsql
stable
parallel safe
as $$
begin
  return jsonb_build_object(
    'state', case
      when observation.is_over then 'Completed'
      when observation.pending_bet > 0 then 'Playing'
      when observation.spins > 0 then 'Evaluating'
      else 'Initialized'
    end,
    'balanceChange', observation.balance_change,
    'pendingBet', coalesce(observation.pending_bet, 0),
    'spins', observation.spins
  );
end
$$;
comment on function slots.observation(boolean, numeric, numeric, bigint) is
  'What an agent sees of an episode, as rl_store.state holds it: {"state", "balanceChange" (payouts less stakes and fees of '
  'this session), "pendingBet", "spins"}. state is what these tell: Initialized before the first bet, Playing with a '
  'placed one, Evaluating without, Completed. [helper]';
revoke all on function slots.observation(boolean, numeric, numeric, bigint) from public;
commit;
