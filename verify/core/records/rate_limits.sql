-- Verify gamekeeper:core/records/rate_limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.rate_limits', 'unlogged table, row level security, fillfactor=50');
select pg_temp.has_column('core.rate_limits', 'subject', 'text NOT NULL');
select pg_temp.has_column('core.rate_limits', 'calls', 'timestamp with time zone[] NOT NULL');
select pg_temp.has_constraint('core.rate_limits', 'rate_limits_pkey', 'PRIMARY KEY (subject)');
select pg_temp.has_constraint('core.rate_limits', 'rate_limits_calls', 'CHECK ((cardinality(calls) > 0))');
select pg_temp.has_relation_grants('core.rate_limits', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.rate_limits', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.rate_limits', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.rate_limits', 'service_role', 'nothing');
rollback;
