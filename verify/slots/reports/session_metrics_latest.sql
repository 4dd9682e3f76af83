-- Verify gamekeeper:slots/reports/session_metrics_latest on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.session_metrics_latest', 'view, security_invoker=true');
select pg_temp.has_column('slots.session_metrics_latest', 'session_id', 'uuid');
select pg_temp.has_column('slots.session_metrics_latest', 'total_spins', 'bigint');
select pg_temp.has_column('slots.session_metrics_latest', 'total_payout', 'numeric');
select pg_temp.has_relation_grants('slots.session_metrics_latest', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.session_metrics_latest', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.session_metrics_latest', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.session_metrics_latest', 'service_role', 'nothing');
rollback;
