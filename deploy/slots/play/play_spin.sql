-- Deploy gamekeeper:slots/play/play_spin to pg
-- requires: slots/learning/reward slots/sessions/sessions slots/games/spin slots/games/spin_document slots/turns/turn slots/turns/with_entries slots/turns/with_step slots/play/player_action slots/turns/with_spin slots/play/draw_spin
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.play_spin(
  turn slots.turn, action slots.player_action, fee numeric, idempotency_key text, at timestamptz, by text default null
)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _turn slots.turn := play_spin.turn;
  _before constant slots.sessions := play_spin.turn.session;
  _fee constant numeric := play_spin.fee;
  _amount constant numeric := play_spin.action.amount;
  _next constant numeric := play_spin.action.next_amount;
  _stake constant numeric(20, 4) := coalesce(_amount, _before.pending_bet);
  _stake_fee constant numeric(20, 4) := case when _amount is not null then _fee else _before.pending_fee end;
  _decided_in constant xid8 := case when coalesce(_amount, _next) is not null then pg_current_xact_id() else _before.decided_in end;
  _next_fee constant numeric := case when _next is not null then _fee end;
  _spin slots.spin;
  _payout numeric;
  _reward numeric;
  _result jsonb;
begin
  _spin := slots.draw_spin(_before);
  _payout := trunc(_stake * _spin.multiplier, 4);
  _reward := slots.reward(_payout, _stake, _stake_fee, 0, false);
  _result := slots.spin_document(_spin, _payout);
  if _next is not null then
    _result := _result || jsonb_build_object('next', jsonb_build_object('stake', _next));
    _turn := slots.with_entries(
      _turn, array['payout', 'stake', 'fee'], array[_payout, -_next, -_fee], play_spin.idempotency_key, play_spin.at, 'next'
    );
  elsif _amount is not null then
    _turn := slots.with_entries(
      _turn, array['stake', 'fee', 'payout'], array[-_amount, -_fee, _payout], play_spin.idempotency_key, play_spin.at
    );
  else
    _turn := slots.with_entries(_turn, array['payout'], array[_payout], play_spin.idempotency_key, play_spin.at);
  end if;
  if play_spin.by is not null then
    _result := _result || jsonb_build_object('by', play_spin.by);
  end if;
  _turn.session := slots.with_spin(
    _before, _stake, _stake_fee, _payout, _reward, _next, _next_fee, _decided_in, _before.nonce + 1, play_spin.at
  );
  return slots.with_step(_turn, _before, play_spin.action.document, _result, _reward, _before.nonce, play_spin.at);
end
$$;
comment on function slots.play_spin(slots.turn, slots.player_action, numeric, text, timestamptz, text) is
  'The turn with one Spin: draws what was bet (or bets action.amount and draws it), pays, and places the next bet if the action '
  'names one. Ask slots.require_action first, and slots.require_bet for the fee of what the action bets. by says who asked, where '
  'it was not the player. Writes nothing. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, INVALID_INPUT. [helper]';
revoke all on function slots.play_spin(slots.turn, slots.player_action, numeric, text, timestamptz, text) from public;
commit;
