-- Verify gamekeeper:cards/games/handed_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('cards.handed_results', 'table, row level security');
select pg_temp.has_column('cards.handed_results', 'handed_id', 'uuid NOT NULL DEFAULT core.uuid_v7()');
select pg_temp.has_column('cards.handed_results', 'source', 'text NOT NULL');
select pg_temp.has_column('cards.handed_results', 'slot', 'integer NOT NULL');
select pg_temp.has_column('cards.handed_results', 'user_id', 'text NOT NULL');
select pg_temp.has_column('cards.handed_results', 'player_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.handed_results', 'game_id', 'uuid NOT NULL');
select pg_temp.has_column('cards.handed_results', 'score', 'integer NOT NULL');
select pg_temp.has_column('cards.handed_results', 'tricks_won', 'integer NOT NULL');
select pg_temp.has_column('cards.handed_results', 'is_winner', 'boolean NOT NULL');
select pg_temp.has_column('cards.handed_results', 'is_rated', 'boolean NOT NULL');
select pg_temp.has_column('cards.handed_results', 'is_public', 'boolean NOT NULL');
select pg_temp.has_column('cards.handed_results', 'member_ids', 'uuid[] NOT NULL');
select pg_temp.has_column('cards.handed_results', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('cards.handed_results', 'completed_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('cards.handed_results', 'handed_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('cards.handed_results', 'handed_results_pkey', 'PRIMARY KEY (handed_id)');
select pg_temp.has_index('cards.handed_results', 'handed_results_handed_at_idx', 'btree (handed_at)');
select pg_temp.has_index('cards.handed_results', 'handed_results_slot_idx', 'btree (slot)');
select pg_temp.has_relation_grants('cards.handed_results', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('cards.handed_results', 'anon', 'nothing');
select pg_temp.has_relation_grants('cards.handed_results', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('cards.handed_results', 'service_role', 'nothing');
rollback;
