-- Deploy gamekeeper:slots/play/check_action to pg
-- requires: core/errors/raise slots/sessions/sessions slots/play/player_action
begin;
set local role gamekeeper;
create function slots.check_action(session slots.sessions, action slots.player_action)
returns numeric
language plpgsql
stable
as $$
declare
  _max_bet numeric := (session.player_profile -> 'maxBet')::numeric;
  _problem text := case
    when session.state = 'Idle' then 'the session is not initialized'
    when session.state = 'Completed' then 'the session is completed'
    when action.type = 'CashOut' and session.state not in ('Playing', 'Evaluating') then 'nothing was played'
    when action.amount is not null and session.pending_bet is not null then 'a bet is placed already'
  end;
begin
  if _problem is not null then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', session.state, 'asked', action.type, 'problem', _problem));
  end if;
  if action.type = 'Spin' and action.amount is null and session.pending_bet is null then
    perform core.raise('BET_REQUIRED', jsonb_build_object('state', session.state));
  end if;
  if action.amount > _max_bet then
    perform core.raise('BET_LIMIT_EXCEEDED', jsonb_build_object('max_bet', _max_bet, 'asked', action.amount));
  end if;
  return coalesce(action.amount, session.pending_bet, 0);
end
$$;
comment on function slots.check_action(slots.sessions, slots.player_action) is
  'Checks that the session may take the action now and returns the stake it is about: the new bet, else the pending one, else 0. A bet may be placed in Initialized, Probing, Playing and Evaluating, one at a time; cashing out needs Playing or Evaluating. Raises: STATE_ERROR, BET_REQUIRED, BET_LIMIT_EXCEEDED.';
revoke all on function slots.check_action(slots.sessions, slots.player_action) from public;
commit;
