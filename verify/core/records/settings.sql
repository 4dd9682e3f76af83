-- Verify gamekeeper:core/records/settings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.settings', 'table, row level security');
select pg_temp.has_column('core.settings', 'name', 'text NOT NULL');
select pg_temp.has_column('core.settings', 'type', 'text NOT NULL');
select pg_temp.has_column('core.settings', 'minimum', 'numeric');
select pg_temp.has_column('core.settings', 'maximum', 'numeric');
select pg_temp.has_column('core.settings', 'default_value', 'jsonb NOT NULL');
select pg_temp.has_column('core.settings', 'value', 'jsonb NOT NULL');
select pg_temp.has_column('core.settings', 'changed_by', 'text NOT NULL DEFAULT ''operator''::text');
select pg_temp.has_column('core.settings', 'meaning', 'text NOT NULL');
select pg_temp.has_column('core.settings', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('core.settings', 'settings_pkey', 'PRIMARY KEY (name)');
select pg_temp.has_constraint('core.settings', 'settings_changed_by', 'CHECK ((changed_by = ANY (ARRAY[''operator''::text, ''service''::text])))');
select pg_temp.has_constraint('core.settings', 'settings_default_value_fits', 'CHECK ((core.setting_problem(type, minimum, maximum, default_value) IS NULL))');
select pg_temp.has_constraint('core.settings', 'settings_name_form', E'CHECK ((name ~ ''^[a-z]+\\.[a-z][a-z0-9_]*$''::text))');
select pg_temp.has_constraint('core.settings', 'settings_range', 'CHECK ((minimum <= maximum))');
select pg_temp.has_constraint('core.settings', 'settings_type', 'CHECK ((type = ANY (ARRAY[''boolean''::text, ''integer''::text, ''number''::text, ''text''::text])))');
select pg_temp.has_constraint('core.settings', 'settings_value_fits', 'CHECK ((core.setting_problem(type, minimum, maximum, value) IS NULL))');
select pg_temp.has_policy('core.settings', 'operators_read', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('core.settings', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.settings', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.settings', 'authenticated', 'select');
select pg_temp.has_relation_grants('core.settings', 'service_role', 'select');
select pg_temp.has_trigger('core.settings', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('core.settings', 'touch', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()');
select pg_temp.has_row('core.settings', '{"name": "core.clients_can_abort"}');
rollback;
