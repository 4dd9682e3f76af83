-- Verify gamekeeper:sparc/archive/sparc_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.sparc_stats', 'view');
select pg_temp.has_column('sparc.sparc_stats', 'users', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'characters', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'published_adventures', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'waiting_sessions', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'running_sessions', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'completed_sessions', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'archived_sessions', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'taken_seats', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'rolls', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'critical_rolls', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'heroic_saves', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'kept_events', 'bigint');
select pg_temp.has_column('sparc.sparc_stats', 'ratings', 'bigint');
select pg_temp.has_relation_grants('sparc.sparc_stats', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.sparc_stats', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.sparc_stats', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('sparc.sparc_stats', 'service_role', 'select');
rollback;
