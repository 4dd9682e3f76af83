-- Verify gamekeeper:slots/learning/rl_blocks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.rl_blocks', 'table, row level security');
select pg_temp.has_column('slots.rl_blocks', 'session_id', 'uuid NOT NULL');
select pg_temp.has_column('slots.rl_blocks', 'first_index', 'bigint NOT NULL');
select pg_temp.has_column('slots.rl_blocks', 'block_no', 'bigint NOT NULL GENERATED ALWAYS AS IDENTITY');
select pg_temp.has_column('slots.rl_blocks', 'created_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_constraint('slots.rl_blocks', 'rl_blocks_pkey', 'PRIMARY KEY (session_id, first_index)');
select pg_temp.has_index('slots.rl_blocks', 'rl_blocks_block_no_idx', 'btree (block_no)');
select pg_temp.has_relation_grants('slots.rl_blocks', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks', 'service_role', 'nothing');
select pg_temp.has_trigger('slots.rl_blocks', 'guard_history_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_blocks', 'guard_history_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_trigger('slots.rl_blocks', 'guard_history_update', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION core.guard_history()');
select pg_temp.has_relation('slots.rl_blocks_block_no_seq', 'sequence');
select pg_temp.has_relation_grants('slots.rl_blocks_block_no_seq', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks_block_no_seq', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks_block_no_seq', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.rl_blocks_block_no_seq', 'service_role', 'nothing');
rollback;
