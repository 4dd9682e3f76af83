-- Verify gamekeeper:xp/books/xp_roll_up on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_roll_up', 'table, row level security');
select pg_temp.has_column('xp.xp_roll_up', 'one', 'boolean NOT NULL DEFAULT true');
select pg_temp.has_column('xp.xp_roll_up', 'rolled_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_roll_up', 'seen_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_roll_up', 'seen_before', 'xid8 NOT NULL DEFAULT ''0''::xid8');
select pg_temp.has_column('xp.xp_roll_up', 'rolled_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_roll_up', 'xp_roll_up_pkey', 'PRIMARY KEY (one)');
select pg_temp.has_constraint('xp.xp_roll_up', 'xp_roll_up_one', 'CHECK (one)');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'service_role', 'nothing');
select pg_temp.has_row('xp.xp_roll_up', '{"one": true}');
rollback;
