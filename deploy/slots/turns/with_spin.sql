-- Deploy gamekeeper:slots/turns/with_spin to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it. Columns stand in the order of the table.
create function slots.with_spin(
  session slots.sessions, stake numeric, fee numeric, payout numeric, reward numeric, next_stake numeric, next_fee numeric,
  decided_in xid8, nonce bigint, at timestamptz
)
returns slots.sessions
language sql
stable
parallel safe
return row(
  (with_spin.session).session_id, (with_spin.session).owner_id, (with_spin.session).game_id, (with_spin.session).player_profile,
  case when with_spin.next_stake is not null then 'Playing'::slots.game_state else 'Evaluating'::slots.game_state end,
  jsonb_build_object(
    'spins', coalesce(((with_spin.session).metrics -> 'spins')::bigint, 0) + 1,
    'wins', coalesce(((with_spin.session).metrics -> 'wins')::bigint, 0) + (with_spin.payout > 0)::integer,
    'totalBet', coalesce(((with_spin.session).metrics -> 'totalBet')::numeric, 0) + with_spin.stake,
    'totalPayout', coalesce(((with_spin.session).metrics -> 'totalPayout')::numeric, 0) + with_spin.payout,
    'totalFees', coalesce(((with_spin.session).metrics -> 'totalFees')::numeric, 0) + with_spin.fee,
    'totalReward', coalesce(((with_spin.session).metrics -> 'totalReward')::numeric, 0) + with_spin.reward
  ),
  (with_spin.session).current_wallet_id,
  with_spin.next_stake, with_spin.next_fee, case when with_spin.next_stake is not null then with_spin.at end, with_spin.decided_in,
  (with_spin.session).event_count, (with_spin.session).last_event_at, (with_spin.session).seed_no, (with_spin.session).server_seed_hash,
  (with_spin.session).next_server_seed_hash, (with_spin.session).client_seed, with_spin.nonce, (with_spin.session).is_closed,
  (with_spin.session).created_at, (with_spin.session).updated_at, (with_spin.session).deleted_at
)::slots.sessions;
comment on function slots.with_spin(
  slots.sessions, numeric, numeric, numeric, numeric, numeric, numeric, xid8, bigint, timestamptz
) is
  'The session as a spin leaves it: the bet of stake and fee has paid, next_stake is placed by the transaction decided_in (nothing is, '
  'where it is null), and nonce is that of the next spin. Writes nothing. [helper]';
revoke all on function slots.with_spin(
  slots.sessions, numeric, numeric, numeric, numeric, numeric, numeric, xid8, bigint, timestamptz
) from public;
commit;
