-- Deploy gamekeeper:slots/training/simulate_session to pg
-- requires: core/errors/raise core/callers/require_service slots/checks/check_text slots/checks/check_money slots/games/spin_document slots/learning/observation slots/play/player_action slots/play/parse_action slots/training/simulation slots/training/simulated_turn slots/training/begin_simulation slots/training/simulate_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.simulate_session(
  game_id uuid, seed text, actions jsonb, balance numeric default null, fee numeric default 0, server_seed bytea default null
)
returns table (
  action_no integer, event_index bigint, obs jsonb, action jsonb, result jsonb, reward double precision, next_obs jsonb, terminated boolean,
  nonce bigint, problem text
)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _most constant integer := 10000;
  _spin constant slots.player_action := row('Spin', null, null, '{"type": "Spin"}')::slots.player_action;
  _simulation slots.simulation;
  _turn slots.simulated_turn;
  _document jsonb;
  _action slots.player_action;
  _spins bigint;
  _played jsonb;
  _events bigint := 0::bigint;
begin
  perform core.require_service();
  perform slots.check_text('seed', simulate_session.seed, 200);
  if jsonb_typeof(simulate_session.actions) is distinct from 'array' or jsonb_array_length(simulate_session.actions) > _most then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'actions', 'problem', format('must be an array of at most %s actions', _most)));
  end if;
  perform slots.check_money('balance', coalesce(simulate_session.balance, 0), zero_allowed => true);
  _simulation := slots.begin_simulation(simulate_session.game_id, simulate_session.fee, simulate_session.server_seed);
  _turn := row(simulate_session.seed, 0, null, 0, simulate_session.balance, false, null, 0, 0, null)::slots.simulated_turn;
  next_obs := slots.observation(false, 0, null, 0);

  for _document, action_no in
    select a.document, a.place::integer
    from jsonb_array_elements(simulate_session.actions) with ordinality as a (document, place)
    order by a.place
  loop
    _action := slots.parse_action(_document);
    _played := null;
    foreach _action in array
      case when _action.type = 'CashOut' and _turn.pending_bet is not null then array[_spin, _action] else array[_action] end
    loop
      obs := simulate_session.next_obs;
      _spins := _turn.spins;
      _turn := slots.simulate_action(_simulation, _turn, _action);
      problem := _turn.problem;
      event_index := case when _turn.problem is null then _events + 1 end;
      _events := coalesce(simulate_session.event_index, _events);
      action := _action.document - '{policy,probability}'::text[];
      nonce := case when _turn.spin is not null then _spins end;
      result := case
        when _turn.problem is not null then null
        when _action.type = 'PlaceBet' then jsonb_build_object('stake', _action.amount)
        when _action.type = 'CashOut' then jsonb_strip_nulls(jsonb_build_object('spin', _played))
        else slots.spin_document(_turn.spin, _turn.payout)
          || jsonb_strip_nulls(jsonb_build_object('next', case when _action.next_amount is not null then jsonb_build_object('stake', _action.next_amount) end))
      end;
      _played := simulate_session.result;
      reward := _turn.reward::double precision;
      terminated := _turn.is_over;
      next_obs := slots.observation(_turn.is_over, _turn.balance_change, _turn.pending_bet, _turn.spins);
      return next;
    end loop;
  end loop;
end
$$;
comment on function slots.simulate_session(uuid, text, jsonb, numeric, numeric, bytea) is
  'Service: a whole session that moves no money and writes nothing: an array of up to 10000 actions as slots.act takes them, with a row for each step as '
  'slots.act would store it: event and experience (a CashOut''s pending bet is a step before it, with the same action_no). It is what becomes of a '
  'session of this server_seed whose client seed is the seed, from nonce 0, so a session whose seed was revealed can be played again, or otherwise. Without a '
  'server_seed, draws are made from one that everybody knows. What slots.act would refuse changes nothing and has the code of the refusal as problem, and no '
  'event_index; without a balance no bet is too much. What binds a person (limits, exclusions, a profile''s maxBet) is not asked, nor whether the '
  'game is withdrawn. fee: perSpinFee of the wallet; the game''s counts if it is greater. '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [service]';
revoke all on function slots.simulate_session(uuid, text, jsonb, numeric, numeric, bytea) from public;
grant execute on function slots.simulate_session(uuid, text, jsonb, numeric, numeric, bytea) to service_role;
commit;
