-- Verify gamekeeper:core/records/erasures on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.erasures', 'table, row level security');
select pg_temp.has_column('core.erasures', 'xact', 'xid8 NOT NULL');
select pg_temp.has_column('core.erasures', 'person_id', 'uuid NOT NULL');
select pg_temp.has_constraint('core.erasures', 'erasures_pkey', 'PRIMARY KEY (xact)');
select pg_temp.has_relation_grants('core.erasures', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.erasures', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.erasures', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.erasures', 'service_role', 'nothing');
select pg_temp.has_trigger('core.erasures', 'guard_erasures', 'BEFORE INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_erasures()');
select pg_temp.has_function('core.guard_erasures()', '() returns trigger');
select pg_temp.has_function_nature('core.guard_erasures()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.guard_erasures()', 'nobody');
rollback;
