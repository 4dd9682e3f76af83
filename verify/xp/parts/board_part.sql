-- Verify gamekeeper:xp/parts/board_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.board_part', 'composite');
select pg_temp.has_column('xp.board_part', 'user_id', 'bigint');
select pg_temp.has_column('xp.board_part', 'public_id', 'uuid');
select pg_temp.has_column('xp.board_part', 'handle', 'text');
select pg_temp.has_column('xp.board_part', 'xp', 'bigint');
select pg_temp.has_column('xp.board_part', 'is_listed', 'boolean');
rollback;
