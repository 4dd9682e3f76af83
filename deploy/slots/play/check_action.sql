-- Deploy gamekeeper:slots/play/check_action to pg
-- requires: core/errors/raise slots/sessions/sessions slots/play/player_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_action(session slots.sessions, action slots.player_action)
returns numeric
language plpgsql
stable
as $$
declare
  _max_bet numeric := (check_action.session.player_profile -> 'maxBet')::numeric;
  _expected constant text[] := case
    when check_action.action.type = 'CashOut' then array['Playing', 'Evaluating']
    else array['Initialized', 'Probing', 'Playing', 'Evaluating']
  end;
begin
  if check_action.session.state::text <> all (_expected) then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', check_action.session.state, 'expected', _expected));
  end if;
  if check_action.action.amount is not null and check_action.session.pending_bet is not null then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', check_action.session.state, 'expected', array_remove(_expected, 'Playing'), 'problem', 'a bet is placed already'
    ));
  end if;
  if check_action.action.type = 'Spin' and check_action.action.amount is null and check_action.session.pending_bet is null then
    perform core.raise('BET_REQUIRED', jsonb_build_object('state', check_action.session.state));
  end if;
  if check_action.action.amount > _max_bet then
    perform core.raise('BET_LIMIT_EXCEEDED', jsonb_build_object('maxBet', _max_bet, 'asked', check_action.action.amount));
  end if;
  return coalesce(check_action.action.amount, check_action.session.pending_bet, 0);
end
$$;
comment on function slots.check_action(slots.sessions, slots.player_action) is
  'Checks that the session may take the action now and returns the stake it is about: the new bet, else the pending one, else 0. A bet may be placed in Initialized, Probing, Playing and Evaluating, one at a time; cashing out needs Playing or Evaluating. Raises: STATE_ERROR, BET_REQUIRED, BET_LIMIT_EXCEEDED. [helper]';
revoke all on function slots.check_action(slots.sessions, slots.player_action) from public;
commit;
