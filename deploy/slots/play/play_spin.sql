-- Deploy gamekeeper:slots/play/play_spin to pg
-- requires: slots/learning/reward slots/wallets/wallets slots/wallets/post_entries slots/sessions/sessions slots/games/spin slots/play/player_action slots/play/act_result slots/play/with_bet slots/play/with_outcome slots/play/draw_spin slots/play/record_step
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller holds the locks of the account, of the session and of its wallet, passes all as it read them, and has asked
-- slots.require_action, and slots.require_bet for the fee of what the action bets.
create function slots.play_spin(
  session slots.sessions, wallet slots.wallets, account slots.accounts, action slots.player_action, fee numeric, idempotency_key text,
  at timestamptz, by text default null
)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _after slots.sessions := play_spin.session;
  _wallet slots.wallets;
  _fee constant numeric := play_spin.fee;
  _amount constant numeric := play_spin.action.amount;
  _next constant numeric := play_spin.action.next_amount;
  _spin slots.spin;
  _payout numeric;
  _reward numeric;
  _result jsonb;
begin
  if _amount is not null then
    _after := slots.with_bet(_after, _amount, _fee, play_spin.at);
  end if;
  _spin := slots.draw_spin(_after);
  _payout := trunc(_after.pending_bet * _spin.multiplier, 4);
  _reward := slots.reward(_payout, _after.pending_bet, _after.pending_fee, 0, false);
  _result := jsonb_build_object(
    'symbols', _spin.symbols, 'stops', _spin.stops, 'multiplier', _spin.multiplier, 'payout', trim_scale(_payout)
  );
  _after := slots.with_outcome(_after, _payout, _reward);
  _after.nonce := _after.nonce + 1;

  if _next is not null then
    _after := slots.with_bet(_after, _next, _fee, play_spin.at);
    _result := _result || jsonb_build_object('next', jsonb_build_object('stake', _next));
    _wallet := slots.post_entries(
      play_spin.wallet, play_spin.account, array['payout', 'stake', 'fee'], array[_payout, -_next, -_fee],
      _after.session_id, _after.event_count + 1, play_spin.idempotency_key, play_spin.at, 'next'
    );
  elsif _amount is not null then
    _wallet := slots.post_entries(
      play_spin.wallet, play_spin.account, array['stake', 'fee', 'payout'], array[-_amount, -_fee, _payout],
      _after.session_id, _after.event_count + 1, play_spin.idempotency_key, play_spin.at
    );
  else
    _wallet := slots.post_entries(
      play_spin.wallet, play_spin.account, array['payout'], array[_payout],
      _after.session_id, _after.event_count + 1, play_spin.idempotency_key, play_spin.at
    );
  end if;
  if play_spin.by is not null then
    _result := _result || jsonb_build_object('by', play_spin.by);
  end if;
  return slots.record_step(
    play_spin.session, _after, _wallet.balance,
    play_spin.action.document, _result, _reward, play_spin.session.nonce, play_spin.at
  );
end
$$;
comment on function slots.play_spin(slots.sessions, slots.wallets, slots.accounts, slots.player_action, numeric, text, timestamptz, text) is
  'One Spin: draws what was bet (or bets action.amount and draws it), pays, and places the next bet if the action '
  'names one. by says who asked, where it was not the player. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, '
  'INVALID_INPUT. [helper]';
revoke all on function slots.play_spin(slots.sessions, slots.wallets, slots.accounts, slots.player_action, numeric, text, timestamptz, text) from public;
commit;
