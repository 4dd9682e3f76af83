-- Verify gamekeeper:xp/boards/board_tail on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.board_tail', 'composite');
select pg_temp.has_column('xp.board_tail', 'user_ids', 'bigint[]');
select pg_temp.has_column('xp.board_tail', 'before', 'bigint[]');
select pg_temp.has_column('xp.board_tail', 'now', 'bigint[]');
select pg_temp.has_column('xp.board_tail', 'earned', 'bigint[]');
rollback;
