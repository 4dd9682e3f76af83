-- Deploy gamekeeper:slots/training/simulate_action to pg
-- requires: slots/fairness/draw_stops slots/games/spin slots/games/evaluate_stops slots/games/bet_refusal slots/sessions/action_refusal slots/learning/observation slots/learning/reward slots/play/player_action slots/training/simulation slots/training/simulated_turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Asks what slots.take_action asks, in its order, by the same rules.
create function slots.simulate_action(simulation slots.simulation, turn slots.simulated_turn, action slots.player_action)
returns slots.simulated_turn
language plpgsql
stable
as $$
declare
  _rules constant slots.simulation := simulate_action.simulation;
  _before constant slots.simulated_turn := simulate_action.turn;
  _action constant slots.player_action := simulate_action.action;
  _stake constant numeric := coalesce(_action.amount, _action.next_amount);
  _cost constant numeric := coalesce(_stake + _rules.fee, 0);
  _played constant numeric := coalesce(_before.pending_bet, _action.amount);
  _turn slots.simulated_turn := _before;
  _spin slots.spin;
  _payout numeric := 0::numeric;
  _funds numeric := _before.balance;
  _problem text := coalesce(
    slots.action_refusal(
      _action.type, _action.amount is not null,
      slots.observation(_before.is_over, null, _before.pending_bet, _before.spins) ->> 'state', _before.pending_bet is not null
    ),
    slots.bet_refusal(_stake, _rules.min_bet, _rules.bet_step, _rules.max_bet)
  );
begin
  if _problem is null and _action.type = 'Spin' then
    _spin := slots.evaluate_stops(_rules.program, slots.draw_stops(
      _rules.inner_block, _rules.outer_block, _before.seed, _before.spins, (_rules.program).reel_lengths
    ));
    _payout := trunc(_played * _spin.multiplier, 4);
  end if;
  -- a next bet may be paid by the spin before it, a bet that is drawn at once may not
  if _action.next_amount is not null then
    _funds := _funds + _payout;
  end if;
  if _problem is null and _cost > _funds then
    _problem := 'INSUFFICIENT_FUNDS';
  end if;
  _turn.problem := _problem;
  _turn.spin := null;
  _turn.payout := 0;
  _turn.reward := 0;
  if _problem is not null then
    return _turn;
  end if;
  if _action.type = 'Spin' then
    _turn.spin := _spin;
    _turn.payout := _payout;
    _turn.reward := slots.reward(_payout, _played, _rules.fee, 0, false);
    _turn.spins := _before.spins + 1;
  end if;
  _turn.pending_bet := case _action.type when 'PlaceBet' then _action.amount else _action.next_amount end;
  _turn.balance_change := _before.balance_change + _payout - _cost;
  _turn.balance := _before.balance + _payout - _cost;
  _turn.is_over := _action.type = 'CashOut';
  return _turn;
end
$$;
comment on function slots.simulate_action(slots.simulation, slots.simulated_turn, slots.player_action) is
  'The episode with one action, if slots.act would take it. CashOut expects that its pending bet was played before. Moves no money and '
  'writes nothing. [helper]';
revoke all on function slots.simulate_action(slots.simulation, slots.simulated_turn, slots.player_action) from public;
commit;
