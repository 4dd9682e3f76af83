-- Verify gamekeeper:cards/games/room_directory on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.room_directory', 'table, row level security');
select pg_temp.has_column('cards.room_directory', 'join_code', 'text NOT NULL');
select pg_temp.has_column('cards.room_directory', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.room_directory', 'is_public', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('cards.room_directory', 'is_open', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('cards.room_directory', 'is_matchmade', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('cards.room_directory', 'max_players', 'integer NOT NULL');
select pg_temp.has_column('cards.room_directory', 'current_players', 'integer NOT NULL');
select pg_temp.has_column('cards.room_directory', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('cards.room_directory', 'room_directory_pkey', 'PRIMARY KEY (join_code)');
select pg_temp.has_constraint('cards.room_directory', 'room_directory_game_id_key', 'UNIQUE (game_id)');
select pg_temp.has_constraint('cards.room_directory', 'room_directory_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_constraint('cards.room_directory', 'room_directory_join_code_form', 'CHECK ((join_code ~ ''^[2-9A-HJKMNP-Z]{8}$''::text))');
select pg_temp.has_index('cards.room_directory', 'room_directory_open_idx', 'btree (game_id) WHERE (is_public AND is_open)');
select pg_temp.has_index('cards.room_directory', 'room_directory_soonest_idx', 'btree (is_matchmade DESC, ((max_players - current_players)), game_id) WHERE (is_public AND is_open)');
select pg_temp.has_policy('cards.room_directory', 'service_sees_rooms', 'select to service_role using');
select pg_temp.has_relation_grants('cards.room_directory', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.room_directory', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.room_directory', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.room_directory', 'service_role', 'select');
rollback;
