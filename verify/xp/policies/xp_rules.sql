-- Verify gamekeeper:xp/policies/xp_rules on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_rules', 'table, row level security');
select pg_temp.has_column('xp.xp_rules', 'policy_key', 'text NOT NULL');
select pg_temp.has_column('xp.xp_rules', 'version', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_rules', 'is_active', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('xp.xp_rules', 'definition', 'jsonb NOT NULL');
select pg_temp.has_column('xp.xp_rules', 'created_by', 'text NOT NULL');
select pg_temp.has_column('xp.xp_rules', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('xp.xp_rules', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_column('xp.xp_rules', 'activated_at', 'timestamp with time zone');
select pg_temp.has_column('xp.xp_rules', 'terms', 'xp.policy_terms GENERATED ALWAYS AS (xp.compile_policy(definition))');
select pg_temp.has_constraint('xp.xp_rules', 'xp_rules_pkey', 'PRIMARY KEY (policy_key, version)');
select pg_temp.has_constraint('xp.xp_rules', 'xp_rules_activated_chk', 'CHECK (((activated_at IS NOT NULL) OR (NOT is_active)))');
select pg_temp.has_constraint('xp.xp_rules', 'xp_rules_definition_chk', 'CHECK (xp.is_valid_definition(definition))');
select pg_temp.has_constraint('xp.xp_rules', 'xp_rules_policy_key_chk', 'CHECK (((policy_key <> ALL (ARRAY[''''::text, ''GRANT''::text])) AND (length(policy_key) <= 100)))');
select pg_temp.has_constraint('xp.xp_rules', 'xp_rules_version_chk', 'CHECK ((version > 0))');
select pg_temp.has_index('xp.xp_rules', 'xp_rules_active_uidx', 'unique btree (policy_key) WHERE is_active');
select pg_temp.has_policy('xp.xp_rules', 'operators_read', 'select to authenticated, service_role using');
select pg_temp.has_relation_grants('xp.xp_rules', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_rules', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_rules', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.xp_rules', 'service_role', 'select');
select pg_temp.has_trigger('xp.xp_rules', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION core.audit(''terms'')');
select pg_temp.has_trigger('xp.xp_rules', 'guard_definitions', 'BEFORE INSERT OR DELETE OR UPDATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_definitions()');
select pg_temp.has_trigger('xp.xp_rules', 'touch', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()');
select pg_temp.has_row('core.definitions', '{"table_name": "xp.xp_rules"}');
rollback;
