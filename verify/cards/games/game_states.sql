-- Verify gamekeeper:cards/games/game_states on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_states', 'table, row level security, fillfactor=50');
select pg_temp.has_column('cards.game_states', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_states', 'turn_deadline', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'state', 'cards.table_state NOT NULL');
select pg_temp.has_constraint('cards.game_states', 'game_states_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('cards.game_states', 'game_states_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_relation_grants('cards.game_states', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'service_role', 'nothing');
rollback;
