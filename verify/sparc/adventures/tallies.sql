-- Verify gamekeeper:sparc/adventures/tallies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('sparc.tallies', 'table, row level security');
select pg_temp.has_column('sparc.tallies', 'id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('sparc.tallies', 'user_id', 'uuid');
select pg_temp.has_column('sparc.tallies', 'character_id', 'uuid');
select pg_temp.has_column('sparc.tallies', 'adventure_id', 'uuid');
select pg_temp.has_column('sparc.tallies', 'games_played', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('sparc.tallies', 'games_run', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('sparc.tallies', 'times_played', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('sparc.tallies', 'is_rating', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('sparc.tallies', 'played_at', 'timestamp with time zone');
select pg_temp.has_constraint('sparc.tallies', 'tallies_pkey', 'PRIMARY KEY (id)');
select pg_temp.has_constraint('sparc.tallies', 'one_target', 'CHECK ((num_nonnulls(user_id, character_id, adventure_id) = 1))');
select pg_temp.has_relation_grants('sparc.tallies', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('sparc.tallies', 'anon', 'nothing');
select pg_temp.has_relation_grants('sparc.tallies', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('sparc.tallies', 'service_role', 'nothing');
rollback;
