-- Verify gamekeeper:core/people/person_hooks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.person_hooks', 'table, row level security');
select pg_temp.has_column('core.person_hooks', 'system', 'text NOT NULL');
select pg_temp.has_column('core.person_hooks', 'kind', 'text NOT NULL');
select pg_temp.has_column('core.person_hooks', 'function', 'text NOT NULL');
select pg_temp.has_constraint('core.person_hooks', 'person_hooks_pkey', 'PRIMARY KEY (system, kind)');
select pg_temp.has_constraint('core.person_hooks', 'person_hooks_kind', 'CHECK ((kind = ANY (ARRAY[''erase''::text, ''close''::text, ''reopen''::text, ''merge''::text, ''export''::text])))');
select pg_temp.has_relation_grants('core.person_hooks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.person_hooks', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.person_hooks', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.person_hooks', 'service_role', 'nothing');
rollback;
