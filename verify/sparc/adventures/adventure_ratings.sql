-- Verify gamekeeper:sparc/adventures/adventure_ratings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.adventure_ratings', 'table, row level security');
select pg_temp.has_column('sparc.adventure_ratings', 'adventure_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.adventure_ratings', 'user_id', 'uuid NOT NULL');
select pg_temp.has_column('sparc.adventure_ratings', 'rating', 'integer NOT NULL');
select pg_temp.has_column('sparc.adventure_ratings', 'created_at', 'timestamp with time zone NOT NULL DEFAULT now()');
select pg_temp.has_column('sparc.adventure_ratings', 'updated_at', 'timestamp with time zone NOT NULL DEFAULT now()');
select pg_temp.has_constraint('sparc.adventure_ratings', 'adventure_ratings_pkey', 'PRIMARY KEY (adventure_id, user_id)');
select pg_temp.has_constraint('sparc.adventure_ratings', 'adventure_ratings_adventure_id_fkey', 'FOREIGN KEY (adventure_id) REFERENCES sparc.adventures(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.adventure_ratings', 'adventure_ratings_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES sparc.users(id) ON DELETE CASCADE');
select pg_temp.has_constraint('sparc.adventure_ratings', 'adventure_ratings_rating_check', 'CHECK (((rating >= 1) AND (rating <= 5)))');
select pg_temp.has_index('sparc.adventure_ratings', 'idx_adventure_ratings_user_id', 'btree (user_id)');
select pg_temp.has_policy('sparc.adventure_ratings', 'Service writes adventure ratings', 'all to service_role using with check');
select pg_temp.has_policy('sparc.adventure_ratings', 'Users can view own ratings', 'select to PUBLIC using');
select pg_temp.has_relation_grants('sparc.adventure_ratings', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.adventure_ratings', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.adventure_ratings', 'authenticated', 'select');
select pg_temp.has_relation_grants('sparc.adventure_ratings', 'service_role', 'delete, insert, select, update');
select pg_temp.has_trigger('sparc.adventure_ratings', 'audit', 'AFTER INSERT OR DELETE OR UPDATE FOR EACH ROW WHEN ((CURRENT_USER = ''service_role''::name)) EXECUTE FUNCTION core.audit()');
rollback;
