-- Verify gamekeeper:cards/people/closed_profiles on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.closed_profiles', 'table, row level security');
select pg_temp.has_column('cards.closed_profiles', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.closed_profiles', 'display_name', 'text NOT NULL');
select pg_temp.has_column('cards.closed_profiles', 'avatar_seed', 'text NOT NULL');
select pg_temp.has_column('cards.closed_profiles', 'color', 'text NOT NULL');
select pg_temp.has_constraint('cards.closed_profiles', 'closed_profiles_pkey', 'PRIMARY KEY (player_id)');
select pg_temp.has_constraint('cards.closed_profiles', 'closed_profiles_player_id_fkey', 'FOREIGN KEY (player_id) REFERENCES cards.players(id)');
select pg_temp.has_relation_grants('cards.closed_profiles', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.closed_profiles', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.closed_profiles', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.closed_profiles', 'service_role', 'nothing');
rollback;
