-- Verify gamekeeper:cards/players/player_secret on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.player_secret', 'table, row level security');
select pg_temp.has_column('cards.player_secret', 'is_only', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('cards.player_secret', 'inner_block', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('cards.player_secret', 'outer_block', 'bytea NOT NULL STATISTICS 0');
select pg_temp.has_column('cards.player_secret', 'made_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('cards.player_secret', 'player_secret_pkey', 'PRIMARY KEY (is_only)');
select pg_temp.has_constraint('cards.player_secret', 'player_secret_is_only', 'CHECK (is_only)');
select pg_temp.has_relation_grants('cards.player_secret', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.player_secret', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.player_secret', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.player_secret', 'service_role', 'nothing');
select pg_temp.has_row('cards.player_secret', '{"is_only": true}');
rollback;
