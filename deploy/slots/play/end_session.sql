-- Deploy gamekeeper:slots/play/end_session to pg
-- requires: slots/fairness/seed_session slots/limits/accounts slots/limits/count_bet slots/wallets/wallets slots/sessions/sessions slots/play/player_action slots/play/act_result slots/play/play_spin slots/play/record_step
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller holds the locks of the account, of the session and of its wallet, passes all as it read them (null where the
-- session has no wallet), and has asked core.is_settled.
create function slots.end_session(
  session slots.sessions, wallet slots.wallets, account slots.accounts, at timestamptz, by text default null
)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _before slots.sessions := end_session.session;
  _after slots.sessions;
  _balance numeric := end_session.wallet.balance;
  _spin slots.act_result;
begin
  -- what nobody played yet goes the way of the state machine too
  if _before.state = 'Idle' then
    _before := slots.seed_session(_before.session_id, _before.client_seed);
  end if;
  if _before.state in ('Initialized', 'Probing') then
    update slots.sessions as s set state = 'Playing' where s.session_id = _before.session_id returning * into _before;
  end if;
  if _before.pending_bet is not null then
    _spin := slots.play_spin(
      _before, end_session.wallet, end_session.account, row('Spin', null, null, '{"type": "Spin"}'::jsonb)::slots.player_action, 0, null,
      end_session.at
    );
    _balance := _spin.balance;
    select * into _before from slots.sessions as s where s.session_id = end_session.session.session_id;
  elsif end_session.account.owner_id is not null then
    perform slots.count_bet(end_session.account, 0, 0, 0, end_session.at);
  end if;
  _after := _before;
  _after.state := 'Completed';
  return slots.record_step(
    _before, _after, _balance, '{"type": "CashOut"}'::jsonb,
    jsonb_strip_nulls(jsonb_build_object('spin', _spin.result, 'by', end_session.by)), 0, null, end_session.at
  );
end
$$;
comment on function slots.end_session(slots.sessions, slots.wallets, slots.accounts, timestamptz, text) is
  'Completes a session, whoever ends it and whatever state it is in: plays the pending bet as a Spin of its own first, then records the '
  'CashOut, whose result holds the spin''s under "spin", and "by" where it was not the player. Raises: '
  'INVALID_INPUT (a payout that does not fit). [helper]';
revoke all on function slots.end_session(slots.sessions, slots.wallets, slots.accounts, timestamptz, text) from public;
commit;
