-- Verify gamekeeper:sparc/tutorial/tutorial_progress on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.tutorial_progress', 'table, row level security');
select pg_temp.has_column('sparc.tutorial_progress', 'user_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.tutorial_progress', 'path', 'sparc.tutorial_path');
select pg_temp.has_column('sparc.tutorial_progress', 'current_step', 'text NOT NULL DEFAULT ''welcome''::text');
select pg_temp.has_column('sparc.tutorial_progress', 'completed_steps', 'text[] NOT NULL DEFAULT ''{}''::text[]');
select pg_temp.has_column('sparc.tutorial_progress', 'started_at', 'timestamp with time zone NOT NULL DEFAULT now()');
select pg_temp.has_column('sparc.tutorial_progress', 'completed_at', 'timestamp with time zone');
select pg_temp.has_column('sparc.tutorial_progress', 'skipped', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('sparc.tutorial_progress', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT now()');
select pg_temp.has_constraint('sparc.tutorial_progress', 'tutorial_progress_pkey', 'PRIMARY KEY (user_id)');
select pg_temp.has_constraint('sparc.tutorial_progress', 'tutorial_progress_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES sparc.users(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.tutorial_progress', 'valid_completed_steps', 'CHECK ((cardinality(completed_steps) <= 100))');
select pg_temp.has_index('sparc.tutorial_progress', 'idx_tutorial_completed', 'btree (completed_at) WHERE (completed_at IS NOT NULL)');
select pg_temp.has_policy('sparc.tutorial_progress', 'Service writes tutorial progress', 'all to service_role using with check');
select pg_temp.has_policy('sparc.tutorial_progress', 'Users can view own tutorial progress', 'select to PUBLIC using');
select pg_temp.has_relation_grants('sparc.tutorial_progress', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.tutorial_progress', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.tutorial_progress', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.tutorial_progress', 'service_role', 'delete, insert, select, update');
select pg_temp.has_trigger('sparc.tutorial_progress', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW WHEN ((CURRENT_USER = ''service_role''::name)) EXECUTE FUNCTION core.audit()');
select pg_temp.has_trigger('sparc.tutorial_progress', 'touch', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.touch()');
rollback;
