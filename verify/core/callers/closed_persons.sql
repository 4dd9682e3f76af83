-- Verify gamekeeper:core/callers/closed_persons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.closed_persons', 'table, row level security');
select pg_temp.has_column('core.closed_persons', 'person_id', 'uuid NOT NULL');
select pg_temp.has_column('core.closed_persons', 'kind', 'text NOT NULL');
select pg_temp.has_column('core.closed_persons', 'closed_at', 'timestamp with time zone NOT NULL DEFAULT core.wall_clock()');
select pg_temp.has_column('core.closed_persons', 'until', 'timestamp with time zone');
select pg_temp.has_column('core.closed_persons', 'into_id', 'uuid');
select pg_temp.has_column('core.closed_persons', 'swept_at', 'timestamp with time zone');
select pg_temp.has_constraint('core.closed_persons', 'closed_persons_pkey', 'PRIMARY KEY (person_id)');
select pg_temp.has_constraint('core.closed_persons', 'closed_persons_into', 'CHECK (((into_id <> person_id) AND ((kind <> ''merged''::text) OR (into_id IS NOT NULL))))');
select pg_temp.has_constraint('core.closed_persons', 'closed_persons_kind', 'CHECK ((kind = ANY (ARRAY[''closed''::text, ''erased''::text, ''merged''::text])))');
select pg_temp.has_constraint('core.closed_persons', 'closed_persons_until', 'CHECK (((kind = ''closed''::text) = (until IS NOT NULL)))');
select pg_temp.has_index('core.closed_persons', 'closed_persons_closed_at_idx', 'btree (closed_at) WHERE ((kind = ''erased''::text) AND (swept_at IS NULL))');
select pg_temp.has_index('core.closed_persons', 'closed_persons_into_id_idx', 'btree (into_id) WHERE (into_id IS NOT NULL)');
select pg_temp.has_index('core.closed_persons', 'closed_persons_until_idx', 'btree (until) WHERE (until IS NOT NULL)');
select pg_temp.has_policy('core.closed_persons', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('core.closed_persons', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.closed_persons', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.closed_persons', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.closed_persons', 'service_role', 'select');
select pg_temp.has_trigger('core.closed_persons', 'guard_closed_persons', 'BEFORE DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_closed_persons()');
select pg_temp.has_trigger('core.closed_persons', 'guard_closed_persons_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_closed_persons()');
select pg_temp.has_function('core.guard_closed_persons()', '() returns trigger');
select pg_temp.has_function_nature('core.guard_closed_persons()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.guard_closed_persons()', 'nobody');
rollback;
