-- Deploy gamekeeper:slots/reports/session_report to pg
-- requires: slots/sessions/game_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.session_report as (
  session_id uuid,
  game_id uuid,
  state slots.game_state,
  metrics jsonb,
  wallet_id uuid,
  balance numeric(20, 4),
  pending_bet numeric(20, 4),
  event_count bigint,
  server_seed_hash bytea,
  next_server_seed_hash bytea,
  client_seed text,
  nonce bigint
);
comment on type slots.session_report is 'How a session stands.';
comment on column slots.session_report.session_id is 'The session.';
comment on column slots.session_report.game_id is 'Its game.';
comment on column slots.session_report.state is 'Its state.';
comment on column slots.session_report.metrics is 'Its running counters, as sessions.metrics.';
comment on column slots.session_report.wallet_id is 'Its wallet; null without one.';
comment on column slots.session_report.balance is 'The wallet''s balance; null without one.';
comment on column slots.session_report.pending_bet is 'The placed bet that waits for its spin; null without one.';
comment on column slots.session_report.event_count is 'Number of events so far.';
comment on column slots.session_report.server_seed_hash is 'SHA-256 of the live server seed.';
comment on column slots.session_report.next_server_seed_hash is 'SHA-256 of the seed that slots.rotate_seed will start.';
comment on column slots.session_report.client_seed is 'The live client seed.';
comment on column slots.session_report.nonce is 'Nonce of the next spin.';
commit;
