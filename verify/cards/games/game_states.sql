-- Verify gamekeeper:cards/games/game_states on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.game_states', 'table, row level security, fillfactor=50');
select pg_temp.has_column('cards.game_states', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.game_states', 'turn_deadline', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'warned_at', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'is_forfeit', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('cards.game_states', 'is_due', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('cards.game_states', 'host_id', 'uuid');
select pg_temp.has_column('cards.game_states', 'host_since', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'acted_at', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'enough_since', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'room_deadline', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'coming_back', 'integer NOT NULL DEFAULT 0');
select pg_temp.has_column('cards.game_states', 'silences', 'integer[]');
select pg_temp.has_column('cards.game_states', 'problem', 'text');
select pg_temp.has_column('cards.game_states', 'is_told', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_column('cards.game_states', 'decided_in', 'xid8');
select pg_temp.has_column('cards.game_states', 'last_event_at', 'timestamp with time zone');
select pg_temp.has_column('cards.game_states', 'state', 'cards.table_state NOT NULL');
select pg_temp.has_constraint('cards.game_states', 'game_states_pkey', 'PRIMARY KEY (game_id)');
select pg_temp.has_constraint('cards.game_states', 'game_states_game_id_fkey', 'FOREIGN KEY (game_id) REFERENCES cards.games(id)');
select pg_temp.has_relation_grants('cards.game_states', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.game_states', 'service_role', 'nothing');
rollback;
