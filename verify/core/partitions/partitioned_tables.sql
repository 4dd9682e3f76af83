-- Verify gamekeeper:core/partitions/partitioned_tables on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.partitioned_tables', 'table, row level security');
select pg_temp.has_column('core.partitioned_tables', 'table_name', 'text NOT NULL');
select pg_temp.has_column('core.partitioned_tables', 'period', 'text NOT NULL');
select pg_temp.has_column('core.partitioned_tables', 'ahead', 'integer NOT NULL');
select pg_temp.has_column('core.partitioned_tables', 'retention', 'interval');
select pg_temp.has_column('core.partitioned_tables', 'kept_by', 'text');
select pg_temp.has_column('core.partitioned_tables', 'draining_from', 'timestamp with time zone');
select pg_temp.has_column('core.partitioned_tables', 'draining_to', 'timestamp with time zone');
select pg_temp.has_column('core.partitioned_tables', 'is_waiting', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('core.partitioned_tables', 'ran_at', 'timestamp with time zone');
select pg_temp.has_column('core.partitioned_tables', 'ok', 'boolean');
select pg_temp.has_column('core.partitioned_tables', 'detail', 'text');
select pg_temp.has_constraint('core.partitioned_tables', 'partitioned_tables_pkey', 'PRIMARY KEY (table_name)');
select pg_temp.has_constraint('core.partitioned_tables', 'partitioned_tables_ahead', 'CHECK (((ahead >= 1) AND (ahead <= 100)))');
select pg_temp.has_constraint('core.partitioned_tables', 'partitioned_tables_period', 'CHECK ((period = ANY (ARRAY[''day''::text, ''month''::text])))');
select pg_temp.has_constraint('core.partitioned_tables', 'partitioned_tables_retention', 'CHECK ((retention > ''00:00:00''::interval))');
select pg_temp.has_relation_grants('core.partitioned_tables', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.partitioned_tables', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.partitioned_tables', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.partitioned_tables', 'service_role', 'nothing');
rollback;
