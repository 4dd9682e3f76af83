-- Verify gamekeeper:xp/boards/xp_roll_up on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_roll_up', 'table, row level security');
select pg_temp.has_column('xp.xp_roll_up', 'task', 'text NOT NULL');
select pg_temp.has_column('xp.xp_roll_up', 'rolled_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_roll_up', 'seen_to', 'bigint NOT NULL DEFAULT 0');
select pg_temp.has_column('xp.xp_roll_up', 'seen_before', 'xid8 NOT NULL DEFAULT ''0''::xid8');
select pg_temp.has_column('xp.xp_roll_up', 'seen_at', 'timestamp with time zone NOT NULL DEFAULT ''-infinity''::timestamp with time zone');
select pg_temp.has_column('xp.xp_roll_up', 'settled_at', 'timestamp with time zone NOT NULL DEFAULT ''-infinity''::timestamp with time zone');
select pg_temp.has_column('xp.xp_roll_up', 'rolled_at', 'timestamp with time zone NOT NULL DEFAULT core.now_utc()');
select pg_temp.has_constraint('xp.xp_roll_up', 'xp_roll_up_pkey', 'PRIMARY KEY (task)');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_roll_up', 'service_role', 'nothing');
select pg_temp.has_row('xp.xp_roll_up', '{"task": "xp.boards"}');
select pg_temp.has_row('xp.xp_roll_up', '{"task": "xp.claims"}');
rollback;
