-- Verify gamekeeper:xp/boards/board_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.board_entry', 'composite');
select pg_temp.has_column('xp.board_entry', 'rank', 'bigint');
select pg_temp.has_column('xp.board_entry', 'public_id', 'uuid');
select pg_temp.has_column('xp.board_entry', 'handle', 'text');
select pg_temp.has_column('xp.board_entry', 'xp', 'bigint');
rollback;
