-- Verify gamekeeper:slots/reports/session_report on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.session_report', 'composite');
select pg_temp.has_column('slots.session_report', 'session_id', 'uuid');
select pg_temp.has_column('slots.session_report', 'game_id', 'uuid');
select pg_temp.has_column('slots.session_report', 'state', 'slots.game_state');
select pg_temp.has_column('slots.session_report', 'metrics', 'jsonb');
select pg_temp.has_column('slots.session_report', 'wallet_id', 'uuid');
select pg_temp.has_column('slots.session_report', 'balance', 'numeric(20,4)');
select pg_temp.has_column('slots.session_report', 'pending_bet', 'numeric(20,4)');
select pg_temp.has_column('slots.session_report', 'event_count', 'bigint');
select pg_temp.has_column('slots.session_report', 'server_seed_hash', 'bytea');
select pg_temp.has_column('slots.session_report', 'next_server_seed_hash', 'bytea');
select pg_temp.has_column('slots.session_report', 'client_seed', 'text');
select pg_temp.has_column('slots.session_report', 'nonce', 'bigint');
rollback;
