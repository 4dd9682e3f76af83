-- Verify gamekeeper:xp/boards/xp_board_mark on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_board_mark', 'table, row level security');
select pg_temp.has_column('xp.xp_board_mark', 'one', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('xp.xp_board_mark', 'rolled_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_board_mark', 'seen_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_board_mark', 'seen_before', 'xid8 NOT NULL DEFAULT ''0''::xid8');
select pg_temp.has_column('xp.xp_board_mark', 'rolled_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_board_mark', 'xp_board_mark_pkey', 'PRIMARY KEY (one)');
select pg_temp.has_constraint('xp.xp_board_mark', 'xp_board_mark_one', 'CHECK (one)');
select pg_temp.has_relation_grants('xp.xp_board_mark', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_mark', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_mark', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_board_mark', 'service_role', 'nothing');
select pg_temp.has_row('xp.xp_board_mark', '{"one": true}');
rollback;
