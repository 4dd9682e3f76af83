-- Deploy gamekeeper:slots/training/simulate_steps to pg
-- requires: core/errors/raise core/callers/require_service slots/checks/money_problem slots/fairness/draw_stops slots/games/spin slots/games/evaluate_stops slots/games/game_programs slots/learning/reward
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The key is public and no session's: a simulation is made to be repeated. Seed and step stand where a session has its client
-- seed and nonce, so the draws are as fair, and one call computes the key's blocks for all of them.
create function slots.simulate_steps(
  game_id uuid, seeds bigint[], steps bigint[], pending_bets numeric[], actions text[], amounts numeric[]
)
returns table (
  reward double precision, balance_change double precision, pending_bet double precision, spins bigint, terminated boolean, problem text
)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _inner_block constant bytea := sha256('gamekeeper simulation, inside');
  _outer_block constant bytea := sha256('gamekeeper simulation, outside');
  _many constant integer := cardinality(simulate_steps.seeds);
  _program slots.compiled_game;
  _pending numeric;
  _amount numeric;
  _payout numeric;
  _can_end boolean;
begin
  perform core.require_service();
  if _many is null or _many not between 1 and 10000 or cardinality(simulate_steps.steps) is distinct from _many
    or cardinality(simulate_steps.pending_bets) is distinct from _many or cardinality(simulate_steps.actions) is distinct from _many
    or cardinality(simulate_steps.amounts) is distinct from _many or array_ndims(simulate_steps.seeds) > 1
  then
    perform core.raise('INVALID_INPUT', '{"field": "seeds", "problem": "all arguments must be arrays of one length, 1 to 10000"}');
  end if;
  _program := (select p.program from slots.game_programs as p where p.game_id = simulate_steps.game_id);
  if _program is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', simulate_steps.game_id));
  end if;

  for _at in 1 .. _many loop
    spins := coalesce(simulate_steps.steps[_at], 0);
    _pending := coalesce(simulate_steps.pending_bets[_at], 0);
    _amount := coalesce(simulate_steps.amounts[_at], 0);
    _can_end := _pending > 0 or simulate_steps.spins > 0;
    _payout := 0;
    terminated := false;
    problem := case
      when simulate_steps.seeds[_at] is null or simulate_steps.spins < 0 or _pending < 0 then 'INVALID_INPUT'
      when coalesce(simulate_steps.actions[_at], '') <> all (array['PlaceBet', 'Spin', 'CashOut']) then 'INVALID_INPUT'
      when _amount <> 0 and simulate_steps.actions[_at] <> 'CashOut' and slots.money_problem(_amount, false) is not null then 'INVALID_INPUT'
      when simulate_steps.actions[_at] = 'PlaceBet' and _pending > 0 then 'BET_PLACED'
      when simulate_steps.actions[_at] = 'PlaceBet' and _amount = 0 then 'INVALID_INPUT'
      when simulate_steps.actions[_at] = 'Spin' and _pending = 0 then 'BET_REQUIRED'
      when simulate_steps.actions[_at] = 'CashOut' and not _can_end then 'STATE_ERROR'
    end;
    if simulate_steps.problem is not null then
      reward := 0;
      balance_change := 0;
      pending_bet := _pending::double precision;
      return next;
      continue;
    end if;
    if simulate_steps.actions[_at] <> 'PlaceBet' and _pending > 0 then
      _payout := trunc(_pending * (slots.evaluate_stops(_program, slots.draw_stops(
        _inner_block, _outer_block, simulate_steps.seeds[_at]::text, simulate_steps.spins, _program.reel_lengths
      ))).multiplier, 4);
      reward := slots.reward(_payout, _pending, 0, 0, false)::double precision;
      spins := simulate_steps.spins + 1;
    else
      reward := 0;
    end if;
    terminated := simulate_steps.actions[_at] = 'CashOut';
    _pending := case when simulate_steps.terminated then 0 else _amount end;
    balance_change := (_payout - _pending)::double precision;
    pending_bet := _pending::double precision;
    return next;
  end loop;
end
$$;
comment on function slots.simulate_steps(uuid, bigint[], bigint[], numeric[], text[], numeric[]) is
  'Service: one step in each of up to 10000 simulated episodes, which move no money and write nothing. An episode is a seed, the '
  'spins played in it (steps) and its pending bet; an action is PlaceBet, Spin or CashOut, and the stake that it places, 0 for none. '
  'The same arguments give the same rows, in their order: reward, what the episode won or lost by the step, pending bet and spins after it. '
  'What slots.act would refuse changes nothing and has the code of the refusal as problem. CashOut plays the pending bet '
  'first. Without a fee. Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [service]';
revoke all on function slots.simulate_steps(uuid, bigint[], bigint[], numeric[], text[], numeric[]) from public;
grant execute on function slots.simulate_steps(uuid, bigint[], bigint[], numeric[], text[], numeric[]) to service_role;
commit;
