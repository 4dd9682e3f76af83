-- Verify gamekeeper:slots/limits/exclusions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.exclusions', 'table, row level security');
select pg_temp.has_column('slots.exclusions', 'owner_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.exclusions', 'starts_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('slots.exclusions', 'kind', 'text NOT NULL');
select pg_temp.has_column('slots.exclusions', 'ends_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('slots.exclusions', 'exclusions_pkey', 'PRIMARY KEY (owner_id, starts_at)');
select pg_temp.has_constraint('slots.exclusions', 'exclusions_sound', 'CHECK (((kind = ANY (ARRAY[''cool_off''::text, ''self_exclusion''::text, ''merge''::text])) AND (ends_at > starts_at)))');
select pg_temp.has_policy('slots.exclusions', 'owner_reads', 'select to authenticated using');
select pg_temp.has_policy('slots.exclusions', 'service_reads', 'select to service_role using');
select pg_temp.has_relation_grants('slots.exclusions', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.exclusions', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.exclusions', 'authenticated', 'select');
select pg_temp.has_relation_grants('slots.exclusions', 'service_role', 'select');
select pg_temp.has_trigger('slots.exclusions', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.exclusions', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.exclusions', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
rollback;
