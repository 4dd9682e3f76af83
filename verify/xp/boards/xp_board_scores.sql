-- Verify gamekeeper:xp/boards/xp_board_scores on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_board_scores', 'table, row level security');
select pg_temp.has_column('xp.xp_board_scores', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_board_scores', 'board_id', 'text COLLATE "C" NOT NULL');
select pg_temp.has_column('xp.xp_board_scores', 'xp', 'bigint NOT NULL');
select pg_temp.has_constraint('xp.xp_board_scores', 'xp_board_scores_pkey', 'PRIMARY KEY (user_id, board_id)');
select pg_temp.has_constraint('xp.xp_board_scores', 'xp_board_scores_user_id_fkey', 'FOREIGN KEY (user_id) REFERENCES xp.xp_users(user_id) ON DELETE CASCADE');
select pg_temp.has_index('xp.xp_board_scores', 'xp_board_scores_rank_idx', 'btree (board_id, xp, user_id)');
select pg_temp.has_relation_grants('xp.xp_board_scores', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_scores', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_scores', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_scores', 'service_role', 'nothing');
rollback;
