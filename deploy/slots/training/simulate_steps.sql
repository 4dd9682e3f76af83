-- Deploy gamekeeper:slots/training/simulate_steps to pg
-- requires: core/errors/raise core/callers/require_service slots/checks/money_problem slots/play/player_action slots/training/simulation slots/training/simulated_turn slots/training/begin_simulation slots/training/simulate_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.simulate_steps(
  game_id uuid, seeds text[], steps bigint[], pending_bets numeric[], actions text[], amounts numeric[],
  balances numeric[] default null, fee numeric default 0, server_seed bytea default null
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
  _many constant integer := cardinality(simulate_steps.seeds);
  _simulation slots.simulation;
  _row record;
  _problem text;
  _turn slots.simulated_turn;
  _reward numeric;
begin
  perform core.require_service();
  if _many is null or _many not between 1 and 10000 or cardinality(simulate_steps.steps) is distinct from _many
    or cardinality(simulate_steps.pending_bets) is distinct from _many or cardinality(simulate_steps.actions) is distinct from _many
    or cardinality(simulate_steps.amounts) is distinct from _many or cardinality(simulate_steps.balances) <> _many
  then
    _problem := 'all arrays must be of one length, 1 to 10000';
  elsif exists (
    select from unnest(simulate_steps.seeds, simulate_steps.steps, simulate_steps.pending_bets, simulate_steps.balances) as e (seed, spins, bet, balance)
    where not coalesce(length(e.seed) between 1 and 200 and e.spins >= 0, false)
      or coalesce(slots.money_problem(e.bet, true), slots.money_problem(coalesce(e.balance, 0), true)) is not null
  ) then
    _problem := 'an episode needs a seed of 1 to 200 characters, steps from 0, a pending bet or 0, and a balance or none';
  end if;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'seeds', 'problem', _problem));
  end if;
  _simulation := slots.begin_simulation(simulate_steps.game_id, simulate_steps.fee, simulate_steps.server_seed);

  for _row in
    select
      r.seed, r.spins, nullif(r.bet, 0) as bet, r.balance, r.type, nullif(r.amount, 0) as amount,
      coalesce(r.type <> all (array['PlaceBet', 'Spin', 'CashOut']), true)
      or slots.money_problem(r.amount, r.type <> 'PlaceBet') is not null as is_malformed
    from unnest(
      simulate_steps.seeds, simulate_steps.steps, simulate_steps.pending_bets, simulate_steps.balances, simulate_steps.actions,
      simulate_steps.amounts
    ) with ordinality as r (seed, spins, bet, balance, type, amount, place)
    order by r.place
  loop
    _turn := row(_row.seed, _row.spins, _row.bet, 0, _row.balance, false, null, 0, 0, null)::slots.simulated_turn;
    _reward := 0::numeric;
    if _row.is_malformed then
      _turn.problem := 'INVALID_INPUT';
    elsif _row.type = 'CashOut' then
      if _row.bet is not null then
        _turn := slots.simulate_action(_simulation, _turn, row('Spin', null, null, null)::slots.player_action);
        _reward := _turn.reward;
      end if;
      _turn := slots.simulate_action(_simulation, _turn, row('CashOut', null, null, null)::slots.player_action);
    else
      _turn := slots.simulate_action(_simulation, _turn, row(
        _row.type, case _row.type when 'PlaceBet' then _row.amount end, case _row.type when 'Spin' then _row.amount end, null
      )::slots.player_action);
    end if;
    reward := (_reward + _turn.reward)::double precision;
    balance_change := _turn.balance_change::double precision;
    pending_bet := coalesce(_turn.pending_bet, 0)::double precision;
    spins := _turn.spins;
    terminated := _turn.is_over;
    problem := _turn.problem;
    return next;
  end loop;
end
$$;
comment on function slots.simulate_steps(uuid, text[], bigint[], numeric[], text[], numeric[], numeric[], numeric, bytea) is
  'Service: one step in each of up to 10000 simulated episodes, which move no money and write nothing. An episode is its seed, the '
  'spins played in it (steps), its pending bet or 0, and perhaps a balance that bounds its bets; an action is PlaceBet, Spin or CashOut, and the stake that it '
  'places, 0 for none. Rows come in their order: reward, what the episode won or lost by the step, pending bet and spins after it: what slots.act gives in a '
  'session of this server_seed with the seed as client seed and the steps as nonce. Without a server_seed, draws are made from one that everybody knows. What '
  'slots.act would refuse changes nothing and has the code of the refusal as problem; what binds a person (limits, exclusions, a profile''s '
  'maxBet) is not asked, nor whether the game is withdrawn. CashOut plays the pending bet first. fee: perSpinFee of the wallet; the game''s counts if it is greater. '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [service]';
revoke all on function slots.simulate_steps(uuid, text[], bigint[], numeric[], text[], numeric[], numeric[], numeric, bytea) from public;
grant execute on function slots.simulate_steps(uuid, text[], bigint[], numeric[], text[], numeric[], numeric[], numeric, bytea) to service_role;
commit;
