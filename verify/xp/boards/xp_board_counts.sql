-- Verify gamekeeper:xp/boards/xp_board_counts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_board_counts', 'table, row level security');
select pg_temp.has_column('xp.xp_board_counts', 'board_id', 'text COLLATE "C" NOT NULL');
select pg_temp.has_column('xp.xp_board_counts', 'level', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_board_counts', 'bucket', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_board_counts', 'members', 'integer NOT NULL');
select pg_temp.has_constraint('xp.xp_board_counts', 'xp_board_counts_pkey', 'PRIMARY KEY (board_id, level, bucket)');
select pg_temp.has_relation_grants('xp.xp_board_counts', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_counts', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_counts', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_counts', 'service_role', 'nothing');
rollback;
