-- Deploy gamekeeper:slots/reports/session_status to pg
-- requires: slots/wallets/wallets slots/sessions/sessions slots/sessions/find_session slots/reports/session_report
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.session_status(session_id uuid)
returns slots.session_report
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.find_session(session_status.session_id);
begin
  return row(
    _session.session_id, _session.game_id, _session.state, _session.metrics, _session.current_wallet_id,
    (select w.balance from slots.wallets as w where w.wallet_id = _session.current_wallet_id), _session.pending_bet,
    _session.event_count, _session.server_seed_hash, _session.next_server_seed_hash, _session.client_seed, _session.nonce
  )::slots.session_report;
end
$$;
comment on function slots.session_status(uuid) is
  'Owner or service: the session''s state and running metrics, its wallet''s balance, the placed bet, the hashes of '
  'the live server seed and of the next one, and the nonce of the next spin. Raises: UNAUTHENTICATED, NOT_FOUND. '
  '[client]';
revoke all on function slots.session_status(uuid) from public;
grant execute on function slots.session_status(uuid) to authenticated, service_role;
commit;
